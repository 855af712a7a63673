import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import ReplayAndTriage

/// Everything about a session that is fixed before it begins.
struct SessionPlan: Sendable {
  let root: RepositoryRoot
  let toolchain: Toolchain
  let options: SessionOptions
  let store: SessionStore
  /// Name of the session's folder; sorts by time.
  let id = SessionStore.newSessionID()
  /// Lengths of inputs by target.
  private let lengths: [SliceLength]

  init(root: RepositoryRoot, toolchain: Toolchain, options: SessionOptions) {
    self.root = root
    self.toolchain = toolchain
    self.options = options
    store = options.store.map { SessionStore(folder: $0) } ?? SessionStore(root: root)
    lengths = options.targets.map {
      options.shortensInputs
        ? SliceLength(of: $0, in: root) : SliceLength(whole: $0.maximumLength, seeds: [])
    }
  }

  var targets: [FuzzTarget] { options.targets }
  var jobs: Int { max(options.jobs, 1) }
  var endingTime: Duration { options.endingTime ?? max(options.time / 10, .seconds(3)) }
  var recordPath: String { store.session(id) + "/record.jsonl" }

  func workingCorpus(_ target: Int) -> WorkingCorpus {
    WorkingCorpus(
      target: targets[target].name, store: store, maximumLength: maximumLength(target))
  }

  private func maximumLength(_ target: Int) -> Int {
    options.maximumLength ?? targets[target].maximumLength
  }

  /// The process of one slice.
  ///
  /// - Parameters:
  ///   - depth: Mutations in a row on one input; nil for libFuzzer's default.
  ///   - overflow: Folder for new inputs while the corpus is full.
  func fuzzProcess(
    _ slice: Schedule.Slice, program: String, build: Int, depth: Int? = nil, overflow: String?
  ) throws(RunFailure) -> ChildProcess {
    let name = targets[slice.target].name
    let dictionary = root.path("corpus/\(name)/\(name).dict")
    var command = FuzzCommand(
      corpus: store.corpus(name), artifacts: store.artifacts(name), seconds: slice.seconds,
      maximumLength: options.maximumLength ?? lengths[slice.target].maximum(slice: slice.number),
      timeout: options.timeout,
      memoryLimit: options.memoryLimit,
      seed: options.seed.map { $0 &+ UInt32(truncatingIfNeeded: slice.number) } ?? 0,
      dictionary: options.usesDictionaries && FileManager.default.fileExists(atPath: dictionary)
        ? dictionary : nil)
    command.usesValueProfile =
      options.usesValueProfile ?? options.builds.all[build].tracesComparisons
    command.depth = depth
    command.overflow = overflow
    command.added = options.libFuzzerArguments
    var environment = try childEnvironment().merging(
      FuzzCommand.environment(of: options.builds.all[build].build)
    ) { own, _ in own }
    if build == options.builds.comparisonIndex {
      environment["SCENEFUZZ_OPERANDS_PASSED"] = operandMarks(of: name, program: program)
    }
    return ChildProcess(
      executable: program, arguments: command.arguments, environment: environment,
      timeLimit: .seconds(slice.seconds + options.timeout + 20), outputLimit: 512 << 10)
  }

  /// The file of the inputs that had their pass over operands. One that is older than the program
  /// is removed, since other comparisons may be made now.
  func operandMarks(of target: String, program: String) -> String {
    let path = store.operands(target)
    let made = SystemBridge.modified(program) ?? 0
    if let marked = SystemBridge.modified(path), marked < made {
      try? FileManager.default.removeItem(atPath: path)
    }
    return path
  }

  /// Environment of every process that runs a target.
  func childEnvironment() throws(RunFailure) -> [String: String] {
    var environment = ChildEnvironment.forManyInputs(
      ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")))
    environment["SCENEFUZZ_PARENT"] = "\(ProcessInfo.processInfo.processIdentifier)"
    return environment.merging(options.environment) { $1 }
  }

  /// A run of `program` on one input, with the limits of the session.
  func replay(_ program: String) -> ReplayRun {
    var run = ReplayRun(toolchain: toolchain, program: program)
    run.timeout = options.timeout
    run.memoryLimit = options.memoryLimit
    run.environment = options.environment
    return run
  }
}
