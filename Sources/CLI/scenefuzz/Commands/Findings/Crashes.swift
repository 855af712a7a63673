import ArgumentParser
import CrashTriage
import Foundation

/// `scenefuzz crashes`
struct Crashes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the findings, show one, merge two, split one, or close one that is fixed.",
    discussion: "Example: scenefuzz crashes show 6e92",
    subcommands: [List.self, Show.self, Merge.self, Split.self, Close.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One line for each finding; exits with 1 while any is open.",
      discussion: "Example: scenefuzz crashes list --json")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try storeOptions.store()
      let findings = try inStore { try store.findings() }
      if output.json {
        try printJSON(findings)
      } else if findings.isEmpty {
        print("No findings.")
      }
      for finding in findings where !output.json {
        print(
          "\(finding.fingerprint)  \(finding.status.rawValue.padded(6))  "
            + "\(finding.severity.padded(6))  \(finding.title)")
      }
      if findings.contains(where: { $0.status == .open }) { throw ExitStatus.finding.code }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the page of a finding.",
      discussion: "Example: scenefuzz crashes show 6e92")

    @Argument(help: "The fingerprint, or as much of it as only this finding begins with.")
    var id: String

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let finding = try findings(beginning: [id], in: storeOptions.store())[0]
      if output.json { try printJSON(finding) } else { print(finding.readme, terminator: "") }
    }
  }
}

extension String {
  /// Followed by spaces up to `width`.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
