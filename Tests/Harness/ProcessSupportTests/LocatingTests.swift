import Foundation
import TestSupport
import Testing

@testable import ProcessSupport

@Suite("Finding the checkout and the toolchain")
struct LocatingTests {
  @Test("a folder inside the checkout leads to its root")
  func fromInside() throws {
    let inside = Repository.root.appendingPathComponent("Sources/Harness").path
    let found = try RepositoryRoot.locate(
      environment: [:], currentFolder: inside, executable: nil)
    #expect(found.path == SystemBridge.resolved(Repository.root.path))
  }

  @Test("a program inside the checkout leads to its root when the current folder is elsewhere")
  func fromProgram() throws {
    let program = Repository.root.appendingPathComponent("Package.swift").path
    let found = try RepositoryRoot.locate(
      environment: [:], currentFolder: "/", executable: program)
    #expect(found.path == SystemBridge.resolved(Repository.root.path))
  }

  @Test("a SCENEFUZZ_ROOT that is no checkout is refused, even inside a checkout")
  func wrongRoot() {
    #expect(throws: RunFailure.self) {
      try RepositoryRoot.locate(
        environment: ["SCENEFUZZ_ROOT": "/"], currentFolder: Repository.root.path, executable: nil)
    }
  }

  @Test("a folder outside every checkout is refused")
  func nowhere() {
    #expect(throws: RunFailure.self) {
      try RepositoryRoot.locate(environment: [:], currentFolder: "/", executable: nil)
    }
  }

  @Test(
    "the output of swift --version gives the version number, or nil without one",
    arguments: [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x86_64", "6.3.1"),
      ("swift-driver version: 1.1 Apple Swift version 6.2 (swiftlang-6.2)", "6.2"),
      ("Swift version 6.4-dev (LLVM 1)", "6.4"),
      ("command not found", nil),
      ("Swift version unknown", nil),
    ])
  func version(_ output: String, _ expected: String?) {
    #expect(Toolchain.version(in: output) == expected)
  }

  @Test(
    "a toolchain older than 6.2 is refused",
    arguments: [
      ("6.3.1", true), ("6.2", true), ("6.10", true), ("7", true), ("6.1.3", false),
      ("5.10", false),
      ("6", false),
    ])
  func oldest(_ version: String, _ accepted: Bool) {
    #expect(Toolchain.isNewEnough(version) == accepted)
  }

  @Test("a PATH without swift is a failure that names the download page")
  func noToolchain() async {
    let failure = await #expect(throws: RunFailure.self) {
      try await Toolchain.locate(environment: ["PATH": "/nonexistent"])
    }
    #expect(failure?.description.contains("swift.org/install") == true)
  }

  @Test("a tool that is missing beside swift is refused, whatever PATH has")
  func tools() throws {
    let toolchain = Toolchain(folder: "/usr/bin/nonexistent", version: "6.3")
    #expect(throws: RunFailure.self) { try toolchain.tool("llvm-symbolizer") }
  }
}
