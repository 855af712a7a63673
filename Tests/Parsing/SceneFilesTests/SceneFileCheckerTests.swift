import ByteReading
import SceneBundle
import SceneFiles
import SceneModel
import SideFiles
import Testing
import ZipReading

@Suite("files of a scene are checked by the reader of their kind")
struct SceneFileCheckerTests {
  /// A bundle whose scene has one storage node per class and file name.
  private func check(
    _ storage: [(tag: String, name: String)], _ files: [(String, [UInt8])]
  ) throws -> [CheckedSceneFile] {
    let nodes = storage.enumerated().map { index, node in
      "<\(node.tag) id=\"vtkMRML\(node.tag)Node\(index + 1)\" name=\"s\(index)\" "
        + "fileName=\"\(node.name)\"></\(node.tag)>"
    }
    let scene = "<MRML version=\"Slicer5.6.2\">\(nodes.joined())</MRML>"
    let bytes = SceneBundle.make(name: "s", scene: Array(scene.utf8), data: files)
    let bundle = try SceneBundle(reading: bytes.span)
    return bundle.checkedFiles(of: try bundle.scene(), in: bytes)
  }

  private func codes(_ file: CheckedSceneFile) -> [String] { file.hazards.map(\.code) }

  @Test("a sound file is read without hazards")
  func read() throws {
    let files = try check(
      [("ColorTableStorage", "Data/c.ctbl")], [("c.ctbl", Array("0 a 1 2 3 255\n".utf8))])
    #expect(files.map(\.outcome) == [.read])
    #expect(files.map(\.kind) == [.colorTable])
    #expect(files[0].hazards.isEmpty)
    #expect(files[0].severity == nil)
    #expect(files[0].sceneOffset != nil)
  }

  @Test("two files that their readers refuse are two warnings with offsets")
  func refused() throws {
    let files = try check(
      [("MarkupsJsonStorage", "Data/F.mrk.json"), ("ColorTableStorage", "Data/c.ctbl")],
      [
        ("F.mrk.json", Array("{\"markups\":[{\"type\":\"Fiducial\",}]}".utf8)),
        ("c.ctbl", Array("# Color table file\n-5 Bad 1 2 3 4\n".utf8)),
      ])
    #expect(files.map(\.kind) == [.markups, .colorTable])
    #expect(files.allSatisfy { if case .refused = $0.outcome { true } else { false } })
    #expect(files.map(codes) == [["fileRefused"], ["fileRefused"]])
    #expect(files.map { $0.hazards[0].offset } == [31, 19])
    #expect(files.map { $0.hazards[0].member } == ["Data/F.mrk.json", "Data/c.ctbl"])
    #expect(files.map(\.severity) == [.warning, .warning])
  }

