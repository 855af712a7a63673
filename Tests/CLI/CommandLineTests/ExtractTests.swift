import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("extract")
struct ExtractTests {
  static let hostile = Repository.files(in: "corpus/mrb/seeds")
    .filter { $0.lastPathComponent.hasPrefix("hostile-") }

  @Test("a safe bundle is extracted completely, and never over an existing folder")
  func honest() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let bundle = Repository.root.appendingPathComponent("corpus/mrb/seeds/model.mrb").path
    let into = bench.folder.path + "/a case"
    let (code, output) = try await bench.run(["extract", bundle, "--into", into])
    #expect(code == 0, "\(output)")
    let scene = try Data(contentsOf: URL(fileURLWithPath: into + "/model/model.mrml"))
    #expect(scene.starts(with: Array("<?xml".utf8)))
    #expect(FileManager.default.fileExists(atPath: into + "/model/Data"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["a case"])
    let (again, message) = try await bench.run(["extract", bundle, "--into", into])
    #expect(again == 2)
    #expect(message.contains("already exists"))
  }

  @Test(
    "a hostile archive writes nothing outside, no link, and no partial file", arguments: hostile)
  func hostileBundles(bundle: URL) async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let inner = bench.folder.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    let (code, output) = try await bench.run(
      ["extract", bundle.path, "--into", inner + "/out"], directory: inner)
    #expect(code == 0 || code == 1, "\(output)")
    #expect(!output.contains("\u{1B}"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["inner"])
    let there = try FileManager.default.contentsOfDirectory(atPath: inner)
    #expect(there == ["out"] || there == [])
    for path in FileManager.default.subpaths(atPath: inner) ?? [] {
      let attributes = try FileManager.default.attributesOfItem(atPath: inner + "/" + path)
      #expect(attributes[.type] as? FileAttributeType != .typeSymbolicLink)
    }
  }
}
