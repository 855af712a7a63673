import CrashTriage
import Foundation
package import ProcessSupport

/// Emitted regression tests as a program of their own, so that they can be run without building the
/// whole suite again.
///
/// The files are compiled against the modules beside a built `scenefuzz`, under the entry point
/// that `swift test` gives to every test program. Costs about a second.
package struct EmittedTestProgram: Sendable {
  /// `FuzzTargets` and the modules that it imports, directly or not (a test compares the list with
  /// the manifest).
  package static let modules = [
    "ByteReading", "JSONReading", "XMLReading", "ZipReading", "SlicerURL", "SceneModel",
    "SceneBundle", "SceneFiles", "SideFiles", "DemoSwitch", "BlockingTask", "StableNumbers",
    "TargetInterface", "XMLTargets", "SceneTargets", "FuzzTargets",
  ]

  /// What `OracleTargets` needs beside them (a test compares the list with the manifest).
  package static let oracleModules = [
    "CrashTriage", "LibXML2Oracle", "ZlibOracle", "OracleTargets",
  ]

  /// Folders of `Sources/Oracles/SystemLibraries`, each with the module map of a C library.
  private static let systemLibraries = ["CLibXML2", "CZlib"]

  private static let entryPoint = """
    import Testing

    @main struct Main {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """

  let toolchain: Toolchain
  /// The folder of built products: modules and object files.
  let products: String
  /// The checkout, for the module maps of C libraries and the name of the package.
  let root: RepositoryRoot?

  /// - Parameter program: The built `scenefuzz`; its modules and object files lie beside it.
  package init(toolchain: Toolchain, program: String) {
    self.init(
      toolchain: toolchain,
      products: URL(fileURLWithPath: program).deletingLastPathComponent().path,
      root: try? .locate())
  }

  /// - Parameters:
  ///   - products: The folder that `swift build` filled.
  ///   - root: The checkout; without it tests of `OracleTargets` do not compile.
  package init(toolchain: Toolchain, products: String, root: RepositoryRoot?) {
    self.toolchain = toolchain
    self.products = products
    self.root = root
  }

  /// Compiles `files`, tests in one folder, to the program `output`, with the file of tags beside
  /// them.
  ///
  /// Throws when a file does not compile, with the message of the compiler.
  package func compile(_ files: [String], to output: String) async throws(RunFailure) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let main = folder.path + "/main_entry.swift"
    try WorkFolder.write(Array(Self.entryPoint.utf8), to: main)
    let usesOracles = files.contains { file in
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      return text.contains("import OracleTargets\n")
    }
    let objects = objects(of: Self.modules + (usesOracles ? Self.oracleModules : []))
    let tags =
      files.first.map { file in
        InputFiles.below(URL(fileURLWithPath: file).deletingLastPathComponent().path)
          .filter { $0.hasSuffix("/" + FindingTags.fileName) }
      } ?? []
    let plugins = toolchain.folder + "/../lib/swift/host/plugins/testing"
    let outcome = try await ChildProcess(
      executable: toolchain.folder + "/swiftc",
      arguments: [
        "-parse-as-library", "-module-name", "EmittedTest", "-I", products + "/Modules",
        "-plugin-path", plugins, "-o", output, main,
      ] + (usesOracles ? oracleFlags : []) + files + tags + objects,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(120)
    ).run()
    guard outcome.status.isSuccess else {
      throw .environment(
        "the emitted test does not compile:\n\(outcome.output.suffix(2000))", "report this")
    }
  }

  /// The object files of `modules` that the last build linked: folders of a build keep those of
  /// renamed and deleted sources. Without the list of the linker, all that are there.
  func objects(of modules: [String]) -> [String] {
    let folders = Set(modules.map { $0 + ".build" })
    let list = try? String(
      contentsOfFile: products + "/scenefuzz.product/Objects.LinkFileList", encoding: .utf8)
    let linked = (list ?? "").split(separator: "\n").map(Self.unquoted).filter { path in
      path.split(separator: "/").dropLast().contains { folders.contains(String($0)) }
    }
    if !linked.isEmpty { return linked }
    return modules.flatMap { module in
      InputFiles.below("\(products)/\(module).build").filter { $0.hasSuffix(".o") }
    }
  }

  /// A path of the linker's list, where SwiftPM quotes one with a space as a shell does.
  private static func unquoted(_ line: Substring) -> String {
    guard line.count > 1, line.first == "'", line.last == "'" else { return String(line) }
    return String(line.dropFirst().dropLast()).replacing("'\\''", with: "'")
  }

  /// Flags for `OracleTargets`: its catalogue is visible inside the package only, and it links C
  /// libraries.
  private var oracleFlags: [String] {
    guard let root else { return [] }
    let folder = URL(fileURLWithPath: root.path).lastPathComponent.lowercased()
    let package = String(folder.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return ["-package-name", package, "-Xcc", "-I/usr/include/libxml2"]
      + Self.systemLibraries.flatMap {
        ["-I", root.path("Sources/Oracles/SystemLibraries/\($0)")]
      }
  }

  /// Runs the one test of a compiled program, or of several the one whose name contains `filter`.
  package func run(
    _ program: String, only filter: String? = nil, environment extra: [String: String]
  ) async throws(RunFailure) -> (passes: Bool, output: String) {
    var environment = ChildEnvironment.build(ProcessInfo.processInfo.environment)
    environment["SCENEFUZZ_DEMO_BUG"] = nil
    environment["SWIFT_BACKTRACE"] = "enable=no"
    let outcome = try await ChildProcess(
      executable: program, arguments: filter.map { ["--filter", $0] } ?? [],
      environment: environment.merging(extra) { $1 },
      timeLimit: .seconds(60)
    ).run()
    guard outcome.output.contains("Test run with 1 test") else {
      throw .environment(
        "the emitted test did not run:\n\(outcome.output.suffix(2000))", "report this")
    }
    return (outcome.status.isSuccess, outcome.output)
  }
}
