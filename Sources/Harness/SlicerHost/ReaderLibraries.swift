import Foundation
package import ProcessSupport

/// What `slicer fuzz` runs beside Python: the C libraries of the worker, and programs.
package struct ReaderLibraries: Sendable {
  /// Checkout that contains the package.
  package let root: RepositoryRoot

  package init(root: RepositoryRoot) { self.root = root }

  private static let libraries = ["BlockCoverage", "ReaderPreload", "SampleReader"]

  /// A program that modules of `slicer fuzz` start.
  package enum Program: String, CaseIterable, Sendable {
    /// The structure-aware mutators. Builds the parser modules, which takes minutes the first time.
    case mutationServer = "mutation-server"
    /// The exact set cover.
    case coverSolver = "cover-solver"
  }

  /// Folder of the built libraries.
  package var folder: String { root.path(".build-reader/release") }

  /// Path of a program.
  package func path(_ program: Program) -> String { "\(folder)/\(program.rawValue)" }

  /// Builds the libraries and `programs` where they are missing or out of date. Needs no network:
  /// nothing of it has an external dependency.
  package func build(_ programs: [Program]) async throws(RunFailure) {
    let toolchain = try await Toolchain.locate()
    var environment = ChildEnvironment.build(ProcessInfo.processInfo.environment)
    environment["SCENEFUZZ_ONLY"] = (Self.libraries + programs.map(\.rawValue))
      .joined(separator: ",")
    // The block table identifies a library by its build ID, which not every linker writes by
    // itself.
    let child = ChildProcess(
      executable: toolchain.swift,
      arguments: [
        "build", "--package-path", root.path, "-c", "release", "--scratch-path",
        root.path(".build-reader"), "-Xlinker", "--build-id=sha1",
      ], environment: environment, timeLimit: .seconds(600))
    let outcome = try await child.run()
    guard outcome.status.isSuccess, isBuilt(programs) else {
      let last = outcome.output.split(separator: "\n").suffix(3).joined(separator: " / ")
      throw .environment(
        "the libraries of the worker cannot be built (\(last))",
        "this needs Linux on x86-64 and a Swift toolchain with clang")
    }
  }

  private func isBuilt(_ programs: [Program]) -> Bool {
    let files = Self.libraries.map { "\(folder)/lib\($0).so" }
    return (files + programs.map(path)).allSatisfy {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}
