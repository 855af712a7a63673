import ArgumentParser
import ProcessSupport
import SlicerHost

/// `scenefuzz slicer doctor`
struct SlicerDoctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that the worker of slicer fuzz detects every kind of fault.",
    discussion: """
      Runs the worker on a small C library with injected faults; the core need not be installed.

      Exit codes: 0 all detected, 1 something was not detected, 3 the kernel refuses.

      Example: scenefuzz slicer doctor
      """)

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await RealReaderCommand.run(
      .doctor, output.json ? ["--json"] : [], timeLimit: .seconds(300))
  }
}
