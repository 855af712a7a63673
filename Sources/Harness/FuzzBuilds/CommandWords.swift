import Foundation
import FuzzTargets
import ProcessSupport

/// Commands to copy: each works from the current folder exactly as printed.
package enum CommandWords {
  /// The script of the checkout, which builds what it needs; this program where there is no script.
  package static var program: String {
    if let root = try? RepositoryRoot.locate(),
      FileManager.default.isExecutableFile(atPath: root.path("scripts/scenefuzz"))
    {
      return ShellWord.quoted(fromHere(root.path("scripts/scenefuzz")))
    }
    return ShellWord.quoted(CommandLine.arguments.first ?? "scenefuzz")
  }

  /// The program with `words`, quoted for the shell, and the options that choose `plan`.
  ///
  /// - Parameter bug: Whether the demo bug is live; a command about its target then enables it.
  package static func command(
    _ words: String..., plan: BuildPlan = BuildPlan(.address), bug: Bool = isBugLive
  ) -> String {
    command(words, plan: plan, bug: bug)
  }

  package static func command(_ words: [String], plan: BuildPlan, bug: Bool) -> String {
    let enables = bug && words.contains(FuzzTarget.demo.name)
    return (enables ? bugWords + " " : "")
      + ([program] + (words + plan.words).map(ShellWord.quoted)).joined(separator: " ")
  }

  /// Command that runs the emitted test of a finding, with the demo bug live if `bug` is true.
  package static func test(of fingerprint: String, bug: Bool = false) -> String {
    let script = (try? RepositoryRoot.locate().path("scripts/test")) ?? "scripts/test"
    return (bug ? bugWords + " " : "") + ShellWord.quoted(fromHere(script))
      + " --filter Finding_" + fingerprint
  }

  /// Environment that enables the demo bug in a child.
  package static let bug = bug(named: "1")

  /// Environment that enables the demo bug `name` in a child.
  package static func bug(named name: String) -> [String: String] {
    ["SCENEFUZZ_DEMO_BUG": name]
  }

  private static let bugWords = bug.map { "\($0.key)=\($0.value)" }.joined(separator: " ")

  /// Whether the demo bug is live in this process and its children.
  package static var isBugLive: Bool {
    let environment = ProcessInfo.processInfo.environment
    return bug.allSatisfy { environment[$0.key] == $0.value }
  }

  /// `path` relative to the current folder when it is inside that folder.
  package static func fromHere(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let real = SystemBridge.resolved(path) ?? path
    guard path.hasPrefix("/"), here != "/", real.hasPrefix(here + "/") else { return path }
    return "./" + real.dropFirst(here.count + 1)
  }
}
