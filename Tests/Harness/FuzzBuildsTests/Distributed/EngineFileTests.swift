import CrashTriage
import Foundation
import FuzzBuilds
import FuzzTargets
import TestSupport
import Testing

@Suite("Files of the distributed engine")
struct EngineFileTests {
  private var files: [EngineFile] {
    EngineFile.all(for: Catalog.shipped, ignoredFrames: IgnoredFrames.clusterFuzzPatterns)
  }

  @Test("the committed files equal those that the catalogue gives")
  func committed() throws {
    for file in files {
      let path = Repository.root.appendingPathComponent(file.path)
      #expect(try String(contentsOf: path, encoding: .utf8) == file.text, "\(file.path)")
      #expect(FileManager.default.isExecutableFile(atPath: path.path) == file.isExecutable)
    }
  }

  @Test("shipped targets link no C library and exclude the demo target")
  func shipped() {
    #expect(Catalog.shipped.allSatisfy { $0.linkedLibraries.isEmpty })
    #expect(!Catalog.shipped.map(\.name).contains("demo"))
    #expect(Catalog.shipped.count == Catalog.all.count - 1)
  }

  @Test("names of shipped targets have only lower-case letters, digits and hyphens")
  func names() {
    for target in Catalog.shipped {
      #expect(
        target.name.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        })
    }
  }

  @Test("no two seeds of a target share a name, since the seed archive has no folders")
  func seedNames() throws {
    for target in Catalog.shipped {
      let folder = Repository.root.appendingPathComponent("corpus/\(target.name)")
      let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      let names = (all?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.map(
        \.lastPathComponent
      ).filter { $0 != "README.md" }
      #expect(Set(names).count == names.count, "\(target.name)")
    }
  }

  @Test("every frame pattern is a regular expression that matches the runtime and no project frame")
  func patterns() throws {
    let patterns = try IgnoredFrames.clusterFuzzPatterns.map {
      try NSRegularExpression(pattern: $0)
    }
    func isIgnored(_ frame: String) -> Bool {
      let range = NSRange(frame.startIndex..., in: frame)
      return patterns.contains {
        $0.firstMatch(in: frame, options: .anchored, range: range) != nil
      }
    }
    #expect(isIgnored("swift_retain"))
    #expect(isIgnored("Swift.Array.subscript.getter"))
    #expect(isIgnored("Swift runtime failure: Index out of range"))
    #expect(isIgnored("abort"))
    #expect(isIgnored("f() /build/compiler-rt/lib/x.cpp"))
    #expect(!isIgnored("abortive() Scene.swift:3"))
    #expect(!isIgnored("SceneModel.Scene.init(reading:)"))
    #expect(!isIgnored("SwiftlyNamed.function()"))
  }
}
