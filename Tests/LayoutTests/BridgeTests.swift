import Testing

/// Where the compiler is told to trust us.
@Suite struct BridgeTests {
  /// Every file that may say `unsafe`; a new one needs a reason and a line here.
  static let bridges: Set = [
    // libFuzzer hands over a pointer.
    "Sources/FuzzEntry/FuzzEntry.swift",
    "Sources/FuzzEntry/CustomMutator.swift",
    // Memory errors on purpose, so that the harness can show that it sees them.
    "Sources/SelfTest/MemoryFaults.swift",
    // The switch of the planted bug is a variable of the environment.
    "Sources/PlantedSwitch/PlantedSwitch.swift",
    // libxml2 and zlib are C.
    "Sources/LibXML2Oracle/LibXML2Oracle.swift",
    "Sources/LibXML2Oracle/Sink.swift",
    "Sources/ZlibOracle/ZlibOracle.swift",
    // libarchive is C, and loaded where it is installed.
    "Sources/LibArchiveOracle/LibArchive.swift",
    // Signals, terminals, the clock of processes.
    "Sources/FuzzRunning/SystemBridge.swift",
  ]

  @Test("only the bridges say unsafe, and each of them does")
  func onlyBridges() {
    let found = Set(SourceFile.all(in: "Sources").filter(\.saysUnsafe).map(\.path))
    #expect(found.subtracting(Self.bridges).sorted() == [])
    #expect(Self.bridges.subtracting(found).sorted() == [])
  }

  @Test("no target opts out of strict memory safety, and no library asks for flags")
  func noWayRound() {
    for file in SourceFile.all(in: "Sources") {
      #expect(!file.code.contains { $0.contains("@_unsafeInheritExecutor") }, "\(file.path)")
      #expect(!file.code.contains { $0.contains("-Ounchecked") }, "\(file.path)")
    }
    for file in SourceFile.all(in: ".") where file.path == "Package.swift" {
      #expect(!file.code.contains { $0.contains("unsafeFlags") })
      #expect(file.code.contains { $0.contains(".strictMemorySafety()") })
    }
  }
}
