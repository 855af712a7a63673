import CorpusTools
import Foundation

/// A temporary folder in which libFuzzer merges: `in` holds every input under its content's name, `out` the seeds and
/// then what is kept.
///
/// libFuzzer starts its children through an unquoted shell, so that any space in a path makes it end well with an
/// empty result; here no path has one, and the program is reached through a link.
struct MergeBench {
  enum Role { case seed, input }

  private static let seedMark = "seed-"
  private let folder: TemporaryFolder
  private let toolchain: Toolchain
  private let timeLimit: Duration
  private let stop: StopSignal?

  init(
    toolchain: Toolchain, program: String, timeLimit: Duration, stop: StopSignal? = nil
  ) throws {
    folder = try TemporaryFolder()
    self.toolchain = toolchain
    self.timeLimit = timeLimit
    self.stop = stop
    for name in ["in", "out", "again"] { try WorkFolder.make("\(folder.path)/\(name)") }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/fuzz", withDestinationPath: program)
  }

  func remove() { folder.remove() }

  private var input: Corpus { Corpus(folder: URL(fileURLWithPath: "\(folder.path)/in")) }
  private var out: Corpus { Corpus(folder: URL(fileURLWithPath: "\(folder.path)/out")) }

  /// Copies the inputs of `corpus` in; returns how many it has. An input whose bytes are a seed's is that seed.
  @discardableResult
  func add(_ corpus: Corpus, as role: Role) throws -> Int {
    let found = try corpus.inputs()
    for entry in found {
      let bytes = try FileReplacement.read(entry.url)
      let seed = out.folder.appendingPathComponent(Self.seedMark + SHA1.name(of: bytes))
      switch role {
      case .seed: try FileReplacement.write(bytes, to: seed)
      case .input where !FileManager.default.fileExists(atPath: seed.path): try input.add(bytes)
      case .input: break
      }
    }
    return found.count
  }

  func inputs() throws -> [Corpus.Input] { try input.inputs() }

  func isSeed(_ path: String) -> Bool {
    URL(fileURLWithPath: path).lastPathComponent.hasPrefix(Self.seedMark)
  }

  /// What the merge kept besides the seeds.
  func kept() throws -> [Corpus.Input] { try out.inputs().filter { !isSeed($0.name) } }

  /// Lets libFuzzer add to `out` what has new features.
  func merge() async throws -> MergeControlFile {
    try await run(control: "control", "out", "in")
  }

  /// Runs what is in `out` again, for its features.
  func confirm() async throws -> MergeControlFile {
    let again = "\(folder.path)/again"
    try? FileManager.default.removeItem(atPath: again)
    try WorkFolder.make(again)
    return try await run(control: "control-again", "again", "out")
  }

  /// Puts back, for each missing feature, the smallest input that had it. False when there is none to put back.
  func restore(_ before: MergeControlFile, missing: Set<UInt32>) throws -> Bool {
    var open = missing
    var restored = false
    for (index, entry) in before.inputs.enumerated() where !isSeed(entry.path) {
      let features = before.features(of: index)
      guard !open.isDisjoint(with: features) else { continue }
      open.subtract(features)
      let from = URL(fileURLWithPath: entry.path, relativeTo: URL(fileURLWithPath: folder.path))
      let to = out.folder.appendingPathComponent(from.lastPathComponent)
      if FileManager.default.fileExists(atPath: to.path) { continue }
      try FileReplacement.write(FileReplacement.read(from), to: to)
      restored = true
    }
    return restored
  }

  private func run(control: String, _ first: String, _ second: String) async throws
    -> MergeControlFile
  {
    let path = "\(folder.path)/\(control)"
    try? FileManager.default.removeItem(atPath: path)
    let environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
    ).mapValues { $0.replacing("symbolize=1", with: "symbolize=0") }
    var child = ChildProcess(
      executable: "\(folder.path)/fuzz",
      arguments: [
        "-set_cover_merge=1", "-merge_control_file=\(path)", "-timeout=10", "-rss_limit_mb=2048",
        "-detect_leaks=0", "-artifact_prefix=\(folder.path)/", "\(folder.path)/\(first)",
        "\(folder.path)/\(second)",
      ],
      environment: environment, directory: folder.path, timeLimit: timeLimit)
    child.stop = stop
    let outcome = try await child.run()
    guard outcome.status.isSuccess, outcome.output.contains("MERGE-OUTER: successful"),
      let bytes = try? FileReplacement.read(URL(fileURLWithPath: path)),
      let merged = try? MergeControlFile(reading: bytes.span)
    else {
      throw RunFailure.environment(
        "libFuzzer did not finish the merge", "the corpus stays as it is; repeat the command")
    }
    return merged
  }
}
