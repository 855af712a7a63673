import CrashTriage
import Foundation
import TestSupport
import Testing

/// Reports made after those that people post: what the README of the cases says is right.
@Suite struct PublicCaseTests {
  static let folder = Repository.root.appendingPathComponent(
    "Tests/Analysis/CrashTriageTests/Reports/public")

  /// Names that the demangler gives for the mangled ones of the cases.
  private static let demangled = [
    "$s4Tool11SceneReaderV4read4from5limitySS_SitF":
      "Tool.SceneReader.read(from: Swift.String, limit: Swift.Int) -> ()",
    "$s4ToolAAV3runyyF": "Tool.Tool.run() -> ()",
    "$s8SceneApp9FifoQueueV4pushyyxF": "SceneApp.FifoQueue.push(A) -> ()",
    "$s8SceneApp10DispatcherC4pushyyAA9FifoQueueVF":
      "SceneApp.Dispatcher.push(SceneApp.FifoQueue) -> ()",
    "$s8SceneApp9FifoQueueV3popxSgyF": "SceneApp.FifoQueue.pop() -> A?",
  ]

  static func demangle(_ names: [String]) -> [String] { names.map { demangled[$0] ?? $0 } }

  static func reports(_ name: String) throws -> [CrashReport] {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return CrashReport.all(bytes: [UInt8](data))
  }

