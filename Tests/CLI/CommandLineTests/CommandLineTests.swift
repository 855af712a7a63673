import Foundation
import FuzzTargets
import OracleTargets
import ProcessSupport
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
  static let commands: [[String]] = [
    ["run"], ["status"], ["doctor"], ["build"], ["replay"], ["triage"], ["crashes"], ["emit"],
    ["minimize", "corpus"], ["minimize", "input"], ["corpus", "stats"], ["corpus", "diff"],
    ["corpus", "import"], ["corpus", "export"], ["targets"], ["add-target"], ["check"], ["dump"],
    ["demo"], ["extract"], ["repair"], ["dictionary"],
    ["bench", "xml"], ["bench", "inflate"], ["bench", "bundle"], ["slicer", "setup"],
    ["slicer", "compare"], ["slicer", "session"], ["bench", "scene"], ["bench", "bugs"],
    ["bench", "triage"], ["bench", "regressions"], ["bench", "cover"], ["bench", "reduce"],
    ["bench", "instructions"], ["bench", "all"],
    ["ci"], ["coverage"], ["report"], ["oss-fuzz", "write"], ["oss-fuzz", "try"], ["bench", "run"],
    ["corpus", "stats"], ["corpus", "diff"], ["corpus", "import"], ["corpus", "export"],
  ]

  @Test("every command has help with an example", arguments: commands)
  func help(command: [String]) async throws {
    let (code, output) = try await CommandLineBench().run(command + ["--help"])
    #expect(code == 0)
    #expect(output.contains("Example"))
    #expect(output.contains("scenefuzz \(command.joined(separator: " "))"))
  }

  @Test("the help lists exactly the commands that are tested here")
  func commandsAreComplete() async throws {
    let (code, output) = try await CommandLineBench().run(["--help"])
    #expect(code == 0)
    let lines = output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") })
    let shown = lines[(start + 1)...].prefix { !$0.hasPrefix("  See") }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(shown) == Set(Self.commands.compactMap(\.first)))
  }

  @Test(
    "wrong usage exits with 2 and a sentence",
    arguments: [
      ["nosuch"], ["run", "nosuch"], ["run", "--time", "soon"], ["run", "--jobs", "0"],
      ["run", "--address-share", "2"], ["run", "--address-share", "0.1", "--build", "address"],
      ["run", "--target-finding", "x"], ["run", "--until-quiet", "never"],
      ["replay", "nosuch", "x"], ["check"], ["dump"], ["check", "--as", "nosuch", "x"],
      ["add-target", "Not A Name"], ["add-target", "xml"], ["minimize", "input"],
      ["build", "--build", "nosuch"], ["dictionary", "nosuch"], ["dictionary", "url"],
      ["report", "--session", "nosuch"], ["ci", "--jobs", "0"], ["ci", "nosuch"],
      ["coverage", "nosuch"], ["bench", "all", "nosuch"], ["ci", "--min-executions", "-1"],
    ])
  func usage(words: [String]) async throws {
    let (code, output) = try await CommandLineBench().run(words)
    #expect(code == 2, "\(output)")
    #expect(!output.isEmpty)
    #expect(!output.contains("Fatal error"))
  }

  @Test("targets are listed with their properties")
  func targets() async throws {
    let (code, output) = try await CommandLineBench().run(["targets"])
    #expect(code == 0)
    for target in FullCatalog.all {
      #expect(output.contains(target.name))
    }
  }

  @Test("a target that links a C library is refused for the static build, with an alternative")
  func staticBuild() async throws {
    let words = ["inflate-differential", "--build", "static"]
    for command in ["build", "run", "replay"] {
      let (code, output) = try await CommandLineBench().run([command] + words)
      #expect(code == 2)
      #expect(output.contains("links zlib"))
      #expect(output.contains("--build address"))
    }
  }

  @Test("status without a session says how to start one")
  func noStatus() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    for words in [["status"], ["status", "--json"]] {
      let (code, output) = try await bench.run(words + ["--store", bench.folder.path])
      #expect(code == 3)
      #expect(output.contains("start one with"))
    }
    #expect(InputFiles.below(bench.folder.path).isEmpty)
  }

  @Test("an invalid root exits with 3 and an explanation")
  func noRoot() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let (code, output) = try await bench.run(
      ["run", "xml"], environment: ["SCENEFUZZ_ROOT": bench.folder.path + "/none"])
    #expect(code == 3)
    #expect(output.contains("SCENEFUZZ_ROOT"))
  }

  @Test("--version prints the version that the changelog leads to, the commit and the compiler")
  func version() async throws {
    let (code, output) = try await CommandLineBench().run(["--version"])
    #expect(code == 0)
    let lines = output.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(output)")
    let number = try #require(lines[0].split(separator: " ").last.map(String.init))
    #expect(lines[0] == "scenefuzz \(number)")
    let changes = try String(
      contentsOf: Repository.root.appendingPathComponent("CHANGELOG.md"), encoding: .utf8)
    #expect(
      number.hasSuffix("-dev")
        ? changes.contains("## Unreleased") && !changes.contains("## \(number.dropLast(4))")
        : changes.contains("## \(number)"))
    #expect(lines[1].wholeMatch(of: /commit: [0-9a-f]{12}(-dirty)?/) != nil)
    #expect(lines[2].hasPrefix("toolchain: Swift 6."))
  }
}
