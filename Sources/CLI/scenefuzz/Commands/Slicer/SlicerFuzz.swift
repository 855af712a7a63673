import ArgumentParser
import Foundation
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

      Corpora feed each other: the core runs what the model's corpora have, and at the end what reached new \
      blocks of the core is minimized into the working corpora of the targets of the same format.

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

  @Flag(inversion: .prefixedNo, help: "Give the model's working corpora new inputs at the end.")
  var exchange = true

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs: 1 to 256.") }
  }

  func run() async throws {
    var words =
      kinds + ["--time", "\(Int(time.seconds))", "--jobs", "\(jobs)", "--seed", "\(seed)"]
    if list { words.append("--list") }
    if status { words.append("--status") }
    if let page { words += ["--page", page] }
    let (start, stop) = (Date.now, StopSignal())
    let code = try await RealReaderCommand.code(
      .fuzz, words, timeLimit: time.duration + .seconds(3600), stop: stop)
    if exchange, !list, !status, page == nil, !stop.isRaised {
      try await giveToModel(since: start)
    }
    try RealReaderCommand.end(code)
  }

  /// An exchange that fails is reported and changes nothing of the session's result.
  private func giveToModel(since start: Date) async throws {
    let (stop, display) = (StopSignal(), ProgressDisplay(onError: true))
    let exchange = CorpusExchange(root: try RepositoryRoot.locate(), stop: stop) { printRow($0) }
    let names = exchange.targets(since: start)
    guard !names.isEmpty else { return }
    display.say("minimizing the inputs of the core for \(names.joined(separator: ", "))")
    do throws(RunFailure) {
      let gained = try await InterruptHandler.watching(stop, display) {
        () async throws(RunFailure) in try await exchange.run(names)
      }
      printRow("the model's working corpora gained \(gained) inputs")
    } catch {
      display.say("the model's corpora are unchanged: \(error)")
    }
  }
}
