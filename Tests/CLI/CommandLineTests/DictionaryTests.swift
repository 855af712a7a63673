import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("dictionary")
struct DictionaryTests {
  /// A checkout with the manifest and one dictionary, whose content is `text`.
  private func checkout(_ bench: CommandLineBench, _ text: String) throws -> String {
    let root = bench.folder.path
    try FileManager.default.copyItem(
      at: Repository.root.appendingPathComponent("Package.swift"),
      to: URL(fileURLWithPath: root + "/Package.swift"))
    try FileManager.default.createDirectory(
      atPath: root + "/corpus/mrml", withIntermediateDirectories: true)
    return try bench.file("corpus/mrml/mrml.dict", text)
  }

  @Test("the committed dictionaries pass the check")
  func committed() async throws {
    let (code, output) = try await CommandLineBench().run(["dictionary", "--check"])
    #expect(code == 0, "\(output)")
  }

  @Test(
    "an outdated dictionary is named with the command that updates it, and only that command changes it"
  )
  func differs() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let file = try checkout(bench, "\"old\"\n")
    let environment = ["SCENEFUZZ_ROOT": bench.folder.path]

    let (code, output) = try await bench.run(
      ["dictionary", "mrml", "--check"], environment: environment)
    #expect(code == 1)
    #expect(output.contains("corpus/mrml/mrml.dict is out of date"))
    #expect(output.contains("./scripts/scenefuzz dictionary mrml\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "\"old\"\n")

    #expect(try await bench.run(["dictionary", "mrml"], environment: environment).code == 0)
    let committed = Repository.root.appendingPathComponent("corpus/mrml/mrml.dict")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: file)) == Data(contentsOf: committed))
    let again = try await bench.run(
      ["dictionary", "mrml", "--check", "--json"], environment: environment)
    #expect(again.code == 0)
    #expect(again.output.contains("\"differs\":false,\"path\":\"corpus/mrml/mrml.dict\""))
  }

  @Test("a missing dictionary is out of date")
  func missing() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    _ = try checkout(bench, "")
    let (code, output) = try await bench.run(
      ["dictionary", "zip", "--check"], environment: ["SCENEFUZZ_ROOT": bench.folder.path])
    #expect(code == 1)
    #expect(output.contains("corpus/zip/zip.dict is out of date"))
  }

  @Test("a dictionary written by hand is refused, with the names of the generated ones")
  func byHand() async throws {
    let (code, output) = try await CommandLineBench().run(["dictionary", "url"])
    #expect(code == 2)
    #expect(output.contains("written by hand"))
    #expect(output.contains("subject-hierarchy"))
  }
}
