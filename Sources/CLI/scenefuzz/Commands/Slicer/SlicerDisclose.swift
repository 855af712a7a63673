import ArgumentParser
import ProcessSupport
import SlicerHost

/// `scenefuzz slicer disclose`
struct SlicerDisclose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclose",
    abstract: "Write a private folder for each cause found in the core, for its maintainers.",
    discussion: """
      Each folder below private/slicer/disclosure has the reduced input, the stack, versions, three lines that \
      repeat it, and a draft letter. Nothing is sent. With --close a published cause becomes a public regression \
      input.

      Exit codes: 0 written, 2 an unknown cause, 3 the core is not installed.

      Examples:
        scenefuzz slicer disclose
        scenefuzz slicer disclose --close 3f2a9c01 --public https://example.org/advisory
      """)

  @Option(help: "Cause to close.")
  var close: String?

  @Option(help: "Address of the publication.")
  var `public`: String?

  func validate() throws {
    guard (close == nil) == (self.public == nil) else {
      throw ValidationError("--close and --public belong together.")
    }
  }

  func run() async throws {
    var words: [String] = []
    if let close, let address = self.public { words = ["--close", close, "--public", address] }
    try await RealReaderCommand.run(.disclose, words)
  }
}
