import ByteReading
import SceneBundle
import SceneFiles
import SceneModel
import SideFiles
import Testing

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
    return bundle.checkedFiles(of: try bundle.scene(), in: bytes.span)
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
    #expect(whole[0].dataFiles == ["s_1.raw", "s_2.raw"])
    #expect(whole[0].dataByteCount == 8)
    #expect(codes(whole[0]) == ["detachedData"])
    let short = try check(
      [("VolumeArchetypeStorage", "Data/v.nhdr")], names + [("s_2.raw", [1, 2, 3])])
    #expect(codes(short[0]).last == "dataFileTooShort")
    #expect(short[0].severity == .danger)
    let missing = try check([("VolumeArchetypeStorage", "Data/v.nhdr")], names)
    #expect(codes(missing[0]).last == "dataFileMissing")
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
