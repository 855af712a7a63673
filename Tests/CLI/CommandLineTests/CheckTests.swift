import Foundation
import ProcessSupport
import TestSupport
import Testing

/// A line of `check --json`.
private struct Line: Decodable {
  struct Failure: Decodable {
    let code: String
    let message: String
    let offset: Int?
    let line: Int?
    let column: Int?
  }

  struct SceneHazard: Decodable {
    let code: String
  }

  let file: String
  let reader: String
  let verdict: String
  let readerVerdict: String
  let reason: String
  let error: Failure?
  let hazards: [SceneHazard]
  let counts: [String: Int]
  let sceneMember: String?
}

@Suite("check and dump")
struct CheckTests {
  let bench: CommandLineBench

  init() throws { bench = try CommandLineBench() }

  private func check(_ words: String...) async throws -> (code: Int32?, lines: [Line]) {
    let (code, output) = try await bench.run(["check", "--json"] + words)
    let lines = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    return (code, lines)
  }

  @Test(
    "every seed written by the real core is accepted, and every hand-written seed gives exit code 0 or 1"
  )
  func seeds() async throws {
    let files = ["mrml", "mrb"].flatMap { Repository.files(in: "corpus/\($0)/seeds") }
    let (code, output) = try await bench.run(["check", "--json"] + files.map(\.path))
    #expect(code == 1)
    let lines = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.file) == files.map(\.path))
    for line in lines where !line.file.contains("/hostile-") {
      // Seeds of other archive formats are refused by name.
      let verdict = line.file.contains("/foreign-") ? "refused" : "accepted"
      #expect(line.readerVerdict == verdict, "\(line.file)")
    }
    #expect(lines.contains { $0.file.contains("/hostile-") && $0.readerVerdict == "refused" })
  }

  @Test("an accepted scene without hazards exits with 0 and prints its counts")
  func accepted() async throws {
    let scene = try bench.file(
      "a b.mrml",
      "<MRML version='Slicer 5.6.2 32448'><Model id='vtkMRMLModelNode1' name='m'/></MRML>")
    let (code, lines) = try await check(scene)
    #expect(code == 0)
    let line = try #require(lines.first)
    #expect(line.reader == "mrml")
    #expect(line.verdict == "SAFE")
    #expect(line.readerVerdict == "accepted")
    #expect(line.reason == "no hazard found")
    #expect(line.error == nil)
    #expect(line.counts["elements"] == 2)
    #expect(line.counts["nodes"] ?? 0 >= 1)
  }

  @Test("a refusal has code, line, column and offset, and the next file is still read")
  func refused() async throws {
    let wrong = try bench.file("wrong.mrml", "<MRML>\n<Model></Mode1></MRML>")
    let right = try bench.file("right.xml", "<a/>")
    let (code, lines) = try await check(wrong, right)
    #expect(code == 1)
    try #require(lines.count == 2)
    let error = try #require(lines[0].error)
    #expect(lines[0].verdict == "BROKEN")
    #expect(lines[0].readerVerdict == "refused")
    #expect(lines[0].reason.hasPrefix("cannot be opened: mismatchedEndTag at 2:10: "))
    #expect(error.code == "mismatchedEndTag")
    #expect((error.line, error.column, error.offset) == (2, 10, 16))
    #expect(lines[1].readerVerdict == "accepted")
    #expect(lines[1].reader == "xml")
  }

  @Test(
    "the rules preset decides about another encoding after a byte order mark")
  func presets() async throws {
    let file = try bench.file(
      "mark.xml", "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><a/>")
    let standard = try await check(file)
    #expect(standard.lines.first?.error?.code == "encodingMismatch")
    let slicer = try await check("--rules", "slicer", file)
    #expect(slicer.lines.first?.readerVerdict == "accepted")
  }

  @Test("a bundle names its scene; a link that leaves the bundle is a hazard")
  func bundles() async throws {
    let seeds = Repository.root.appendingPathComponent("corpus/mrb/seeds")
    let model = try await check(seeds.appendingPathComponent("model.mrb").path)
    #expect(model.code == 0)
    #expect(model.lines.first?.sceneMember == "model/model.mrml")
    #expect(model.lines.first?.counts["members"] == 3)
    let hostile = try await check(seeds.appendingPathComponent("hostile-through-link.mrb").path)
    #expect(hostile.code == 1)
    #expect(hostile.lines.first?.hazards.contains { $0.code == "throughLink" } == true)
  }

  @Test("a link on the command line is checked")
  func links() async throws {
    let (code, lines) = try await check(
      "slicer://viewer/?download=https%3A%2F%2Fexample.org%2Fa.mrb")
    #expect(lines.first?.reader == "url")
    #expect(code == 0 || code == 1)
    let broken = try await check("slicer://[")
    #expect(broken.code == 1)
  }

  @Test("an unreadable file gives exit code 3, whatever the other files give")
  func unreadable() async throws {
    let wrong = try bench.file("wrong.mrml", "<")
    let (code, lines) = try await check(bench.folder.path + "/none.mrml", wrong)
    #expect(code == 3)
    #expect(lines.map(\.verdict) == ["UNREADABLE", "BROKEN"])
  }

  @Test("hostile names and texts are made printable")
  func neutral() async throws {
    let file = try bench.file("\u{1B}[2J\u{202E}.mrml", "<MRML>\u{1B}</MRML>")
    let (code, output) = try await bench.run(["check", file])
    #expect(code == 1)
    #expect(!output.contains("\u{1B}"))
    #expect(!output.contains("\u{202E}"))
    let bundle = Repository.root.appendingPathComponent("corpus/mrb/seeds/hostile-control-name.mrb")
    let (_, prose) = try await bench.run(["check", bundle.path])
    #expect(!prose.contains("\u{1B}") && !prose.contains("\0"))
  }

  @Test("dump prints XML as PYX and scenes as JSON")
  func dump() async throws {
    let scene = try bench.file(
      "s.mrml",
      "<MRML version='Slicer 5'><Model id='vtkMRMLModelNode1' name='m' attributes='a:b;'/></MRML>")
    let (code, output) = try await bench.run(["dump", "--as", "xml", scene])
    #expect(code == 0)
    #expect(
      output.split(separator: "\n") == [
        "(MRML", "Aversion Slicer 5", "(Model", "Aid vtkMRMLModelNode1", "Aname m",
        "Aattributes a:b;", ")Model", ")MRML",
      ])
    let (sceneCode, json) = try await bench.run(["dump", scene])
    #expect(sceneCode == 0)
    struct Dump: Decodable {
      struct Node: Decodable {
        let `class`: String
        let tag: String
        let id: String
        let name: String
        let attributes: [String: String]
        let references: [String: [String]]
      }

      let verdict: String
      let version: String
      let nodes: [Node]
    }
    let dump = try JSONDecoder().decode(Dump.self, from: Data(json.utf8))
    #expect(dump.verdict == "accepted")
    #expect(dump.version == "Slicer 5")
    let node = try #require(dump.nodes.first { $0.id == "vtkMRMLModelNode1" })
    #expect((node.class, node.tag, node.name) == ("vtkMRMLModelNode", "Model", "m"))
    #expect(node.attributes == ["a": "b"])
    #expect(node.references.isEmpty)
  }

  @Test("dump of an archive lists its members in order, each with the digest of its content")
  func archives() async throws {
    struct Member: Decodable {
      let name: String
      let method: String
      let size: Int
      let crc32: String
      let isDirectory: Bool
      let sha256: String?
      let error: String?
    }
    let seeds = Repository.root.appendingPathComponent("corpus/mrb/seeds")
    let (code, output) = try await bench.run(
      ["dump", "--as", "zip", seeds.appendingPathComponent("no-node.mrb").path])
    #expect(code == 0)
    let members = try JSONDecoder().decode([Member].self, from: Data(output.utf8))
    #expect(members.map(\.name) == ["no-node/", "no-node/no-node.mrml"])
    #expect(members.map(\.isDirectory) == [true, false])
    #expect(members.allSatisfy { $0.crc32.count == 8 && $0.sha256?.count == 64 && $0.error == nil })
    #expect(
      members[0].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("dump of a refused input exits with 1 and prints the reason")
  func refusedDump() async throws {
    let file = try bench.file("wrong.mrml", "<MRML>")
    let (code, output) = try await bench.run(["dump", file])
    #expect(code == 1)
    #expect(output.contains("\"verdict\" : \"refused\""))
    #expect(output.contains("unclosedElement"))
  }
}