  static func crash(_ name: String) throws -> Crash {
    let reports = try reports(name)
    #expect(reports.count == 1, "\(name)")
    return Crash(try #require(reports.first), demangle: demangle)
  }

  static func findings(_ crashes: [Crash]) -> [Fingerprint] {
    CrashGroups(crashes.map { CrashGroups.Item($0, Fingerprint($0)) }).findings
  }

  @Test(
    "the function that a report blames is that of the source, or its place is known",
    arguments: [
      ("b01-docker-service-prefix.txt", "SceneImporter.firstVolume(in:)"),
      ("b01-noprefix-twin.txt", "SceneImporter.firstVolume(in:)"),
      ("b04-actions-asan-ansi.txt", "SceneKit.HeaderReader.word(at:)"),
      ("b04-ansi-only.txt", "SceneKit.HeaderReader.word(at:)"),
      ("b06-friendly-bomb.txt", "docRoutes(_:)"),
      ("b07-translated-report.txt", "SceneFileSystem.info(forFileAt:infoAboutLink:)"),
      ("b07-ips-twin.ips", "SceneFileSystem.info(forFileAt:infoAboutLink:)"),
      ("b09-overload-a.txt", "SceneReader.read(from:)"),
      ("b09-overload-b.txt", "SceneReader.read(from:limit:)"),
      ("b09-overload-c.txt", "SceneReader.read(from:into:)"),
      ("b09-libfuzzer-twin.txt", "Tool.SceneReader.read(from:limit:)"),
      ("b09-top-a.txt", "parse(_:)"),
      ("b09-top-b.txt", "parse(_:limit:)"),
      ("b10-static-a.txt", "LinkTable.resolve(_:)"),
      ("b10-static-b.txt", "ColorTable.load(from:)"),
      ("b12-swift-backtrace-package.txt", "App.BotController.addLog(_:)"),
      ("b12b-swift-backtrace-fatal.txt", "App.SceneTable.subscript"),
      ("b19-apple-inlined-a.crash", "ConfigReply.parsePower(_:)"),
      ("b19-apple-inlined-b.crash", "LevelTable.next(after:)"),
      ("b32-gdb-tcache.txt", "nag_destroy"),
    ])
  func blamed(name: String, function: String) throws {
    #expect(try Self.crash(name).core?.function == function)
  }

  @Test(
    "a report without a function has its place",
    arguments: [
      ("b41-message-only-a.txt", "LinkTable.swift:52"),
      ("b41-message-only-b.txt", "ColorTable.swift:17"),
      ("b41c-message-only-wrapped.txt", "ColorTable.swift:17"),
      ("b23-unsymbolized-a.txt", "fuzz_scene+0x1a3b3"),
      ("b23-unsymbolized-b.txt", "fuzz_scene+0x99f00"),
      ("b21b-ubsan-second.txt", "hdr.c:12:5"),
      ("b21c-ubsan-third.txt", "other.c:99:5"),
    ])
  func placed(name: String, place: String) throws {
    let crash = try Self.crash(name)
    #expect(crash.core == nil)
    #expect(crash.place == place)
  }

  @Test("a spoiled report is one finding with its clean twin, fingerprint and all")
  func twins() throws {
    for (one, other) in [
      ("b01-docker-service-prefix.txt", "b01-noprefix-twin.txt"),
      ("b04-actions-asan-ansi.txt", "b04-clean-twin.txt"),
      ("b04-ansi-only.txt", "b04-clean-twin.txt"),
      ("b07-translated-report.txt", "b07-ips-twin.ips"),
      ("b09-overload-b.txt", "b09-libfuzzer-twin.txt"),
    ] {
      let crashes = try [Self.crash(one), Self.crash(other)]
      #expect(Fingerprint(crashes[0]) == Fingerprint(crashes[1]), "\(one)")
      #expect(Set(Self.findings(crashes)).count == 1, "\(one)")
      #expect(Severity(crashes[0]) == Severity(crashes[1]), "\(one)")
    }
  }

  @Test("different crashes stay apart")
  func apart() throws {
    for group in [
      ["b09-overload-a.txt", "b09-overload-b.txt", "b09-overload-c.txt"],
      ["b09-top-a.txt", "b09-top-b.txt"], ["b10-static-a.txt", "b10-static-b.txt"],
      ["b19-apple-inlined-a.crash", "b19-apple-inlined-b.crash"],
      ["b23-unsymbolized-a.txt", "b23-unsymbolized-b.txt"],
      ["b41-message-only-a.txt", "b41-message-only-b.txt"],
      ["b12-swift-backtrace-package.txt", "b12b-swift-backtrace-fatal.txt"],
    ] {
      let crashes = try group.map(Self.crash)
      #expect(Set(Self.findings(crashes)).count == group.count, "\(group)")
      #expect(Set(crashes.map { Fingerprint($0) }).count == group.count, "\(group)")
    }
  }

  @Test("every crash of a file is read, with its lines, and joins the others of its kind")
  func several() throws {
    let races = try Self.reports("b11-tsan-two-races.txt")
    #expect(races.map(\.lines) == [2...14, 17...25])
    let crashes = Crash.clean(races, demangle: Self.demangle)
    #expect(
      crashes.map { $0.core?.function } == [
        "SceneLog.makeSubsystem(_:)", "SceneApp.FifoQueue.push(_:)",
      ])
    let many = try Self.reports("b21-ubsan-many.txt")
    #expect(many.map { $0.place?.line } == [88, 12])
    let all = Crash.clean(
      try many + Self.reports("b21b-ubsan-second.txt") + Self.reports("b21c-ubsan-third.txt"),
      demangle: Self.demangle)
    let findings = Self.findings(all)
    #expect(findings[1] == findings[2])
    #expect(Set(findings).count == 3)
  }

  @Test("messages are kept without what a format adds to them")
  func messages() throws {
    let inlined = try Self.crash("b19-apple-inlined-a.crash")
    #expect(inlined.kind == .indexOutOfRange)
    #expect(inlined.message == "Array index is out of range")
    let bomb = try Self.crash("b06-friendly-bomb.txt")
    #expect(bomb.message == "crash route triggered: crash expected")
    let heap = try Self.crash("b32-gdb-tcache.txt")
    #expect(heap.kind == .doubleFree)
    #expect(heap.message == "free(): double free detected in tcache 2")
    #expect(Severity(heap).level == .high)
    let nothing = try Self.crash("b01-docker-service-prefix.txt")
    #expect(nothing.message == "Unexpectedly found nil while unwrapping an Optional value")
  }

  @Test("the removal of a prefix is reported")
  func stripped() throws {
    let docker = try Self.reports("b01-docker-service-prefix.txt")[0].stripped
    #expect(docker == ["source", "timestamp"])
    let actions = try Self.reports("b04-actions-asan-ansi.txt")[0].stripped
    #expect(actions.contains("timestamp") && actions.contains("color"))
    #expect(try Self.reports("b04-clean-twin.txt")[0].stripped == [])
  }
}
