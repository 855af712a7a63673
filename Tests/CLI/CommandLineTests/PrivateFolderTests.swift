import Foundation
import ProcessSupport
import TestSupport
import Testing

/// Outputs of the commands beside a planted finding of the real core.
@Suite("A finding of the real core stays in the private folder")
struct PrivateFolderTests {
  /// Words of the planted finding; none is a word of the project.
  private static let marks = ["quetzalreader", "QuetzalParse", "0badc0de", "quetzalinput"]
  private static let report =
    "Tests/Analysis/CrashTriageTests/Reports/property.fuzz-debug.txt"

  /// A checkout with the sources of this one and its own private folder, crashes and sessions.
  private func checkout(in bench: CommandLineBench) throws -> String {
    let (root, files) = (bench.folder.path + "/checkout", FileManager.default)
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    let own = ["private", "crashes", ".scenefuzz", ".git"]
    for name in try files.contentsOfDirectory(atPath: Repository.root.path)
    where !own.contains(name) {
      try files.createSymbolicLink(
        atPath: "\(root)/\(name)", withDestinationPath: "\(Repository.root.path)/\(name)")
    }
    let finding = root + "/private/slicer/findings/0badc0de"
    try files.createDirectory(atPath: finding + "/inputs", withIntermediateDirectories: true)
    try Data("quetzalinput".utf8).write(to: URL(fileURLWithPath: finding + "/inputs/a.mrml"))
    try Data(Self.group.utf8).write(to: URL(fileURLWithPath: finding + "/group.json"))
    return root
  }

  private static let group = """
    {"id": "0badc0de", "title": "wild write in quetzalreader QuetzalParse", "class": "wild write", \
    "library": "quetzalreader", "function": "QuetzalParse", "cwe": "CWE-787", "severity": 3, \
    "evidence": "write far from any mapping", "kinds": ["scene"], "count": 7, \
    "frames": ["quetzalreader QuetzalParse"], "first": "2026-01-01T00:00:00Z", "alike": 1, \
    "compared": 1, "status": "open", "details": {}}
    """

  private func run(
    _ bench: CommandLineBench, _ root: String, _ words: [String]
  ) async throws -> (code: Int32?, output: String) {
    try await bench.run(words, environment: ["SCENEFUZZ_ROOT": root], directory: root)
  }

  @Test("no output of any command, no page, no log for other programs and no test mentions it")
  func nothingLeaks() async throws {
    let bench = try CommandLineBench()
    let root = try checkout(in: bench)
    let out = bench.folder.path + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let commands: [(words: [String], codes: Set<Int32>)] = [
      (["status"], [0, 3]), (["status", "--json"], [0, 3]),
      (["report", "-o", out + "/report.html"], [0]),
      (
        [
          "triage", Repository.root.path + "/" + Self.report, "--sarif", out + "/a.sarif",
          "--junit", out + "/a.xml", "--summary", out + "/a.md",
        ], [1]
      ),
      (["crashes"], [0, 1]), (["crashes", "--json"], [0, 1]),
      (["emit", "--json", "--into", out + "/tests"], [0]),
      (["report", "-o", out + "/again.html"], [0]), (["targets", "--json"], [0]),
      (["corpus", "stats", "mrml"], [0]), (["slicer", "fuzz", "--list"], [0]),
      (["slicer", "fuzz", "--status"], [0]),
    ]
    for command in commands {
      let (code, output) = try await run(bench, root, command.words)
      #expect(code.map(command.codes.contains) == true, "\(command.words): \(output)")
      for mark in Self.marks { #expect(!output.contains(mark), "\(command.words)") }
    }
    for name in ["report.html", "a.sarif", "a.xml", "a.md", "again.html", "tests"] {
      #expect(FileManager.default.fileExists(atPath: "\(out)/\(name)"), "\(name)")
    }
    let written = files(below: bench.folder.path, except: root + "/private")
    #expect(written.contains { $0.contains("/crashes/") })
    for path in written {
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      for mark in Self.marks {
        #expect(!text.contains(mark) && !path.contains(mark), "\(path)")
      }
    }
  }

  @Test("report --private shows it on a page marked private, and only below the private folder")
  func privatePage() async throws {
    let bench = try CommandLineBench()
    let root = try checkout(in: bench)
    let (code, output) = try await run(bench, root, ["report", "--private"])
    #expect(code == 0, "\(output)")
    let page = root + "/private/slicer/report.html"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("PRIVATE") && text.contains("QuetzalParse"))
    #expect(!output.contains("QuetzalParse"))
    let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let elsewhere = try await run(
      bench, root, ["report", "--private", "-o", bench.folder.path + "/page.html"])
    #expect(elsewhere.code == 2, "\(elsewhere.output)")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/page.html"))
    #expect(try await run(bench, root, ["report", "--private", "--session", "last"]).code == 2)
  }

  /// Regular files below a folder; links are not followed.
  private func files(below folder: String, except left: String) -> [String] {
    let all = FileManager.default.enumerator(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.isRegularFileKey])
    return (all?.compactMap { $0 as? URL } ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        && !$0.path.hasPrefix(left)
    }.map(\.path)
  }
}
