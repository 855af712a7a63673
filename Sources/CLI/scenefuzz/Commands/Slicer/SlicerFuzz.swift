import ArgumentParser
import ProcessSupport
import SlicerHost

/// `scenefuzz slicer fuzz`
struct SlicerFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Fuzz the readers of the real core, guided by coverage.",
    discussion: """
      Everything is written to the git-ignored folder private/slicer (mode 0700): corpora, findings and the \
      record of the session. A killed session resumes from its corpora. The output has counts only; do not \
      publish the folder (SECURITY.md).

      Exit codes: 0 no new finding, 1 a new finding, 3 the core is not installed or the kernel refuses.

      Examples:
        scenefuzz slicer fuzz bundle scene --time 1h
        scenefuzz slicer fuzz 'Model.*' --time 10m --jobs 2
        scenefuzz slicer fuzz --list
      """)

  @Argument(help: "Kinds of input, or patterns of them. Default: all.")
  var kinds: [String] = []

  @Option(help: "Duration of the session: 90s, 10m, 8h.")
  var time = TimeSpan(seconds: 600)

  @Option(help: "Number of workers at a time.")
  var jobs = 1

  @Option(help: "Seed of the mutations.")
  var seed: UInt64 = 1

  @Flag(help: "List the kinds and exit.")
  var list = false

  @Flag(help: "Print the state of the last session and exit.")
  var status = false

  @Option(
    help: "Write the private page of the sessions to this file below private/slicer and exit.")
  var page: String?

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs: 1 to 256.") }
  }

  func run() async throws {
    var words =
      kinds + ["--time", "\(Int(time.seconds))", "--jobs", "\(jobs)", "--seed", "\(seed)"]
    if list { words.append("--list") }
    if status { words.append("--status") }
    if let page { words += ["--page", page] }
    try await RealReaderCommand.run(
      .fuzz, words, timeLimit: time.duration + .seconds(3600))
  }
}
