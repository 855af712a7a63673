import Foundation
import FuzzTargets

extension Session {
  /// Builds the entry points and, when this very build has not been proved yet, proves it.
  func build() async throws(RunFailure) {
    display.say("building \(options.plan.build.rawValue) …")
    var builder = Builder(root: root, toolchain: toolchain)
    builder.stop = stop
    let products = options.targets.map { "fuzz-" + $0.name }
    var built = try await builder.build(options.plan, products: products + [Doctor.product])
    let selfTest = built.removeLast()
    programs = built
    let proof = Proof(root: root, plan: options.plan)
    guard !proof.holds(for: selfTest) else { return }
    display.say("proving that this build sees traps, memory errors, hangs and broken laws …")
    var report = DoctorReport(toolchain: toolchain)
    report.rows = try await Doctor(builder: builder).prove(options.plan, program: selfTest)
    guard report.isHealthy else {
      throw .environment(
        "this build does not see all it must see:\n\(report.table)\n",
        "run '\(CommandWords.command("doctor", plan: options.plan))' for more; nothing was fuzzed")
    }
    proof.record(for: selfTest)
  }

  /// Puts the committed inputs into the working corpora.
  func seedCorpora() throws(RunFailure) {
    for (index, target) in options.targets.enumerated() {
      let corpus = workingCorpus(index)
      let identity = Proof.identity(of: programs[index]) ?? ""
      let seeding = try corpus.seed(
        from: options.usesSeeds ? root : nil, program: identity)
      if !seeding.failing.isEmpty {
        remarks.append(
          "\(target.name): left out, since they fail: "
            + seeding.failing.map(CommandWords.fromHere).joined(separator: " "))
      }
      if !seeding.tooLong.isEmpty {
        remarks.append(
          "\(target.name): left out, since they are longer than \(corpus.maximumLength) bytes: "
            + seeding.tooLong.map(CommandWords.fromHere).joined(separator: " "))
      }
    }
  }

  func workingCorpus(_ target: Int) -> WorkingCorpus {
    WorkingCorpus(
      target: options.targets[target].name, store: store, maximumLength: maximumLength(target))
  }

  private func maximumLength(_ target: Int) -> Int {
    options.maximumLength ?? options.targets[target].maximumLength
  }

  /// The process for one slice.
  func fuzzChild(_ slice: Schedule.Slice) throws(RunFailure) -> ChildProcess {
    let name = options.targets[slice.target].name
    let dictionary = root.path("corpus/\(name)/\(name).dict")
    let command = FuzzCommand(
      corpus: store.corpus(name), artifacts: store.artifacts(name), seconds: slice.seconds,
      maximumLength: maximumLength(slice.target), timeout: options.timeout,
      memoryLimit: options.memoryLimit,
      seed: options.seed.map { $0 &+ UInt32(truncatingIfNeeded: slice.number) } ?? 0,
      dictionary: options.usesDictionaries && FileManager.default.fileExists(atPath: dictionary)
        ? dictionary : nil)
    var environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer"))
    environment["SCENEFUZZ_PARENT"] = "\(ProcessInfo.processInfo.processIdentifier)"
    environment.merge(options.environment) { $1 }
    return ChildProcess(
      executable: programs[slice.target], arguments: command.arguments, environment: environment,
      timeLimit: .seconds(slice.seconds + options.timeout + 20), outputLimit: 512 << 10)
  }
}
