import Foundation
import FuzzTargets
import ProcessSupport

/// Commands as a person can copy them: they work from the current folder, exactly as they are printed.
package enum CommandWords {
  /// The script of the checkout, which builds what it needs; this very program where there is no script.
  package static var program: String {
    if let root = try? RepositoryRoot.locate(),
      FileManager.default.isExecutableFile(atPath: root.path("scripts/scenefuzz"))
    {
      return ShellWord.quoted(fromHere(root.path("scripts/scenefuzz")))
    }
    return ShellWord.quoted(CommandLine.arguments.first ?? "scenefuzz")
  }

  /// The program with `words`, quoted where the shell needs it, then the options that choose `plan`.
  ///
  /// - Parameter bug: Whether the demo bug is live; a command about its target then wakes it again.
  package static func command(
    _ words: String..., plan: BuildPlan = BuildPlan(.address), bug: Bool = isBugLive
  ) -> String {
    command(words, plan: plan, bug: bug)
  }

  package static func command(_ words: [String], plan: BuildPlan, bug: Bool) -> String {
    let wakes = bug && words.contains(FuzzTarget.demo.name)
    return (wakes ? bugWords + " " : "")
      + ([program] + (words + plan.words).map(ShellWord.quoted)).joined(separator: " ")
  }

  /// Runs the emitted test of a finding, with the demo bug live if `bug` is true.
  package static func test(of fingerprint: String, bug: Bool = false) -> String {
    let script = (try? RepositoryRoot.locate().path("scripts/test")) ?? "scripts/test"
    return (bug ? bugWords + " " : "") + ShellWord.quoted(fromHere(script))
      + " --filter Finding_" + fingerprint
  }

  /// What makes the demo bug live in a child.
  package static let bug = bug(named: "1")

  /// What makes the demo bug `name` live in a child.
  package static func bug(named name: String) -> [String: String] {
    ["SCENEFUZZ_DEMO_BUG": name]
  }

  private static let bugWords = bug.map { "\($0.key)=\($0.value)" }.joined(separator: " ")

  /// Whether the demo bug is live in this process, and so in its children.
  package static var isBugLive: Bool {
    let environment = ProcessInfo.processInfo.environment
    return bug.allSatisfy { environment[$0.key] == $0.value }
  }

  /// `path` relative to the current folder when it lies inside it.
  package static func fromHere(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let real = SystemBridge.resolved(path) ?? path
    guard path.hasPrefix("/"), here != "/", real.hasPrefix(here + "/") else { return path }
    return "./" + real.dropFirst(here.count + 1)
  }
}
