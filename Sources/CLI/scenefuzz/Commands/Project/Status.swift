import ArgumentParser
import FuzzBuilds
import FuzzSession
import ProcessSupport

/// `scenefuzz status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the progress of a session from another terminal.",
    discussion: """
      Shows the running session, or else the last one: whether it runs, ended or was killed, a line for each target \
      ('ft' are features, 'corp' inputs of the working corpus, 'new' the time since the last new coverage), and the \
      findings. Reads the status file, which the session writes about once a second, and writes nothing. Exits \
      with 0 when there is a session, whatever it found.

      Example: scenefuzz status
      """)

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout by default.")
  var store: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.map { SessionStore(folder: $0) } ?? SessionStore(root: .locate())
    guard let report = SessionReport.latest(in: store) else {
      throw RunFailure.environment(
        "no session has written to \(store.folder) yet",
        "start one with '\(CommandWords.command("run"))', or name its folder with --store")
    }
    if output.json { try printJSON(report) } else { print(report.text) }
  }
}
