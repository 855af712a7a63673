import Foundation
import ReplayAndTriage
import TestSupport
import Testing

@testable import FuzzSession

/// The table of ARCHITECTURE.md, the manifest and the imports of the sources say the same.
@Suite struct ArrowTests {
  /// Folders that import the standard library and each other, nothing else.
  static let pure = ["Sources/Parsing", "Sources/Fuzzing/FuzzTargets", "Sources/Fuzzing/Mutation"]

  @Test("the table of the architecture has the edges of the manifest, no more and no fewer")
  func tableIsTheManifest() async throws {
    let manifest = try await Manifest.read()
    var drawn = try Self.table()
    let everything = Set(manifest.modules["scenefuzz"] ?? [])
    drawn["scenefuzz"] = everything
    let meant = manifest.modules.filter {
      !$0.key.hasPrefix("fuzz-")
        && !["CLibXML2", "CZlib", "TestSupport", "HarnessTestSupport"].contains($0.key)
    }
    for (module, imports) in meant {
      #expect(drawn[module] == imports, "\(module): the manifest says \(imports.sorted())")
    }
    #expect(Set(drawn.keys) == Set(meant.keys))
    #expect(everything.isDisjoint(with: ["LibXML2Oracle", "ZlibOracle", "CLibXML2", "CZlib"]))
  }

  @Test("a module imports exactly the modules that the manifest gives it")
  func importsAreTheManifest() async throws {
    let manifest = try await Manifest.read()
    for (module, dependencies) in manifest.modules {
      // A C target has no import declarations; entry points are compared as a whole elsewhere.
      guard let folder = manifest.folders[module], !["CLibXML2", "CZlib"].contains(module) else {
        continue
      }
      let imports = SourceFile.all(in: folder).map(\.imports).reduce(into: Set()) {
        $0.formUnion($1)
      }
      let own = imports.intersection(manifest.modules.keys)
      #expect(own == dependencies, "\(module) imports \(own.sorted())")
    }
  }

  @Test("parser, targets and mutators import the standard library and each other", arguments: pure)
  func standardLibraryOnly(folder: String) async throws {
    let modules = Set(try await Manifest.read().modules.keys)
    for file in SourceFile.all(in: folder) {
      for name in file.imports {
        #expect(modules.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  /// Swift's library alone opens no file and no connection; what could reach past it is not there
  /// either.
  @Test("no parser and no property can open anything", arguments: pure)
  func opensNothing(folder: String) {
    for file in SourceFile.all(in: folder) where file.path != Self.comparedBytes {
      for word in ["@_silgen_name", "@_extern", "dlopen", "readLine()", "CommandLine.", "#load"] {
        #expect(!file.code.contains { $0.contains(word) }, "\(file.path) says \(word)")
      }
    }
  }

  private static let comparedBytes = "Sources/Parsing/Bytes/ComparedBytes.swift"

  @Test("the one file of a parser that calls C is compiled in the comparisons build only")
  func comparedBytes() throws {
    let file = try #require(
      SourceFile.all(in: "Sources/Parsing").first { $0.path == Self.comparedBytes })
    let code = file.code.map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    #expect(code.first == "#ifSCENEFUZZ_COMPARISONS" && code.last == "#endif")
    #expect(code.count { $0.hasPrefix("#") } == 2)
    let calls = code.filter { $0.hasPrefix("@_silgen_name") }
    #expect(calls.count == 3 && calls.allSatisfy { $0.contains("(\"scenefuzz_text_") })
  }

  @Test("an emitted test is compiled with all that the properties of targets are made of")
  func emittedTest() async throws {
    let manifest = try await Manifest.read()
    func closure(_ root: String) -> Set<String> {
      var needed: Set = [root]
      var waiting = [root]
      while let module = waiting.popLast() {
        for next in manifest.modules[module] ?? [] where needed.insert(next).inserted {
          waiting.append(next)
        }
      }
      return needed
    }
    #expect(Set(EmittedTestProgram.modules) == closure("FuzzTargets"))
    let libraries: Set = ["CLibXML2", "CZlib"]
    #expect(
      Set(EmittedTestProgram.modules + EmittedTestProgram.oracleModules)
        == closure("OracleTargets").subtracting(libraries))
  }

  @Test(
    "a program whose target reads with few readers links no other",
    arguments: [
      ("fuzz-xml", ["SideFiles", "JSONReading", "SceneBundle", "SceneFiles", "SlicerURL"]),
      ("fuzz-mrml", ["SideFiles", "JSONReading", "SceneBundle", "SceneFiles", "SlicerURL"]),
      ("xml-starter", ["SceneModel", "ZipReading", "Mutation", "FuzzEntry"]),
    ])
  func slimPrograms(program: String, others: [String]) async throws {
    let manifest = try await Manifest.read()
    var needed: Set = [program]
    var waiting = [program]
    while let module = waiting.popLast() {
      for next in try #require(manifest.modules[module]) where needed.insert(next).inserted {
        waiting.append(next)
      }
    }
    #expect(needed.contains("XMLReading"))
    #expect(needed.isDisjoint(with: others + ["FuzzTargets"]))
  }

  @Test("one module starts processes")
  func oneModuleStartsProcesses() {
    for file in SourceFile.all(in: "Sources")
    where !file.path.hasPrefix("Sources/Harness/ProcessSupport/") {
      #expect(!file.imports.contains("Subprocess"), "\(file.path)")
      for word in ["Process(", "posix_spawn", "popen(", "execv"] {
        #expect(
          !file.code.contains { $0.hasPrefix(word) || $0.contains(" \(word)") }, "\(file.path)")
      }
    }
  }

  /// Module to imports, as the rows between the two marks have it.
  static func table() throws -> [String: Set<String>] {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("<!-- layout:begin") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- layout:end") })
    var table: [String: Set<String>] = [:]
    for line in lines[(start + 3)..<end] {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count == 6, "\(line)")
      table[cells[1]] = Set(
        cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return table
  }
}
