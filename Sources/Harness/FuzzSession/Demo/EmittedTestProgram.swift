import CrashTriage
import Foundation
package import ProcessSupport

/// An emitted regression test as a program of its own, so that it can be shown to fail and to pass without building
/// the whole suite again.
///
/// The file is compiled against the modules that lie beside a built `scenefuzz`, under the entry point that
/// `swift test` gives to every test program. Costs about a second.
package struct EmittedTestProgram: Sendable {
  /// Modules that the property of a target is made of: `FuzzTargets` and all that it imports (a test holds them to it).
  static let modules = [
    "ByteReading", "JSONReading", "XMLReading", "ZipReading", "SlicerURL", "SceneModel",
    "SceneBundle", "SideFiles", "DemoSwitch", "FuzzTargets",
  ]

  static let entryPoint = """
    import Testing

    @main struct Main {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """

  let toolchain: Toolchain
  /// The folder that `swift build` made `scenefuzz` in.
  let products: String

  /// - Parameter program: the built `scenefuzz`; its modules and object files lie beside it.
  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    products = URL(fileURLWithPath: program).deletingLastPathComponent().path
  }

  /// Compiles the tests in `files`, which lie in one folder, to the program `output`, with the file of tags that lies beside it.
  ///
  /// Throws when the file does not compile, with the words of the compiler.
  package func compile(_ files: [String], to output: String) async throws(RunFailure) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let main = folder.path + "/main_entry.swift"
    try WorkFolder.write(Array(Self.entryPoint.utf8), to: main)
    let objects = Self.modules.flatMap { module in
      InputFiles.below("\(products)/\(module).build").filter { $0.hasSuffix(".o") }
    }
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
      ] + files + tags + objects,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(120)
    ).run()
    guard outcome.status.isSuccess else {
      throw .environment(
        "the emitted test does not compile:\n\(outcome.output.suffix(2000))", "report this")
    }
  }

  /// Runs a compiled test, or of several only those whose name holds `filter`.
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
