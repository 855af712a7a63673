import Foundation
import TestSupport
import Testing

@Suite("check and dump of side files")
struct SideFileTests {
  private struct Line: Decodable {
    struct Failure: Decodable {
      let code: String
      let offset: Int
      let line: Int
      let column: Int
    }

    let reader: String
    let readerVerdict: String
    let error: Failure?
    let hazards: [SceneHazard]
  }

  private struct SceneHazard: Decodable {
    let code: String
    let severity: String
    let offset: Int
  }

  let bench: CommandLineBench

  init() throws { bench = try CommandLineBench() }

  private func check(_ name: String, _ text: String) async throws -> (code: Int32?, line: Line) {
    let file = try bench.file(name, text)
    let (code, output) = try await bench.run(["check", "--json", file])
    return (code, try JSONDecoder().decode(Line.self, from: Data(output.utf8)))
  }

  @Test(
    "the name selects the reader, and a file without a hazard exits with 0",
    arguments: [
      ("a.mrk.json", "{\"markups\":[{\"type\":\"Line\"}]}", "markups"),
      ("a.fcsv", "# Markups fiducial file version = 5.7\n1,1,2,3\n", "fcsv"),
      ("a.acsv", "# Name = F\npoint|1|2|3|1|1\n", "acsv"), ("a.ctbl", "0 a 1 2 3 4\n", "colors"),
      ("a.csv", "LabelValue,Name\n0,a\n", "colors"),
      ("a.tsv", "LabelValue\tName\n0\ta\n", "colors"),
      ("a.seg.nrrd", "NRRD0005\ntype: uchar\ndimension: 1\nsizes: 2\nencoding: raw\n\nxy", "nrrd"),
    ])
  func readers(_ name: String, _ text: String, _ reader: String) async throws {
    let (code, line) = try await check(name, text)
    #expect(code == 0)
    #expect(line.reader == reader)
    #expect(line.readerVerdict == "accepted")
    #expect(line.hazards.isEmpty)
  }

  @Test("a refused side file exits with 1 and has code and position") func refused() async throws {
    let (code, line) = try await check("a.ctbl", "0 a 1 2 3 4\n-1 b 1 2 3 4\n")
    #expect(code == 1)
    #expect(line.readerVerdict == "refused")
    let error = try #require(line.error)
    #expect(error.code == "negativeColorIndex")
    #expect((error.offset, error.line, error.column) == (12, 2, 1))
  }

  @Test("a hazard exits with 1 and has a severity") func hazard() async throws {
    let (code, line) = try await check("a.mrk.json", "{\"markups\":[{\"type\":\"Line\"},{}]}")
    #expect(code == 1)
    #expect(line.readerVerdict == "accepted")
    #expect(line.hazards.map(\.code) == ["elementWithoutType"])
    #expect(line.hazards.map(\.severity) == ["danger"])
    #expect(line.hazards.map(\.offset) == [28])
  }

  @Test("dump --json prints one line for each input, including refused ones") func dump()
    async throws
  {
    let points = try bench.file("a.fcsv", "a,1,2,inf,1,0\n")
    let table = try bench.file("b.ctbl", "-1 a 1 2 3 4\n")
    let (code, output) = try await bench.run(["dump", "--json", points, table])
    #expect(code == 1)
    struct Dump: Decodable {
      struct Point: Decodable {
        let id: String
        let label: String
        let visible: Bool
      }

      let verdict: String
      let points: [Point]?
      let hazards: [String]?
    }
    let lines = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Dump.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.verdict) == ["accepted", "refused"])
    #expect(lines[0].points?.map(\.label) == ["a"])
    #expect(lines[0].points?.first?.visible == false)
    #expect(lines[0].hazards == ["nonFiniteNumber"])
    #expect(output.contains("\"inf\""))
  }

  @Test("every seed of the side files is read without a crash")
  func seeds() async throws {
    let kinds = [
      ("markups-json", "markups"), ("fcsv", "fcsv"), ("colors", "colors"), ("nrrd-header", "nrrd"),
    ]
    for (target, kind) in kinds {
      let files = Repository.files(in: "corpus/\(target)/seeds").map(\.path)
      let (code, output) = try await bench.run(["dump", "--json", "--as", kind] + files)
      #expect(code == 0 || code == 1)
      #expect(output.split(separator: "\n").count == files.count)
    }
  }
}
