import Foundation
import ProcessSupport
import TestSupport
import Testing
import ZipReading

@Suite("check reads the files that a scene names")
struct SceneFileCommandTests {
  private struct Line: Decodable {
    struct Hazard: Decodable {
      let source: String
      let code: String
      let severity: String
      let member: String?
      let line: Int?
      let column: Int?
      let offset: Int?
    }

    let reader: String
    let verdict: String
    let reason: String
    let hazards: [Hazard]
    let notes: [Hazard]
    let counts: [String: Int]

    var codes: [String] { hazards.map(\.code) }
  }

  private struct Extracted: Decodable {
    let member: String
    let leftOut: String?
  }

  let bench: CommandLineBench

  init() throws { bench = try CommandLineBench() }

  private func check(_ words: String...) async throws -> Line {
    let (_, output) = try await bench.run(["check", "--json"] + words)
    return try JSONDecoder().decode(Line.self, from: Data(output.utf8))
  }

  private func scene(_ storage: [(tag: String, name: String)]) -> String {
    let nodes = storage.enumerated().map { index, node in
      "<\(node.tag) id=\"vtkMRML\(node.tag)Node\(index + 1)\" name=\"s\(index)\" "
        + "fileName=\"\(node.name)\"></\(node.tag)>\n"
    }
    return "<MRML version=\"Slicer 5.6.2 32448\">\n\(nodes.joined())</MRML>"
  }

  private func bundle(
    _ storage: [(tag: String, name: String)], _ files: [(String, [UInt8])]
  ) throws -> String {
    var writer = ZipWriter()
    writer.add(name: "s/s.mrml", contents: Array(scene(storage).utf8))
    for (name, content) in files { writer.add(name: "s/Data/\(name)", contents: content) }
    return try file("s.mrb", writer.finish())
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = bench.folder.path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a file of a bundle that its reader refuses has member, line and column")
  func refused() async throws {
    let line = try await check(
      try bundle(
        [("MarkupsJsonStorage", "Data/F.mrk.json"), ("ColorTableStorage", "Data/c.ctbl")],
        [
          ("F.mrk.json", Array("{\"markups\":\n[{\"type\":\"Fiducial\",}]}".utf8)),
          ("c.ctbl", Array("# Color table file\n0 a 1 2 3 255\n-5 Bad 1 2 3 4\n".utf8)),
        ]))
    #expect(line.verdict == "CAUTION")
    #expect(line.codes == ["fileRefused", "fileRefused"])
    #expect(line.hazards.map(\.source) == ["sceneFile", "sceneFile"])
    #expect(line.hazards.map(\.member) == ["Data/F.mrk.json", "Data/c.ctbl"])
    #expect(line.hazards.map(\.line) == [2, 3])
    #expect(line.hazards.map(\.column) == [21, 1])
  }

  @Test("a header that claims more than the file of a bundle has is DANGEROUS")
  func claim() async throws {
    let stl = [UInt8](repeating: 0, count: 80) + [255, 255, 255, 255]
    let line = try await check(try bundle([("ModelStorage", "Data/m.stl")], [("m.stl", stl)]))
    #expect(line.verdict == "DANGEROUS")
    #expect(line.reason.hasPrefix("can crash the program that opens it"))
    #expect(line.hazards.map(\.code) == ["dataTooShort"])
    #expect(line.hazards.map(\.source) == ["sideFile"])
    #expect(line.hazards.map(\.member) == ["Data/m.stl"])
    #expect(line.hazards.map(\.offset) == [80])
  }

  @Test("a missing, an extra and a disguised file of a bundle are reported")
  func others() async throws {
    let line = try await check(
      try bundle(
        [("ModelStorage", "Data/none.vtk"), ("VolumeArchetypeStorage", "Data/v.nrrd")],
        [("v.nrrd", Array("ply\nformat ascii 1.0\nend_header\n".utf8)), ("x.bin", [1])]))
    #expect(line.codes == ["memberMissing", "otherKind"])
    // Nothing refers to the two storage nodes.
    #expect(line.notes.map(\.code) == ["memberExtra", "unreferencedNode", "unreferencedNode"])
    #expect(line.notes.map(\.member) == ["s/Data/x.bin", "s/s.mrml", "s/s.mrml"])
  }

  @Test("a data file that a detached header names is not extra, and its size counts")
  func dataFiles() async throws {
    let header =
      "NDims = 2\nDimSize = 4 2\nElementType = MET_UCHAR\nElementDataFile = LIST\na.raw\nb.raw\n"
    func codes(_ second: [UInt8]) async throws -> [String] {
      let line = try await check(
        try bundle(
          [("VolumeArchetypeStorage", "Data/v.mhd")],
          [("v.mhd", Array(header.utf8)), ("a.raw", [1, 2, 3, 4]), ("b.raw", second)]))
      #expect(!line.notes.map(\.code).contains("memberExtra"))
      return line.codes
    }
    #expect(try await codes([1, 2, 3, 4]).isEmpty)
    #expect(try await codes([1, 2, 3]) == ["dataFileTooShort"])
  }

  @Test("--with-files reads the files beside a scene on disk, and only those below its folder")
  func withFiles() async throws {
    let folder = bench.folder.path + "/in"
    try FileManager.default.createDirectory(
      atPath: folder + "/Data", withIntermediateDirectories: true)
    _ = try bench.file("secret.ctbl", "-1 secret 1 2 3 4\n")
    _ = try bench.file("in/Data/good.ctbl", "0 a 1 2 3 255\n")
    _ = try bench.file("in/Data/bad.ctbl", "0 a 1 2 3 255\n-1 b 1 2 3 4\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/Data/link.ctbl", withDestinationPath: bench.folder.path + "/secret.ctbl")
    let scene = try bench.file(
      "in/s.mrml",
      scene([
        ("ColorTableStorage", "Data/good.ctbl"), ("ColorTableStorage", "Data/bad.ctbl"),
        ("ColorTableStorage", "Data/link.ctbl"), ("ColorTableStorage", "Data/none.ctbl"),
        ("ColorTableStorage", "Data"),
      ]))
    let alone = try await check(scene)
    #expect(alone.codes.isEmpty)
    let line = try await check("--with-files", scene)
    #expect(line.codes == ["fileRefused", "fileOutside", "fileMissing", "fileUnreadable"])
    #expect(line.hazards.map(\.severity) == Array(repeating: "warning", count: 4))
    #expect(line.hazards.map(\.line) == [2, 4, 5, 6])
    #expect(line.counts["filesRead"] == 1)
    #expect(!line.reason.contains("secret"))
  }

  @Test(
    "a file of another format is read by its reader",
    arguments: [
      (
        "a.mha", "NDims = 1\nDimSize = 1\nElementType = MET_UCHAR\nElementDataFile = LOCAL\nx",
        "image"
      ),
      (
        "a.vtk", "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\nPOINTS 1 int\n1 2 3\n",
        "mesh"
      ),
      ("a.OBJ", "v 0 0 0\n", "mesh"), ("a.stl", "solid s\nendsolid s\n", "mesh"),
      ("a.ply", "ply\nformat ascii 1.0\nend_header\n", "mesh"),
      ("a.vtp", "<VTKFile type=\"PolyData\"><PolyData/></VTKFile>", "vtk"),
      ("a.csv", "a,b\n1,2\n", "table"), ("notes.txt", "hello\n", "text"),
      ("colors.txt", "# Color table file x\n0 a 1 2 3 255\n", "colors"),
      ("points.txt", "# Markups fiducial file version = 5.7\n1,1,2,3,0,0,0,1,1,1,0,a,,\n", "fcsv"),
    ])
  func kinds(_ name: String, _ text: String, _ reader: String) async throws {
    let line = try await check(try bench.file(name, text))
    #expect(line.reader == reader)
    #expect(line.verdict == "SAFE", "\(line.reason)")
    let (code, output) = try await bench.run(["dump", bench.folder.path + "/" + name])
    #expect(code == 0)
    #expect(
      output.contains("\"verdict\":\"accepted\"") || output.contains("\"verdict\" : \"accepted\""))
  }