  @Test("missing, outside and extra files are reported once")
  func absent() throws {
    let files = try check(
      [
        ("ModelStorage", "Data/none.vtk"), ("ModelStorage", "Data/none.vtk"),
        ("ModelStorage", "../../out.vtk"), ("ModelStorage", "/etc/passwd"),
      ], [("more.bin", [1])])
    #expect(files.map(\.outcome) == [.missing, .outside, .outside, .extra])
    #expect(
      files.map(codes) == [["fileMissing"], ["fileOutside"], ["fileOutside"], ["fileExtra"]])
    #expect(files.map(\.severity) == [.warning, .danger, .danger, .note])
    #expect(files[3].name == "s/Data/more.bin")
  }

  @Test("content of another kind than its name is read as what it is")
  func otherKind() throws {
    let files = try check(
      [("ModelStorage", "Data/m.vtk")],
      [("m.vtk", Array("NRRD0004\ntype: uchar\ndimension: 1\nsizes: 1\nencoding: raw\n\nx".utf8))])
    #expect(files.map(\.kind) == [.nrrd])
    #expect(files.map(\.outcome) == [.read])
    #expect(files.map(codes) == [["otherKind", "otherRole"]])
  }

  @Test("a text file of a color table node is read as a color table")
  func byContent() throws {
    let text = Array("# Color table file t\n# 1 values\n0 Background 0 0 0 0\n".utf8)
    let files = try check([("ColorTableStorage", "Data/t.txt")], [("t.txt", text)])
    #expect(files.map(\.kind) == [.colorTable])
    #expect(files[0].hazards.isEmpty)
    let alone = SceneFileChecker().check(fileName: "t.txt", content: text.span)
    #expect(alone.kind == .colorTable)
  }

  @Test("data files of a detached header are found, and their size is compared")
  func dataFiles() throws {
    let header =
      "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 2 2\nencoding: raw\ndata file: s_%d.raw 1 2 1\n"
    let names = [("v.nhdr", Array(header.utf8)), ("s_1.raw", [1, 2, 3, 4] as [UInt8])]
    let whole = try check(
      [("VolumeArchetypeStorage", "Data/v.nhdr")], names + [("s_2.raw", [1, 2, 3, 4])])
    #expect(whole.count == 1)
    #expect(whole[0].detachedData?.names == ["s_1.raw", "s_2.raw"])
    #expect(whole[0].detachedData?.sampleBytes == 4)
    #expect(codes(whole[0]) == ["detachedData"])
    let short = try check(
      [("VolumeArchetypeStorage", "Data/v.nhdr")], names + [("s_2.raw", [1, 2, 3])])
    #expect(codes(short[0]).last == "dataFileTooShort")
    #expect(short[0].severity == .danger)
    let missing = try check([("VolumeArchetypeStorage", "Data/v.nhdr")], names)
    #expect(codes(missing[0]).last == "dataFileMissing")
  }

  @Test("every data file must hold its own part, after the bytes to skip")
  func parts() throws {
    func codes(_ fields: String, _ data: [(String, [UInt8])]) throws -> [String] {
      let header = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 2 2\n\(fields)"
      return try check(
        [("VolumeArchetypeStorage", "Data/v.nhdr")], [("v.nhdr", Array(header.utf8))] + data
      ).flatMap(self.codes).filter { $0 != "detachedData" }
    }
    let pattern = "encoding: raw\ndata file: s_%d.raw 1 2 1\n"
    #expect(
      try codes(pattern, [("s_1.raw", [1, 2, 3]), ("s_2.raw", [1, 2, 3, 4, 5])])
        == ["dataFileTooShort"])
    let skips = "encoding: raw\ndata file: SKIPLIST\n2 a.raw\n0 b.raw\n"
    #expect(
      try codes(skips, [("a.raw", [0, 0, 1, 2, 3, 4]), ("b.raw", [1, 2, 3, 4])])
        == ["listWithSkips"])
    #expect(
      try codes(skips, [("a.raw", [0, 0, 1, 2, 3]), ("b.raw", [1, 2, 3, 4])])
        == ["listWithSkips", "dataFileTooShort"])
    let gzip = "encoding: gzip\ndata file: v.raw.gz\n"
    #expect(try codes(gzip, [("v.raw.gz", Self.gzip(8))]).isEmpty)
    #expect(try codes(gzip, [("v.raw.gz", Self.gzip(7))]) == ["dataFileTooShort"])
    #expect(try codes(gzip, [("v.raw.gz", [1, 2, 3])]) == ["dataFileTooShort"])
  }

  /// A gzip member of `count` zero bytes.
  private static func gzip(_ count: Int) -> [UInt8] {
    let content = [UInt8](repeating: 0, count: count)
    let crc = CRC32.checksum(content.span)
    let trailer = (0..<4).map { UInt8(truncatingIfNeeded: crc >> UInt32(8 * $0)) }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .good)
      + trailer + [UInt8(count), 0, 0, 0]
  }

  @Test("a hazard in a text has line and column, one after binary data has none")
  func places() throws {
    let text = Array("# Color table file\n0 a 1 2 3 4\n-5 Bad 1 2 3 4\n".utf8)
    let table = SceneFileChecker().check(fileName: "c.ctbl", content: text.span)
    #expect(table.hazards.map(\.line) == [3])
    #expect(table.hazards.map(\.column) == [1])
    let stl = [UInt8](repeating: 0, count: 80) + [9, 0, 0, 0]
    let mesh = SceneFileChecker().check(fileName: "m.stl", content: stl.span)
    #expect(mesh.hazards.map(\.code) == ["dataTooShort"])
    #expect(mesh.hazards.map(\.line) == [nil])
  }

  @Test("a member that is a link is not followed")
  func link() throws {
    let scene =
      "<MRML version=\"Slicer5.6.2\"><ModelStorage id=\"vtkMRMLModelStorageNode1\" name=\"s\" "
      + "fileName=\"m.stl\"></ModelStorage></MRML>"
    var writer = ZipWriter()
    writer.add(name: "s/s.mrml", contents: Array(scene.utf8))
    writer.add(name: "s/m.stl", contents: Array("/etc/passwd".utf8), unixMode: 0o120777)
    let bytes = writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    let files = bundle.checkedFiles(of: try bundle.scene(), in: bytes)
    #expect(files.first?.outcome == .unreadable)
    #expect(files.first.map(codes) == ["fileUnreadable"])
  }

  @Test("messages are one printable line")
  func printable() throws {
    let files = try check([("ModelStorage", "Data/&#x202E;gnp.vtk")], [])
    let message = try #require(files.first?.hazards.first?.message)
    #expect(message.contains("\\u{202E}"))
    #expect(!message.unicodeScalars.contains { $0.properties.isBidiControl })
  }

  @Test("hazards over the limit are dropped, dangers last")
  func limit() throws {
    let text = Array("v 0 0 0\nfoo\nfoo\nf 9 9 9\n".utf8)
    let checker = SceneFileChecker(maximumHazards: 1)
    let file = checker.check(fileName: "m.obj", content: text.span)
    #expect(codes(file) == ["indexOutside"])
  }
}
