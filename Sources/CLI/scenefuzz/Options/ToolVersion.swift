import Foundation
import ProcessSupport

/// Version of this program, for `--version` and for reports that name their tool.
enum ToolVersion {
  /// Semantic version: that of the next release with `-dev` until it is tagged.
  static let number = "0.2.0-dev"

  /// Three lines: version, commit of the sources, compiler.
  ///
  /// An installed program has the last two in a file beside it; a program of a checkout reads them
  /// from git and from the toolchain on `PATH`. Costs one start of git and of the compiler.
  static func text() async -> String {
    let facts = installedFacts() ?? ""
    var lines = ["scenefuzz \(number)"]
    if facts.isEmpty {
      lines.append("commit: \(await checkoutCommit() ?? "unknown")")
      let toolchain = try? await Toolchain.locate()
      lines.append("toolchain: \(toolchain.map { "Swift " + $0.version } ?? "none found")")
    } else {
      lines.append(facts)
    }
    return lines.joined(separator: "\n")
  }

  /// Commit of the checkout, compiler and host, for the head of a report. The host has no name.
  static func facts() async -> [(name: String, value: String)] {
    let toolchain = try? await Toolchain.locate()
    let process = ProcessInfo.processInfo
    return [
      ("commit", await checkoutCommit() ?? "unknown"),
      ("compiler", toolchain.map { "Swift " + $0.version } ?? "none found"),
      (
        "host",
        "\(process.operatingSystemVersionString), \(process.processorCount) processors, "
          + "\((process.physicalMemory + (1 << 29)) >> 30) GB"
      ),
    ]
  }

  /// The file that `scripts/install` writes: `PREFIX/share/scenefuzz/version`.
  private static func installedFacts() -> String? {
    guard let program = SystemBridge.executablePath else { return nil }
    let prefix = URL(fileURLWithPath: program).deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = prefix.appendingPathComponent("share/scenefuzz/version").path
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func checkoutCommit() async -> String? {
    guard let root = try? RepositoryRoot.locate() else { return nil }
    let outcome = try? await ChildProcess(
      executable: "/usr/bin/env",
      arguments: [
        "git", "-C", root.path, "describe", "--always", "--dirty", "--abbrev=12", "--match=",
      ],
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(20)
    ).run()
    guard let outcome, outcome.status.isSuccess else { return nil }
    let commit = outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return commit.isEmpty ? nil : commit
  }
}
