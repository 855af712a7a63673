import Foundation
import TestSupport
import Testing

@testable import ProcessSupport

@Suite("Finding the checkout and the toolchain")
struct LocatingTests {
  @Test("the checkout is found from a folder inside it")
  func fromInside() throws {
    let inside = Repository.root.appendingPathComponent("Sources/Harness").path
    let found = try RepositoryRoot.locate(
      environment: [:], currentFolder: inside, executable: nil)
    #expect(found.path == SystemBridge.resolved(Repository.root.path))
  }

  @Test("from elsewhere it is found from the program")
  func fromProgram() throws {
    let program = Repository.root.appendingPathComponent("Package.swift").path
    let found = try RepositoryRoot.locate(
      environment: [:], currentFolder: "/", executable: program)
    #expect(found.path == SystemBridge.resolved(Repository.root.path))
  }

  @Test("a wrong SCENEFUZZ_ROOT is refused, not passed over")
  func wrongRoot() {
    #expect(throws: RunFailure.self) {
      try RepositoryRoot.locate(
        environment: ["SCENEFUZZ_ROOT": "/"], currentFolder: Repository.root.path, executable: nil)
    }
  }

  @Test("nowhere is refused")
  func nowhere() {
    #expect(throws: RunFailure.self) {
      try RepositoryRoot.locate(environment: [:], currentFolder: "/", executable: nil)
    }
  }

  @Test(
    "the version is read from the compiler's answer",
    arguments: [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x86_64", "6.3.1"),
      ("swift-driver version: 1.1 Apple Swift version 6.2 (swiftlang-6.2)", "6.2"),
      ("Swift version 6.4-dev (LLVM 1)", "6.4"),
      ("command not found", nil),
      ("Swift version unknown", nil),
    ])
  func version(_ answer: String, _ expected: String?) {
    #expect(Toolchain.version(in: answer) == expected)
  }

  @Test(
    "older than 6.2 is refused",
    arguments: [
      ("6.3.1", true), ("6.2", true), ("6.10", true), ("7", true), ("6.1.3", false),
      ("5.10", false),
      ("6", false),
    ])
  func oldest(_ version: String, _ accepted: Bool) {
    #expect(Toolchain.isNewEnough(version) == accepted)
  }

  @Test("no toolchain on the path is one sentence that says where to get one")
  func noToolchain() async {
    let failure = await #expect(throws: RunFailure.self) {
      try await Toolchain.locate(environment: ["PATH": "/nonexistent"])
    }
    #expect(failure?.description.contains("swift.org/install") == true)
  }

  @Test("tools come from beside swift or not at all")
  func tools() throws {
    let toolchain = Toolchain(folder: "/usr/bin/nonexistent", version: "6.3")
    #expect(throws: RunFailure.self) { try toolchain.tool("llvm-symbolizer") }
  }
}