  @Test("what extract leaves out, check has told with the same code and member")
  func agreement() async throws {
    let names: [String] = [
      "ok.txt", "../a", "a/../../b", "/b", "\\x", "c\\d", "D:e", "./C:x", "f\u{0}", "./", "CON",
      "aux.nrrd", "Lpt1.TXT", "com¹", "nul .x", "a.", "e ", "g /b", "aa:b", "a<b", "a>b", "a\"b",
      "a|b", "a?b", "a*b", String(repeating: "a", count: 256),
      String(repeating: "abcdefg/", count: 400), "a\u{202E}b", "a\u{1}b", "x", "x", "X",
      "stra\u{DF}e", "STRASSE", "\u{FB01}", "fi", "\u{E9}", "e\u{301}", "K", "\u{212A}",
      "h\u{200B}",
      "h", "p", "p/q",
    ]
    var writer = ZipWriter()
    for name in names { writer.add(name: name, contents: Array(name.utf8)) }
    writer.add(name: "l", contents: Array("../..".utf8), unixMode: 0o120777)
    writer.add(name: "l/m", contents: [])
    let path = try file("names.zip", writer.finish())
    let (code, output) = try await bench.run(
      ["extract", path, "--into", bench.folder.path + "/out", "--json"])
    #expect(code == 1)
    let extracted = try JSONDecoder().decode([Extracted].self, from: Data(output.utf8))
    #expect(extracted.count == names.count + 2)
    let told = try await check(path)
    #expect(told.verdict == "DANGEROUS")
    let hazards = Set((told.hazards + told.notes).map { "\($0.code) \($0.member ?? "")" })
    for one in extracted where one.leftOut != nil {
      #expect(hazards.contains("\(one.leftOut ?? "") \(one.member)"))
    }
    #expect(extracted.filter { $0.leftOut == nil }.map(\.member).contains("ok.txt"))
    #expect(extracted.count { $0.leftOut != nil } >= 35)
  }
}
