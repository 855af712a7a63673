import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("check as a pre-flight")
struct PreflightCommandTests {
  private struct Line: Decodable {
    struct Hazard: Decodable {
      let code: String
      let severity: String
      let member: String?
      let line: Int?
      let column: Int?
    }

    let file: String
    let verdict: String
    let reason: String
    let hazards: [Hazard]
  }

  let bench: CommandLineBench

  init() throws { bench = try CommandLineBench() }

  private static let safe = "<MRML version='Slicer 5.6.2 32448'></MRML>"
  private static let broken = "<MRML>"
  private static let noted = "<MRML></MRML>"
  private static let caution = "<MRML version='Other 1'></MRML>"

  private func check(_ words: [String]) async throws -> (code: Int32?, lines: [Line]) {
    let (code, output) = try await bench.run(["check", "--json"] + words)
    return (
      code,
      try output.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
    )
  }

  @Test("every hostile seed is DANGEROUS, CAUTION or BROKEN")
  func hostileSeeds() async throws {
    let files = Repository.files(in: "corpus").map(\.path).filter { $0.contains("/hostile-") }
    #expect(files.count > 250)
    let (code, lines) = try await check(files)
    #expect(code == 1)
    #expect(lines.count == files.count)
    let verdicts: Set = ["DANGEROUS", "CAUTION", "BROKEN"]
    for line in lines { #expect(verdicts.contains(line.verdict), "\(line.file)") }
  }

  @Test("a member that climbs out of the archive is DANGEROUS, and the reason names it")
  func climbs() async throws {
    let seeds = Repository.root.appendingPathComponent("corpus/mrb/seeds")
    let file = seeds.appendingPathComponent("hostile-parent-folder.mrb").path
    let (code, output) = try await bench.run(["check", file])
    #expect(code == 1)
    let first = try #require(output.split(separator: "\n").first)
    #expect(first.hasPrefix("DANGEROUS  \(file): would write outside its folder: "))
    #expect(first.contains("../"))
  }

  @Test("a hazard in a scene has line and column")
  func places() async throws {
    let file = try bench.file(
      "s.mrml",
      "<MRML version='Slicer 5.6.2 32448'>\n<Model id='vtkMRMLModelNode1' name='a\u{200B}b'/></MRML>"
    )
    let (code, lines) = try await check([file])
    #expect(code == 1)
    let hazard = try #require(lines.first?.hazards.first)
    #expect(hazard.code == "invisibleCharacter")
    #expect(hazard.severity == "warning")
    #expect((hazard.line, hazard.column) == (2, 31))
  }

  @Test(
    "what changes nothing for a person is a note: the scene is SAFE",
    arguments: [
      ("<MRML><Model name='a'/></MRML>", ["missingVersion", "missingID"]),
      ("<MRML version='Slicer4'><Unheard/><Model/></MRML>", ["unknownVersion", "unknownClass"]),
      ("<MRML version='12877'/>", ["unknownVersion"]),
      ("<!DOCTYPE MRML SYSTEM 'mrml20.dtd'><MRML/>", ["externalSubsetSkipped"]),
      ("<?xml version='1.0' encoding='ISO-8859-1'?><MRML/>", ["otherEncoding"]),
      ("<MRML><Selection/><Selection/></MRML>", ["mergedSingleton"]),
    ])
  func notes(_ text: String, _ codes: [String]) async throws {
    let file = try bench.file("s.mrml", text)
    let (code, output) = try await bench.run(["check", "-v", file])
    #expect(code == 0)
    #expect(output.hasPrefix("SAFE  \(file): no hazard found, "), "\(output)")
    for code in codes { #expect(output.contains("[\(code)]"), "\(output)") }
  }

  @Test(
    "what a person has to act on is a warning: the scene is CAUTION",
    arguments: [
      ("<MRML version='Slicer 5'/>", "unknownVersion"), ("<html/>", "otherRoot"),
      ("<!DOCTYPE MRML SYSTEM 'http://h/m.dtd'><MRML/>", "externalSubsetSkipped"),
      ("<!DOCTYPE MRML PUBLIC 'm' '/etc/m.dtd'><MRML/>", "externalSubsetSkipped"),
      ("<MRML><Volume filePrefix='x'/></MRML>", "legacyFormat"),
      (
        "<?xml version='1.0' encoding='ISO-8859-1'?><MRML><Model name='é'/></MRML>", "otherEncoding"
      ),
      (
        "<MRML><Model id='a' singletonTag='1'/><Model id='b' singletonTag='1'/></MRML>",
        "mergedSingleton"
      ),
      (
        "<MRML><SubjectHierarchy id='vtkMRMLSubjectHierarchyNode1' "
          + "attributes='SubjectHierarchyVersion:2;'>"
          + "<SubjectHierarchyItem id='3' name='Scene' parent='0' attributes='Level^Scene|'/>"
          + "<SubjectHierarchyItem id='4' parent='3' name='n' dataNode='vtkMRMLModelNode1'/>"
          + "</SubjectHierarchy></MRML>", "itemNamedTwice"
      ),
    ])
  func warnings(_ text: String, _ code: String) async throws {
    let (exit, lines) = try await check([try bench.file("s.mrml", text)])
    #expect(exit == 1)
    #expect(lines.first?.verdict == "CAUTION")
    #expect(lines.first?.hazards.contains { $0.code == code && $0.severity == "warning" } == true)
  }

  @Test("a file of MRML 1.0 is BROKEN, and the reason names the format")
  func formerTextFormat() async throws {
    let (code, lines) = try await check([try bench.file("s.mrml", "MRML V1.0\nUrl (\n)\n")])
    #expect(code == 1)
    #expect(lines.first?.verdict == "BROKEN")
    #expect(
      lines.first?.reason.hasPrefix(
        "cannot be opened: formerTextFormat at 1:1: the file is of MRML 1.0, ") == true)
  }

  @Test("a subject hierarchy is a hazard from 51 levels on")
  func nestedItems() async throws {
    func scene(_ depth: Int) -> String {
      let items = (1...depth).map {
        "<SubjectHierarchyItem id='\($0 + 2)' parent='\($0 == 1 ? 0 : $0 + 1)' name='n'"
          + ($0 == 1 ? " attributes='Level^Scene|'/>" : "/>")
      }
      return "<MRML><SubjectHierarchy id='vtkMRMLSubjectHierarchyNode1' "
        + "attributes='SubjectHierarchyVersion:2;'>\(items.joined())</SubjectHierarchy></MRML>"
    }
    let files = [try bench.file("a.mrml", scene(50)), try bench.file("b.mrml", scene(51))]
    let (_, lines) = try await check(files)
    #expect(lines.map(\.verdict) == ["SAFE", "CAUTION"])
    #expect(lines.last?.hazards.map(\.code) == ["nestedItems"])
  }

  @Test(
    "--fail-on sets the lowest severity that exits with 1",
    arguments: [
      ("danger", caution, 0), ("warning", caution, 1), ("note", caution, 1), ("note", safe, 0),
      ("warning", noted, 0), ("note", noted, 1), ("danger", broken, 1),
    ] as [(String, String, Int32)])
  func threshold(_ severity: String, _ text: String, _ expected: Int32) async throws {
    let file = try bench.file("s.mrml", text)
    #expect(try await bench.run(["check", "--fail-on", severity, file]).code == expected)
  }

  @Test("a folder is searched in order, without links and unknown files, past unreadable files")
  func folders() async throws {
    let folder = bench.folder.path
    try FileManager.default.createDirectory(
      atPath: folder + "/in/b", withIntermediateDirectories: true)
    _ = try bench.file("in/b/second.mrml", Self.broken)
    _ = try bench.file("in/a.mrml", Self.safe)
    _ = try bench.file("in/notes.md", "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/in/link.mrml", withDestinationPath: folder + "/in/a.mrml")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/in/ring", withDestinationPath: folder + "/in")
    let (code, lines) = try await check([folder + "/in", folder + "/none"])
    #expect(code == 3)
    #expect(lines.map(\.verdict) == ["SAFE", "BROKEN", "UNREADABLE"])
    #expect(lines.map(\.file) == ["/in/a.mrml", "/in/b/second.mrml", "/none"].map { folder + $0 })
    let nothing = try await bench.run(["check", "--include", "*.none", folder + "/in"])
    #expect(nothing.code == 3)
    #expect(nothing.output.contains("no file was checked"))
    let included = try await check(["--include", "*.M?", folder + "/in"])
    #expect(included.lines.map(\.file) == [folder + "/in/notes.md"])
  }

  @Test("hostile names and texts are escaped in the page and in SARIF")
  func outputs() async throws {
    let name = "<script>alert(1)</script>\u{1B}.mrml"
    let file = try bench.file(name.replacing("/", with: "_"), Self.caution)
    let (page, log) = (bench.folder.path + "/a.html", bench.folder.path + "/a.sarif")
    let (code, _) = try await bench.run(["check", file, "--html", page, "--sarif", log])
    #expect(code == 1)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("&lt;script&gt;"))
    #expect(!html.contains("<script") && !html.contains("\u{1B}"))
    #expect(html.contains("1 CAUTION"))
    struct Log: Decodable {
      struct Run: Decodable {
        struct Result: Decodable {
          let ruleId: String
          let level: String
        }
        let results: [Result]
      }
      let version: String
      let runs: [Run]
    }
    let decoded = try JSONDecoder().decode(Log.self, from: Data(contentsOf: URL(filePath: log)))
    #expect(decoded.version == "2.1.0")
    #expect(decoded.runs.first?.results.map(\.ruleId) == ["scene/unknownVersion"])
    #expect(decoded.runs.first?.results.map(\.level) == ["warning"])
  }
}
