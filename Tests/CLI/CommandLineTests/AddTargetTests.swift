import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("add-target")
struct AddTargetTests {
  /// A copy of the files that the command reads and writes.
  private func checkout(_ folder: String) throws {
    let manager = FileManager.default
    for path in [
      "Package.swift", "Sources/Fuzzing/FuzzTargets", "Sources/Fuzzing/EntryPoints",
      "Sources/Fuzzing/Entry",
    ] {
      let copy = URL(fileURLWithPath: folder + "/" + path)
      try manager.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: Repository.root.appendingPathComponent(path), to: copy)
    }
  }

  private func corpus(of target: String, into root: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: root + "/corpus", withIntermediateDirectories: true)
    try manager.copyItem(
      atPath: Repository.root.path + "/corpus/" + target, toPath: root + "/corpus/" + target)
  }

  private func lines(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }

  @Test("every form of a new target compiles, all in one checkout")
  func forms() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let root = bench.folder.path
    try checkout(root)
    for like in ["zip", "mrml"] { try corpus(of: like, into: root) }
    let forms = [
      "plain-graph": [], "typed-graph": ["--typed"], "async-graph": ["--async"],
      "zip-graph": ["--like", "zip"], "scene-graph": ["--like", "mrml"],
    ]
    for (name, flags) in forms {
      let (code, output) = try await bench.run(
        ["add-target", name] + flags, environment: ["SCENEFUZZ_ROOT": root])
      #expect(code == 0, "\(output)")
    }
    try await compiles(root, entries: forms.keys.map { "fuzz-" + $0 })
  }

  @Test("a new target has at most twenty lines in a handful of places")
  func whole() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let root = bench.folder.path
    try checkout(root)
    let before =
      try lines(root + "/Package.swift").count
      + lines(root + "/Sources/Fuzzing/FuzzTargets/Catalog.swift").count
    let (code, output) = try await bench.run(
      ["add-target", "reference-graph"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(code == 0, "\(output)")
    let target = root + "/Sources/Fuzzing/FuzzTargets/Targets/ReferenceGraphTarget.swift"
    let entry = root + "/Sources/Fuzzing/EntryPoints/fuzz-reference-graph/entry.swift"
    let after =
      try lines(root + "/Package.swift").count
      + lines(root + "/Sources/Fuzzing/FuzzTargets/Catalog.swift").count
    #expect(after == before + 2)
    #expect(try lines(target).count + lines(entry).count + 2 <= 20)
    for path in ["seeds/README.md", "seeds/first.mrml", "found/README.md", "reference-graph.dict"] {
      #expect(FileManager.default.fileExists(atPath: "\(root)/corpus/reference-graph/\(path)"))
    }
    try await lints(root)

    let (again, refusal) = try await bench.run(
      ["add-target", "reference-graph"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(again == 2)
    #expect(refusal.contains("exists already"))
  }

  @Test(
    "a typed and an asynchronous target pass the lint, and exclude each other",
    arguments: ["--typed", "--async"])
  func otherForms(flag: String) async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let root = bench.folder.path
    try checkout(root)
    let (code, output) = try await bench.run(
      ["add-target", "reference-graph", flag], environment: ["SCENEFUZZ_ROOT": root])
    #expect(code == 0, "\(output)")
    try await lints(root)
    let (both, refusal) = try await bench.run(
      ["add-target", "another", "--typed", "--async"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(both == 2)
    #expect(refusal.contains("exclude"))
  }

  @Test("a target like another has its mutator, dictionary, limits, a seed and its seeds")
  func like() async throws {
    let bench = try CommandLineBench()
    defer { bench.folder.remove() }
    let root = bench.folder.path
    try checkout(root)
    try corpus(of: "zip", into: root)
    let (code, output) = try await bench.run(
      ["add-target", "reference-graph", "--like", "zip"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(code == 0, "\(output)")
    let corpus = root + "/corpus/reference-graph/"
    #expect(try lines(corpus + "seeds.from") == ["zip"])
    #expect(
      try lines(corpus + "reference-graph.dict") == lines(root + "/corpus/zip/zip.dict"))
    #expect(FileManager.default.fileExists(atPath: corpus + "seeds/first.zip"))
    try self.corpus(of: "mrml", into: root)
    let (scene, words) = try await bench.run(
      ["add-target", "node-names", "--like", "mrml"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(scene == 0, "\(words)")
    try await lints(root)

    let (unknown, refusal) = try await bench.run(
      ["add-target", "another", "--like", "nothing"], environment: ["SCENEFUZZ_ROOT": root])
    #expect(unknown == 2)
    #expect(refusal.contains("the targets are: xml"))
  }

  private func lints(_ root: String) async throws {
    let lint = try await ChildProcess(
      executable: try await Toolchain.locate().folder + "/swift",
      arguments: [
        "format", "lint", "--strict", "--configuration",
        Repository.root.path + "/.swift-format",
        root + "/Sources/Fuzzing/FuzzTargets/Targets/ReferenceGraphTarget.swift",
        root + "/Sources/Fuzzing/EntryPoints/fuzz-reference-graph/entry.swift",
      ], environment: ProcessInfo.processInfo.environment, timeLimit: .seconds(1_200)
    ).run()
    #expect(lint.status.isSuccess, "\(lint.output)")
  }

  /// The targets with the new ones, the bridge, and the new entry points.
  private func compiles(_ root: String, entries: [String]) async throws {
    let modules = try URL(fileURLWithPath: #require(Repository.program)).deletingLastPathComponent()
      .appendingPathComponent("Modules").path
    func swift(_ module: String, _ folder: String, _ words: [String]) async throws {
      let outcome = try await ChildProcess(
        executable: try await Toolchain.locate().folder + "/swiftc",
        arguments: [
          "-swift-version", "6", "-enable-upcoming-feature", "InternalImportsByDefault",
          "-parse-as-library", "-package-name", Repository.packageName,
          "-module-name", module, "-I", root, "-I", modules,
          "-I", Repository.root.path + "/Sources/Fuzzing/LibFuzzerBridge/include",
        ] + words + Repository.files(below: "\(root)/\(folder)"),
        environment: ProcessInfo.processInfo.environment, directory: root,
        timeLimit: .seconds(1_200)
      ).run()
      #expect(outcome.status.isSuccess, "\(outcome.output)")
    }
    let emit = { (module: String) in
      ["-emit-module", "-emit-module-path", "\(root)/\(module).swiftmodule"]
    }
    try await swift("FuzzTargets", "Sources/Fuzzing/FuzzTargets", emit("FuzzTargets"))
    try await swift("FuzzEntry", "Sources/Fuzzing/Entry", emit("FuzzEntry"))
    for entry in entries {
      try await swift("entry", "Sources/Fuzzing/EntryPoints/" + entry, ["-typecheck"])
    }
  }
}
