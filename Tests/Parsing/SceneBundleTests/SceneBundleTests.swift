import Foundation
import SceneBundle
import TestSupport
import Testing
import ZipReading

private let scene = Array("<?xml version=\"1.0\"?>\n<MRML></MRML>\n".utf8)

private func archive(_ names: [String], style: ZipWriter.Style = .plain) -> [UInt8] {
  var writer = ZipWriter(style: style)
  for name in names { writer.add(name: name, contents: Array(name.utf8)) }
  return writer.finish()
}

@Suite("a bundle opens with the scene that Slicer would choose")
struct SceneBundleTests {
  @Test("a written bundle opens, and equal arguments write equal bytes")
  func roundTrip() throws {
    let bytes = SceneBundle.make(
      name: "Case 1  ", scene: scene, data: [("a.vtk", [1, 2]), ("b.nrrd", [])], thumbnail: [3])
    let again = SceneBundle.make(
      name: "Case 1", scene: scene, data: [("a.vtk", [1, 2]), ("b.nrrd", [])], thumbnail: [3])
    #expect(bytes == again)
    let bundle = try SceneBundle(reading: bytes.span)
    #expect(bundle.sceneBytes == scene)
    #expect(bundle.sceneMember == 3)
    #expect(bundle.hazards == [])
    #expect(bundle.archive.hazards == [])
    #expect(
      bundle.archive.members.map(\.name) == [
        "Case 1/", "Case 1/Data/a.vtk", "Case 1/Data/b.nrrd", "Case 1/Case 1.mrml",
        "Case 1/Case 1.png",
      ])
    #expect(bundle.archive.members.map(\.method) == Array(repeating: .stored, count: 5))
  }

  struct Choice: CustomStringConvertible, Sendable {
    let description: String
    let names: [String]
    let chosen: String
    let codes: [BundleHazard.Code]
  }

  static let choices = [
    Choice(description: "at the top", names: ["a.mrml"], chosen: "a.mrml", codes: []),
    Choice(
      description: "the minimum depth wins", names: ["d/e/a.mrml", "d/b.mrml"], chosen: "d/b.mrml",
      codes: [.furtherScene]),
    Choice(
      description: "a dot is no component", names: ["x/a.mrml", "././b.mrml"], chosen: "././b.mrml",
      codes: [.furtherScene]),
    Choice(
      description: "equal depth", names: ["d/a.mrml", "e/a.mrml"], chosen: "d/a.mrml",
      codes: [.ambiguousScene]),
    Choice(
      description: "another case", names: ["A.MRML", "d/a.mrml"], chosen: "d/a.mrml",
      codes: [.sceneInOtherCase]),
    Choice(
      description: "a folder of that name", names: ["a.mrml/", "a.mrml/b.mrml"],
      chosen: "a.mrml/b.mrml", codes: []),
    Choice(
      description: "written elsewhere", names: ["../a.mrml", "/b.mrml", "d/c.mrml"],
      chosen: "d/c.mrml", codes: [.sceneOutside, .sceneOutside]),
    Choice(
      description: "in an inner bundle only as a file", names: ["d/x.mrb", "d/e/a.mrml"],
      chosen: "d/e/a.mrml", codes: []),
  ]

  @Test("the scene at the minimum depth is chosen", arguments: choices)
  func chooses(choice: Choice) throws {
    let bundle = try SceneBundle(reading: archive(choice.names).span)
    #expect(bundle.archive.members[bundle.sceneMember].name == choice.chosen)
    #expect(bundle.sceneBytes == Array(choice.chosen.utf8))
    #expect(bundle.hazards.map(\.code) == choice.codes)
  }

  @Test("of two scenes with one path the last is chosen")
  func lastDuplicate() throws {
    var writer = ZipWriter()
    writer.add(name: "a.mrml", contents: [1])
    writer.add(name: "a.mrml", contents: [2])
    let bytes = writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    #expect(bundle.sceneMember == 1)
    #expect(bundle.archive.hazards.map(\.code) == [.duplicateName])
  }

  @Test(
    "a bundle without a scene is refused", arguments: [[], ["a.txt"], ["a.MRML"], ["a.mrml/"]])
  func noScene(names: [String]) {
    let bytes = archive(names)
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      ($0 as? BundleError)?.code == .sceneMissing
    }
  }

  @Test("a link is not chosen as the scene")
  func link() {
    var writer = ZipWriter()
    writer.add(name: "a.mrml", contents: Array("b".utf8), unixMode: 0o120777)
    let bytes = writer.finish()
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      ($0 as? BundleError)?.code == .sceneMissing
    }
  }

  @Test("a bundle with an unreadable scene is refused")
  func brokenScene() {
    var bytes = archive(["a.mrml"])
    bytes[36] ^= 1
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      let error = $0 as? BundleError
      return error?.code == .scene(.checksumMismatch) && error?.offset == 0
    }
  }

  @Test("a scene over the limit is refused, and one at the limit is read")
  func sceneLimit() throws {
    let bytes = archive(["a.mrml"])
    var limits = BundleLimits()
    limits.maximumSceneSize = 6
    _ = try SceneBundle(reading: bytes.span, limits: limits)
    limits.maximumSceneSize = 5
    #expect {
      _ = try SceneBundle(reading: bytes.span, limits: limits)
    } throws: {
      ($0 as? BundleError)?.code == .scene(.memberTooLarge)
    }
  }

  @Test("a header offset beyond the file is reported at the end of the file")
  func offsetOutside() throws {
    var writer = ZipWriter()
    writer.add(name: "a.mrml", contents: scene)
    var bytes = writer.finish()
    let entry = try ZipArchive(reading: bytes.span).directory.lowerBound
    for index in 0..<3 { bytes[entry + 42 + index] = 0xFF }
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      ($0 as? BundleError)?.offset == bytes.count
    }
  }

  @Test("an error is small and has a message")
  func errors() {
    #expect(MemoryLayout<BundleError>.size <= 32)
    #expect {
      let cut = Array(archive(["a.mrml"]).prefix(30))
      _ = try SceneBundle(reading: cut.span)
    } throws: {
      let error = $0 as? BundleError
      return error?.message
        == "no end of central directory record: not a zip archive, or cut off (offset 30)"
    }
  }

  @Test("real bundles open with their scene", .enabled(if: Repository.realScenes != nil))
  func realBundles() throws {
    let folder = try #require(Repository.realScenes)
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "mrb" }
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let bundle = try SceneBundle(reading: bytes.span)
      #expect(bundle.hazards == [], "\(file.lastPathComponent)")
      #expect(bundle.sceneBytes.starts(with: Array("<".utf8)))
    }
  }
}
