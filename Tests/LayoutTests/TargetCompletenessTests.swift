import Foundation
import FuzzBuilds
import FuzzTargets
import OracleTargets
import TestSupport
import Testing

/// A target is in all its places or in none: nothing can be added by half.
@Suite struct TargetCompletenessTests {
  @Test("catalogue, manifest, entry points and corpus folders name the same targets")
  func samePlaces() async throws {
    let catalogue = Set(FullCatalog.all.map(\.name))
    #expect(catalogue.count == FullCatalog.all.count)
    let manifest = try await Manifest.read().modules.keys
      .filter { $0.hasPrefix("fuzz-") }.map { String($0.dropFirst(5)) }
    #expect(Set(manifest) == catalogue.union(["selftest"]))
    #expect(
      try Self.folders("Sources/Fuzzing/EntryPoints")
        == catalogue.union(["selftest"]).map { "fuzz-\($0)" }.sorted())
    #expect(try Self.folders("corpus") == catalogue.sorted())
  }

  @Test("a target links a C library exactly when it is named and listed as differential")
  func differentialTargets() {
    let differential = FullCatalog.differential.map(\.name)
    let tools = FullCatalog.tools.map(\.name)
    for target in FullCatalog.all {
      let isOverOracles = differential.contains(target.name) || tools.contains(target.name)
      #expect(target.module == (isOverOracles ? "OracleTargets" : "FuzzTargets"))
      #expect(target.name.hasSuffix("-differential") == !target.linkedLibraries.isEmpty)
      #expect(differential.contains(target.name) == !target.linkedLibraries.isEmpty)
      #expect(
        (Catalog[target.name] == nil)
          == (!target.linkedLibraries.isEmpty || tools.contains(target.name)))
    }
  }

  @Test("a fuzz build has every entry point; the static one needs no C library and no package")
  func entryPointsOnly() async throws {
    let whole = try await Manifest.read(environment: BuildPlan(.address).environment)
    #expect(whole.modules.keys.filter { $0.hasPrefix("fuzz-") }.count == FullCatalog.all.count + 1)
    #expect(whole.modules["scenefuzz"] == nil)
    #expect(whole.packages.isEmpty)
    let bare = try await Manifest.read(environment: BuildPlan(.staticLibrary).environment)
    #expect(bare.modules.keys.filter { $0.hasPrefix("fuzz-") }.count == Catalog.all.count + 1)
    for module in ["CZlib", "CLibXML2", "OracleTargets", "CrashTriage", "scenefuzz"] {
      #expect(bare.modules[module] == nil)
    }
    #expect(bare.packages.isEmpty)
  }

  @Test("every product of another package depends on the trait of the tools")
  func trait() async throws {
    let manifest = try await Manifest.read()
    #expect(!manifest.packages.isEmpty)
    #expect(manifest.foreignProducts.count >= manifest.packages.count)
    for product in manifest.foreignProducts {
      #expect(product.traits == ["Tools"], "\(product.name)")
    }
  }

  @Test("an entry point has six lines of code", arguments: FullCatalog.all.map(\.name))
  func sixLines(name: String) throws {
    let files = SourceFile.all(in: "Sources/Fuzzing/EntryPoints/fuzz-\(name)")
    let file = try #require(files.first)
    #expect(files.count == 1)
    #expect(file.code.count { !$0.allSatisfy(\.isWhitespace) } <= 6)
    #expect(file.code.contains { $0.contains("@_cdecl(\"LLVMFuzzerTestOneInput\")") })
  }

  @Test(
    "every seed has its line in the README, every line its seed",
    arguments: FullCatalog.all.map(\.name)
  )
  func seedsAreTold(name: String) throws {
    let folder = "corpus/\(name)/seeds"
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("\(folder)/README.md"), encoding: .utf8)
    let told = text.split(separator: "\n").compactMap { line -> String? in
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      guard line.hasPrefix("- `"), parts.count >= 3, parts[2].hasPrefix(": ") else { return nil }
      return String(parts[1])
    }
    let seeds = Repository.files(in: folder).map(\.lastPathComponent)
    #expect(!seeds.isEmpty)
    #expect(Set(told) == Set(seeds))
    #expect(told.count == Set(told).count, "a seed has two lines")
  }

  @Test(
    "every target has a dictionary that libFuzzer can read", arguments: FullCatalog.all.map(\.name))
  func dictionary(name: String) throws {
    let file = Repository.root.appendingPathComponent("corpus/\(name)/\(name).dict")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var entries = 0
    for line in lines where !line.hasPrefix("#") {
      #expect(Self.isEntry(String(line)), "\(line)")
      entries += 1
    }
    #expect(entries > 0)
  }

  /// `name="value"` or `"value"`, where a value is printable ASCII with `\\`, `\"` and `\xAB`
  /// escaped
  /// (libFuzzer's documentation, "Dictionaries").
  static func isEntry(_ line: String) -> Bool {
    guard let open = line.firstIndex(of: "\""), line.last == "\"" else { return false }
    let name = line[..<open]
    guard name.isEmpty || name.last == "=" else { return false }
    var value = line[line.index(after: open)...].dropLast()
    guard !value.isEmpty else { return false }
    while let character = value.popFirst() {
      guard let byte = character.asciiValue, (32..<127).contains(byte) else { return false }
      if character == "\"" { return false }
      guard character == "\\" else { continue }
      switch value.popFirst() {
      case "\\", "\"": break
      case "x":
        guard value.popFirst()?.isHexDigit == true, value.popFirst()?.isHexDigit == true else {
          return false
        }
      default: return false
      }
    }
    return true
  }

  static func folders(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: Repository.root.appendingPathComponent(path), includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }
}
