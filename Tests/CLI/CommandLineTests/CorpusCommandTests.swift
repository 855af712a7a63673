import Foundation
import ProcessSupport
import Testing

@Suite("corpus, and the solver alone") struct CorpusCommandTests {
  /// A folder with the form of a checkout and inputs of the target `url`.
  private func checkout(
    _ bench: CommandLineBench, _ name: String, seeds: [String: String]
  ) throws -> [String: String] {
    let root = bench.folder.path + "/" + name
    let folder = root + "/corpus/url/seeds"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try bench.file(name + "/Package.swift", "name: \"scenefuzz\"")
    for (file, text) in seeds { _ = try bench.file("\(name)/corpus/url/seeds/\(file)", text) }
    return ["SCENEFUZZ_ROOT": root]
  }

  @Test("an exported corpus can be imported elsewhere, each content once")
  func roundTrip() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let one = try checkout(
      bench, "one", seeds: ["a": "slicer:a", "b": "slicer:b", "again": "slicer:a"])
    let zip = bench.folder.path + "/out.zip"
    let export = try await bench.run(
      ["corpus", "export", "url", "-o", zip, "--json"], environment: one)
    #expect(export.code == 0)
    #expect(export.output.contains("\"inputs\" : 2"))
    let first = FileManager.default.contents(atPath: zip)
    _ = try await bench.run(["corpus", "export", "url", "-o", zip], environment: one)
    #expect(FileManager.default.contents(atPath: zip) == first)

    let two = try checkout(bench, "two", seeds: ["b": "slicer:b"])
    for new in ["1", "0"] {
      let result = try await bench.run(
        ["corpus", "import", "url", zip, "--json"], environment: two)
      #expect(result.code == 0)
      #expect(result.output.contains("\"inputs\" : 2"))
      #expect(result.output.contains("\"new\" : \(new)"))
    }
    let stats = try await bench.run(["corpus", "stats", "url"], environment: two)
    #expect(stats.output.contains("grown       1           8"))
    let diff = try await bench.run([
      "corpus", "diff", bench.folder.path + "/one/corpus/url/seeds",
      bench.folder.path + "/two/corpus/url/seeds",
    ])
    #expect(diff.output.contains("1 only in the first, 0 only in the second, 1 in both"))
  }

  @Test("an unknown target, a missing folder and a broken archive are refused")
  func refused() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let root = try checkout(bench, "one", seeds: [:])
    let broken = try bench.file("broken.zip", "PK no archive")
    for (words, code) in [
      (["corpus", "stats", "nothing"], 2), (["corpus", "diff", "nowhere", "nowhere"], 2),
      (["corpus", "import", "url", broken], 3), (["corpus", "import", "url", "nowhere"], 3),
      (["minimize", "corpus"], 2), (["minimize", "corpus", "url", "--control-file", broken], 2),
      (["minimize", "corpus", "--control-file", broken], 2),
      (["minimize", "corpus", "--control-file", "nowhere"], 3),
      (["minimize", "corpus", "--control-file", broken, "--objective", "time"], 2),
    ] as [([String], Int32)] {
      let result = try await bench.run(words, environment: root)
      #expect(result.code == code, "\(words): \(result.output)")
    }
  }

  @Test("a control file of any target is solved, and the JSON keys are as documented")
  func controlFile() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let file = try bench.file(
      "control",
      "3\n0\na\nb\nc\nSTARTED 0 9\nFT 0 1 2\nCOV 0\nSTARTED 1 8\nFT 1 2 3\nCOV 1\n"
        + "STARTED 2 30\nFT 2 1 2 3\nCOV 2\n")
    let result = try await bench.run(["minimize", "corpus", "--control-file", file, "--json"])
    #expect(result.code == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "bytesAfter", "bytesBefore", "featuresAfter", "featuresBefore", "filesAfter",
        "filesBefore", "kept", "lowerBound", "optimal", "seconds",
      ])
    #expect(object["kept"] as? [String] == ["c"])
    #expect(object["optimal"] as? Bool == true)
    let bytes = try await bench.run([
      "minimize", "corpus", "--control-file", file, "--objective", "bytes",
    ])
    #expect(bytes.output.contains("3 files, 47 bytes to 2 files, 17 bytes"))
    #expect(bytes.output.contains("minimum bytes: 17, optimal"))
    let named = try await bench.run([
      "minimize", "corpus", "--control-file", file, "--protect", "a", "--json",
    ])
    #expect(named.output.contains("\"filesAfter\" : 2"))
  }
}
