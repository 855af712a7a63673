import Foundation
import FuzzBuilds
import TestSupport
import Testing

/// Files in which the compiler trusts the programmer.
@Suite struct BridgeTests {
  /// Every file that may say `unsafe`; a new one needs a reason and a line here.
  static let bridges: Set = [
    // libFuzzer hands over a pointer.
    "Sources/Fuzzing/Entry/FuzzEntry.swift",
    "Sources/Fuzzing/Entry/CustomMutator.swift",
    "Sources/Fuzzing/XMLStarter/entry.swift",
    // Memory errors on purpose, so that the harness can show that it sees them.
    "Sources/Fuzzing/SelfTest/MemoryFaults.swift",
    // The switch of the demo bug is a variable of the environment.
    "Sources/Fuzzing/DemoSwitch/DemoSwitch.swift",
    // A thread waits on a condition of the C library.
    "Sources/Fuzzing/BlockingTask/BlockingTask.swift",
    // libxml2 and zlib are C.
    "Sources/Oracles/LibXML2/LibXML2Oracle.swift",
    "Sources/Oracles/LibXML2/Sink.swift",
    "Sources/Oracles/Zlib/ZlibOracle.swift",
    // libarchive is C, and loaded where it is installed.
    "Sources/Oracles/LibArchive/LibArchive.swift",
    // Signals, terminals, the clock of processes.
    "Sources/Harness/ProcessSupport/SystemBridge.swift",
  ]

  @Test("only the bridges say unsafe, and each of them does")
  func onlyBridges() {
    let found = Set(SourceFile.all(in: "Sources").filter(\.saysUnsafe).map(\.path))
    #expect(found.subtracting(Self.bridges).sorted() == [])
    #expect(Self.bridges.subtracting(found).sorted() == [])
  }

  @Test("no target opts out of strict memory safety, and no library asks for flags")
  func noWayRound() async throws {
    for file in SourceFile.all(in: "Sources") {
      #expect(!file.code.contains { $0.contains("@_unsafeInheritExecutor") }, "\(file.path)")
      #expect(!file.code.contains { $0.contains("-Ounchecked") }, "\(file.path)")
    }
    // A package that depends on this one sees no flags: they need a variable of our scripts.
    #expect(try await !Manifest.read().hasUnsafeFlags)
    let environment = BuildPlan(.fuzzer).environment
    #expect(try await Manifest.read(environment: environment).hasUnsafeFlags)
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    #expect(text.contains(".strictMemorySafety()"))
  }
}
