import CrashTriage
import Foundation
package import ProcessSupport

/// An emitted regression test as a program of its own, so that it runs without a build of the
/// suite.
///
/// The file is compiled against the modules beside a built `scenefuzz`, with the entry point that
/// `swift test` gives to every test program. Costs about a second.
package struct EmittedTestProgram: Sendable {
  /// `FuzzTargets` and every module that it imports, which a test checks.
  static let modules = [
    "ByteReading", "JSONReading", "XMLReading", "ZipReading", "SlicerURL", "SceneModel",
    "SceneBundle", "SideFiles", "DemoSwitch", "StableNumbers", "FuzzTargets",
  ]

  static let entryPoint = """
    import Testing

    @main struct Main {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """

  let toolchain: Toolchain
  /// The build folder of `scenefuzz`.
  let products: String

  /// - Parameter program: The built `scenefuzz`; its modules and object files are beside it.
  package init(toolchain: Toolchain, program: String) {
    self.toolchain = toolchain
    products = URL(fileURLWithPath: program).deletingLastPathComponent().path
  }

  /// Compiles the tests in `files`, all in one folder, and the file of tags beside them to
  /// `output`. Throws the messages of the compiler when that fails.
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

  /// Runs a compiled test; of several tests only those whose names contain `filter`.
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
