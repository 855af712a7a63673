import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("repair")
struct RepairTests {
  @Test("a scene with a raw ampersand is written to a new file that is accepted")
  func scene() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let broken = bench.folder.path + "/broken.mrml"
    let repaired = bench.folder.path + "/repaired.mrml"
    try Data("<MRML version=\"Slicer4.4.0\"><Model name=\"R&D\"/></MRML>".utf8)
      .write(to: URL(fileURLWithPath: broken))
    let (code, output) = try await bench.run(["repair", broken, "-o", repaired])
    #expect(code == 0, "\(output)")
    #expect(output.contains("offset 42: a raw '&' is written as '&amp;'"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: repaired))
        == Data("<MRML version=\"Slicer4.4.0\"><Model name=\"R&amp;D\"/></MRML>".utf8))
    let (again, message) = try await bench.run(["repair", broken, "-o", repaired])
    #expect(again == 2)
    #expect(message.contains("already exists"))
    let fresh = bench.folder.path + "/fresh.mrml"
    let (unneeded, _) = try await bench.run(["repair", repaired, "-o", fresh])
    #expect(unneeded == 0)
    #expect(!FileManager.default.fileExists(atPath: fresh))
  }

  @Test("a hostile bundle is repaired to one without escaping names, listed as JSON")
  func bundle() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let bundle = Repository.root.appendingPathComponent("corpus/zip/seeds/hostile-names.zip").path
    let repaired = bench.folder.path + "/repaired.zip"
    let (code, output) = try await bench.run(["repair", "--json", bundle, "-o", repaired])
    #expect(code == 0, "\(output)")
    #expect(output.contains("\"renamedMember\""))
    let (check, line) = try await bench.run(["check", repaired])
    #expect(!line.contains("parentComponent"), "\(check) \(line)")
  }

  @Test("a file that only a guess could repair is left alone")
  func unrepairable() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let broken = bench.folder.path + "/broken.mrml"
    let repaired = bench.folder.path + "/repaired.mrml"
    try Data("<MRML><Model name=a/></MRML>".utf8).write(to: URL(fileURLWithPath: broken))
    let (code, output) = try await bench.run(["repair", broken, "-o", repaired])
    #expect(code == 1)
    #expect(output.contains("line 1, column 19"))
    #expect(!FileManager.default.fileExists(atPath: repaired))
  }

  @Test(
    "a repaired seed is opened by check without a danger, and any other is refused",
    arguments: ["mrb", "archive-repair", "scene-repair"])
  func seeds(_ target: String) async throws {
    struct Line: Decodable {
      let file: String
      let verdict: String
    }
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    var results: [String] = []
    for seed in Repository.files(in: "corpus/\(target)/seeds")
    where seed.pathExtension != "md" {
      let result = bench.folder.path + "/" + seed.lastPathComponent
      let (code, output) = try await bench.run(["repair", seed.path, "-o", result])
      #expect(code == 0 || code == 1, "\(seed.lastPathComponent): \(output)")
      let exists = FileManager.default.fileExists(atPath: result)
      #expect(!exists || code == 0, "\(seed.lastPathComponent)")
      if exists { results.append(result) }
    }
    #expect(results.count > 8)
    let (_, output) = try await bench.run(["check", "--json"] + results)
    let lines = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.count == results.count)
    for line in lines { #expect(["SAFE", "CAUTION"].contains(line.verdict), "\(line.file)") }
  }
}
