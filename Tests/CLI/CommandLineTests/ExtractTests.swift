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

  /// An archive of deflated members of 1 MB of zeros each.
  private func bomb(_ bench: CommandLineBench, members: Int) async throws -> String {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
          for number in range(\(members)):
              archive.writestr(f"m{number}", bytes(1 << 20))
      """
    let path = bench.folder.path + "/bomb.zip"
    let outcome = try await ChildProcess(
      executable: "/usr/bin/env", arguments: ["python3", "-c", script, path],
      environment: ProcessInfo.processInfo.environment, timeLimit: .seconds(60)
    ).run()
    try #require(outcome.status.isSuccess, "\(outcome.output)")
    return path
  }

  @Test("an archive over the total size is refused with exit 1, the size and the option")
  func tooLarge() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let into = bench.folder.path + "/out"
    let words = ["extract", try await bomb(bench, members: 3), "--into", into]
    let (code, output) = try await bench.run(words + ["--max-bytes", "3145727"])
    #expect(code == 1)
    #expect(output.contains("3 MB") && output.contains("--max-bytes"))
    #expect(!FileManager.default.fileExists(atPath: into))
    let (again, text) = try await bench.run(words + ["--max-bytes", "3M"])
    #expect(again == 0, "\(text)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: into).count == 3)
  }

  @Test("an archive over the ratio is refused with exit 1 and the option, below 64 MB it is not")
  func tooDense() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let into = bench.folder.path + "/out"
    let words = ["extract", try await bomb(bench, members: 65), "--into", into]
    let (code, output) = try await bench.run(words)
    #expect(code == 1)
    #expect(output.contains("more than 200 times") && output.contains("--max-ratio"))
    #expect(!FileManager.default.fileExists(atPath: into))
    let (again, text) = try await bench.run(words + ["--max-ratio", "2000"])
    #expect(again == 0, "\(text)")
  }

  @Test(
    "a size that is no number of bytes is wrong usage",
    arguments: ["0", "-1", "3X", "9999999999999G"])
  func sizes(text: String) async throws {
    let (code, _) = try await CommandLineBench().run(
      ["extract", "x", "--into", "y", "--max-bytes", text])
    #expect(code == 2)
  }
}
