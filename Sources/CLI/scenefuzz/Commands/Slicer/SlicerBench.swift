import ArgumentParser
import ProcessSupport
import SlicerHost

/// `scenefuzz slicer bench`
struct SlicerBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the fuzzer of the real core against its bars.",
    discussion: """
      Coverage overhead in replay, guided executions per processor second, equal block sets of the seeds, replay \
      of claimed blocks, and guided against blind mutation over several trials.

      Exit codes: 0 all bars held, 1 a bar was missed, 3 the core is not installed.

      Examples:
        scenefuzz slicer bench --seconds 200 --trials 3
        scenefuzz slicer bench --kind scene
      """)

  @Option(help: "Processor seconds of each trial.")
  var seconds = 200

  @Option(help: "Trials of each way.")
  var trials = 3

  enum Kind: String, CaseIterable, ExpressibleByArgument { case scene, bundle }

  @Option(help: "Trials of one kind only, so that two commands use two cores.")
  var kind: Kind?

  @Flag(help: "Leave out the trials.")
  var quick = false

  func run() async throws {
    try await RealReaderCommand.run(
      .bench,
      ["--seconds", "\(seconds)", "--trials", "\(trials)"] + (quick ? ["--quick"] : [])
        + (kind.map { ["--kinds", $0.rawValue] } ?? []))
  }
}
