import Foundation
import SceneBundle
import SceneModel
import TestSupport
import Testing
import ZipReading

@Suite("the files that a scene names are found in its bundle")
struct StoredFileTests {
  /// Creates a bundle whose scene has one storage node per name, with the given files in `s/`.
  private func bundle(_ names: [String], files: [String]) throws -> (SceneBundle, Scene) {
    var scene = "<MRML>"
    for name in names { scene += "<ModelStorage fileName=\"\(name)\"></ModelStorage>" }
    var writer = ZipWriter()
    writer.add(name: "s/s.mrml", contents: Array((scene + "</MRML>").utf8))
    for file in files { writer.add(name: file, contents: []) }
    let bytes = writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    return (bundle, try bundle.scene())
  }

  struct Name: CustomStringConvertible, Sendable {
    let description: String
    let place: StoredFile.Place
  }

  static let names = [
    Name(description: "Data/a.vtk", place: .member(1)),
    Name(description: "./Data//a.vtk", place: .member(1)),
    Name(description: "Data/../Data/a.vtk", place: .member(1)),
    Name(description: "../top.vtk", place: .member(2)),
    Name(description: "Data/b%20c.vtk", place: .member(3)),
    Name(description: "Data/d%2520e.vtk", place: .member(4)),
    Name(description: "Data/d%20e.vtk", place: .member(4)),
    Name(description: "Data/A.vtk", place: .missing),
    Name(description: "a.vtk", place: .missing),
    Name(description: "Data/b%2fc.vtk", place: .missing),
    Name(description: "../../top.vtk", place: .outside),
    Name(description: "/etc/passwd", place: .outside),
    Name(description: "~/a.vtk", place: .outside),
    Name(description: "C:/a.vtk", place: .outside),
    Name(description: "https://host/a.vtk", place: .outside),
    Name(description: "slicer:a", place: .outside),
  ]

  @Test("a file name is resolved by its decoded path", arguments: names)
  func place(name: Name) throws {
    let (bundle, scene) = try bundle(
      [name.description],
      files: ["s/Data/a.vtk", "top.vtk", "s/Data/b c.vtk", "s/Data/d%20e.vtk"])
    let files = bundle.storedFiles(of: scene)
    #expect(files.map(\.place) == [name.place])
    #expect(files.first?.offset == 20)
  }

  @Test("missing, outside, shared and extra files are hazards with offsets")
  func hazards() throws {
    let (bundle, scene) = try bundle(
      ["Data/a.vtk", "Data/a.vtk", "Data/no.vtk", "/x"],
      files: ["s/Data/a.vtk", "s/Data/extra.vtk", "s/s.png", "other.png"])
    let hazards = bundle.fileHazards(of: scene)
    #expect(
      hazards.map(\.code) == [
        .fileNameShared, .memberMissing, .fileNameEscapes, .memberExtra, .memberExtra,
      ])
    #expect(hazards.map(\.member) == [1, nil, nil, 2, 4])
    #expect(
      hazards.map(\.name) == ["Data/a.vtk", "Data/no.vtk", "/x", "s/Data/extra.vtk", "other.png"])
    #expect(hazards[0].offset == 71)
    #expect(hazards.filter { !$0.code.isNote }.count == 2)
  }

  @Test("a file that only a scene view names and the archive lacks is a note")
  func view() throws {
    var writer = ZipWriter()
    let scene = "<MRML><SceneView><ModelStorage fileName=\"gone\"/></SceneView></MRML>"
    writer.add(name: "s.mrml", contents: Array(scene.utf8))
    let bytes = writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    let hazards = bundle.fileHazards(of: try bundle.scene())
    #expect(hazards.map(\.code) == [.viewMemberMissing])
    #expect(hazards.allSatisfy { $0.code.isNote })
  }

  @Test("file lists are included, empty names and other nodes are not")
  func lists() throws {
    var writer = ZipWriter()
    let scene = """
      <MRML><VolumeArchetypeStorage fileName="" fileListMember0="a" fileListMember12="b"/>\
      <Model fileName="c"/></MRML>
      """
    writer.add(name: "s.mrml", contents: Array(scene.utf8))
    let bytes = writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    #expect(bundle.storedFiles(of: try bundle.scene()).map(\.name) == ["a", "b"])
  }

  @Test("real bundles have all their files", .enabled(if: Repository.realScenes != nil))
  func realBundles() throws {
    let folder = try #require(Repository.realScenes)
    for file in try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter({ $0.pathExtension == "mrb" })
    {
      let bytes = [UInt8](try Data(contentsOf: file))
      let bundle = try SceneBundle(reading: bytes.span)
      let hazards = bundle.fileHazards(of: try bundle.scene())
      #expect(hazards.filter { !$0.code.isNote } == [], "\(file.lastPathComponent)")
    }
  }
}
