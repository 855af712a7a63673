internal import FuzzTargets
internal import OracleTargets

/// One command of `scenefuzz bench all`, or one script, with the arguments of the full and of the
/// quick run.
package struct BenchmarkCommand: Equatable, Sendable {
  /// Name for selecting it.
  package let name: String
  /// Heading in the document.
  let title: String
  /// Name of the script in `scripts`; `scenefuzz` for a command of this program.
  let script: String
  /// Arguments of the script.
  private(set) var words: [String]
  /// Arguments of the quick run.
  private(set) var quickWords: [String]
  let timeLimit: Duration

  init(
    _ name: String, _ title: String, _ words: [String], quick: [String]? = nil,
    script: String = "scenefuzz", timeLimit: Duration = .seconds(3_600)
  ) {
    self.name = name
    self.title = title
    self.script = script
    self.words = words
    quickWords = quick ?? words
    self.timeLimit = timeLimit
  }

  package func words(isQuick: Bool) -> [String] { isQuick ? quickWords : words }

  /// Name of the command that can report trials of an earlier run.
  package static let bugs = "bugs"

  /// The same, which completes and reports the trials in `folder`.
  package func resuming(_ folder: String) -> Self {
    var copy = self
    copy.words += ["--resume", folder]
    copy.quickWords += ["--resume", folder]
    return copy
  }

  /// Targets without a peer.
  private static let others = FullCatalog.all.map(\.name).filter {
    !["xml", "mrml", "demo"].contains($0)
  }

  /// Every command, in the order of the document.
  package static let all = [
    BenchmarkCommand(
      "xml", "XML reader against libxml2", ["bench", "xml"],
      quick: ["bench", "xml", "--size", "5", "--runs", "3"]),
    BenchmarkCommand(
      "inflate", "Inflate and CRC-32 against zlib", ["bench", "inflate"],
      quick: ["bench", "inflate", "--size", "5", "--runs", "3"]),
    BenchmarkCommand(
      "bundle", "Bundles against zlib and libarchive", ["bench", "bundle"],
      quick: ["bench", "bundle", "--size", "5", "--runs", "3"]),
    BenchmarkCommand(
      "scene", "Scene model against libxml2 and the 3D Slicer core", ["bench", "scene"],
      quick: ["bench", "scene", "--size", "5", "--runs", "3"]),
    BenchmarkCommand(
      "instructions", "Instructions per byte", ["bench", "instructions"],
      quick: ["bench", "instructions", "--size", "1"]),
    BenchmarkCommand(
      "run", "Executions per second against libxml2 under libFuzzer",
      ["bench", "run", "xml", "mrml"], quick: ["bench", "run", "xml", "mrml", "--runs", "1"]),
    BenchmarkCommand(
      "sessions", "Session rates of the other targets", ["bench", "run", "--runs", "1"] + others,
      quick: ["bench", "run", "--runs", "1", "url"]),
    BenchmarkCommand(
      bugs, "Injected bugs: the harness against plain libFuzzer",
      ["bench", "bugs", "--set", "all", "--trials", "3", "--peer-trials", "1", "--value-profile"],
      quick: ["bench", "bugs", "--set", "all", "--trials", "1", "--time", "1m"],
      timeLimit: .seconds(5 * 3_600)),
    BenchmarkCommand(
      "cover", "Corpus minimization against libFuzzer's merges and afl-cmin's rule",
      ["bench", "cover"], quick: ["bench", "cover", "url", "xml"]),
    BenchmarkCommand(
      "reduce", "Input reduction against other reducers",
      ["bench", "reduce", "--peer-seconds", "60"], quick: ["bench", "reduce", "--no-peers"],
      timeLimit: .seconds(2 * 3_600)),
    BenchmarkCommand("triage", "Triage against other tools' methods", ["bench", "triage"]),
    BenchmarkCommand("triage-speed", "Speed of triage", ["bench", "triage", "--speed"]),
    BenchmarkCommand(
      "coverage", "Source coverage of the parser by the committed inputs", ["coverage", "--check"]),
    BenchmarkCommand(
      "first-minute", "A fresh clone, and the second session", [], quick: ["--time", "10s"],
      script: "first-minute"),
  ]
}
