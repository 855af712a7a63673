import Foundation
package import ProcessSupport

/// The C libraries of the worker of `slicer fuzz`: BlockCoverage, ReaderPreload and SampleReader.
package struct ReaderLibraries: Sendable {
  /// Checkout that contains the package.
  package let root: RepositoryRoot

  package init(root: RepositoryRoot) { self.root = root }

  static let products = ["BlockCoverage", "ReaderPreload", "SampleReader"]

  /// Folder of the built libraries.
  package var folder: String { root.path(".build-reader/release") }

  /// Builds the libraries that are missing or out of date. Needs no network: none of them has a
  /// dependency.
  package func build() async throws(RunFailure) {
    let toolchain = try await Toolchain.locate()
    var environment = ChildEnvironment.build(ProcessInfo.processInfo.environment)
    environment["SCENEFUZZ_ONLY"] = Self.products.joined(separator: ",")
    // The block table identifies a library by its build ID, which not every linker writes by
    // itself.
    let child = ChildProcess(
      executable: toolchain.swift,
      arguments: [
        "build", "--package-path", root.path, "-c", "release", "--scratch-path",
        root.path(".build-reader"), "-Xlinker", "--build-id=sha1",
      ], environment: environment, timeLimit: .seconds(600))
    let outcome = try await child.run()
    guard outcome.status.isSuccess, isBuilt else {
      let last = outcome.output.split(separator: "\n").suffix(3).joined(separator: " / ")
      throw .environment(
        "the libraries of the worker cannot be built (\(last))",
        "this needs Linux on x86-64 and a Swift toolchain with clang")
    }
  }

  private var isBuilt: Bool {
    Self.products.allSatisfy {
      FileManager.default.fileExists(atPath: "\(folder)/lib\($0).so")
    }
  }
}
