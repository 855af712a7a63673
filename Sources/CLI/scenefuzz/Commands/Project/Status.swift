import ArgumentParser
import FuzzBuilds
import FuzzSession
import ProcessSupport

/// `scenefuzz status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell from another terminal how far a session is.",
    discussion: """
      Shows the session that runs, or else the last one: whether it runs, ended or was killed, a line for each target \
      ('ft' are features, 'corp' inputs of the working corpus, 'new' the time since something new was met), and the \
      findings met. Reads what the session writes about once a second; writes nothing and holds nothing up. Ends \
      with 0 when there is a session to tell of, whatever it found.

      Example: scenefuzz status
      """)

  @Option(help: "Folder of working data; '.scenefuzz' in the checkout unless told otherwise.")
  var store: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.map { SessionStore(folder: $0) } ?? SessionStore(root: .locate())
    guard let report = SessionReport.latest(in: store) else {
      throw RunFailure.environment(
        "no session has written to \(store.folder) yet",
        "begin one with '\(CommandWords.command("run"))', or name its folder with --store")
    }
    if output.json { try printJSON(report) } else { print(report.text) }
  }
}
