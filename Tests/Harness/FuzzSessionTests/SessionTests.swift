import Corpus
import Foundation
import FuzzTargets
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Sessions on a script with the interface of libFuzzer")
struct SessionTests {
  @Test("a target without bugs gives executions, edges, corpus and record, and no finding")
  func healthy() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("one", "fine")
    try fake.seed("README.md", "no input")
    let summary = try await fake.fuzzUntilEnds()
    #expect(summary.findings.isEmpty)
    let target = try #require(summary.targets.first)
    #expect(target.executions >= 100)
    #expect(target.edges == 5)
    #expect(target.corpus == 1)
    #expect(summary.secondsToFirstExecution != nil)
    let record = try String(contentsOfFile: summary.record, encoding: .utf8)
    let events = try record.split(separator: "\n").map {
      try JSONDecoder().decode(SessionEvent.self, from: Data($0.utf8))
    }
    #expect(events.first?.event == .start)
    #expect(events.last?.event == .end)
    #expect(events.contains { $0.event == .progress && $0.executions ?? 0 >= 100 })
  }

  @Test("failing seeds become findings and go to quarantine, and the other seeds are fuzzed")
  func failingSeeds() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    try fake.seed("b", "very bad")
    try fake.seed("c", "worse")
    try fake.seed("d", "fine")
    let summary = try await fake.fuzzUntilEnds { $0.findings = fake.root.path("crashes") }
    #expect(summary.findings.count == 2)
    #expect(summary.findings.map(\.inputs).sorted() == [1, 2])
    #expect(summary.findings.allSatisfy { $0.isNew })
    #expect(InputFiles.below(fake.store.quarantine("fake")).count == 3)
    #expect(InputFiles.below(fake.store.artifacts("fake")).count == 3)
    #expect(try #require(summary.targets.first).executions >= 100)
    let first = try #require(summary.findings.first { $0.inputs == 2 })
    #expect(first.name.title.contains("first"))
    let stored = fake.root.path("crashes/\(first.name.fingerprint)/input")
    #expect(FileManager.default.contents(atPath: stored) == Data("bad".utf8))
    #expect(first.input == stored)

    let second = try await fake.fuzzUntilEnds()
    #expect(second.findings.isEmpty)
    #expect(second.notes.contains { $0.contains("left out") && $0.contains("seeds/a") })
  }

  @Test("inputs in quarantine return to the corpus when the program has changed")
  func secondChance() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    try fake.seed("b", "fine")
    _ = try await fake.fuzzUntilEnds()
    #expect(InputFiles.below(fake.store.quarantine("fake")).count == 1)
    let fixed = FakeTarget.libFuzzer.replacingOccurrences(of: "grep -q bad", with: "false")
    try WorkFolder.write(Array(fixed.utf8), to: fake.program)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: fake.program)
    let summary = try await fake.fuzzUntilEnds()
    #expect(summary.findings.isEmpty)
    #expect(InputFiles.below(fake.store.quarantine("fake")).isEmpty)
    #expect(InputFiles.below(fake.store.corpus("fake")).count == 2)
  }

  @Test("an unnamed artifact of a killed session is named by the next session")
  func leftover() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    try WorkFolder.make(fake.store.artifacts("fake"))
    try WorkFolder.write(
      Array("bad".utf8),
      to: fake.store.artifacts("fake") + "/crash-\(SHA1.name(of: Array("bad".utf8)))")
    try WorkFolder.write(
      Array("fine".utf8), to: fake.store.artifacts("fake") + "/timeout-1")
    let summary = try await fake.sessionUntilQuiet().fuzz(programs: [[fake.program]])
    #expect(summary.findings.count == 1)
    #expect(summary.notes.contains { $0.contains("does not fail again") })
    #expect(InputFiles.below(fake.store.artifacts("fake")).count == 1)
    #expect(InputFiles.below(fake.store.unreproduced("fake")).count == 1)
  }

  @Test("a target whose process ends three times without a failing input is given up")
  func unexplained() async throws {
    let fake = try FakeTarget(body: "#!/bin/sh\necho ParseDictionaryFile: error\nexit 1\n")
    defer { fake.folder.remove() }
    let summary = try await fake.session(seconds: 600).fuzz(programs: [[fake.program]])
    #expect(summary.findings.isEmpty)
    #expect(summary.fuzzingSeconds < 600)
    #expect(summary.notes.contains { $0.contains("ParseDictionaryFile: error") })
  }

  @Test("a stopped session ends early and writes its summary")
  func stopped() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let session = try await fake.session(seconds: 600)
    async let summary = session.fuzz(programs: [[fake.program]])
    try await Task.sleep(for: .milliseconds(300))
    session.stop.raise()
    #expect(try await summary.wasInterrupted)
    #expect(
      FileManager.default.fileExists(atPath: fake.store.session(session.id) + "/summary.json"))
  }

  @Test("a store that cannot be written is an environment failure that names its path")
  func unwritable() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let session = try await fake.session(seconds: 1) { $0.store = fake.program + "/store" }
    let failure = await #expect(throws: RunFailure.self) {
      try await session.fuzz(programs: [[fake.program]])
    }
    #expect(failure?.kind == .environment)
    #expect(failure?.description.contains(fake.program) == true)
  }

  @Test("a session without seeds begins with an empty corpus")
  func noSeeds() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    let summary = try await fake.fuzzUntilEnds { $0.usesSeeds = false }
    #expect(summary.targets.first?.corpus == 0)
  }

  @Test("a target that shares the seeds of another starts from both, without copies")
  func sharedSeeds() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    try WorkFolder.make(fake.root.path("corpus/other/seeds"))
    try WorkFolder.write(Array("other".utf8), to: fake.root.path("corpus/other/seeds/b"))
    try WorkFolder.write(
      Array("# shared\nother\nfake\n../other\n".utf8),
      to: fake.root.path("corpus/fake/seeds.from"))
    let summary = try await fake.fuzzUntilEnds()
    #expect(summary.targets.first?.corpus == 2)
    #expect(InputFiles.below(fake.root.path("corpus/fake/seeds")).count == 1)
  }

  @Test("seeds beyond the maximum length are left out with a note")
  func tooLong() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("long", String(repeating: "x", count: 101))
    try fake.seed("short", String(repeating: "x", count: 100))
    let summary = try await fake.fuzzUntilEnds()
    #expect(summary.targets.first?.corpus == 1)
    #expect(summary.notes.contains { $0.contains("longer than 100 bytes") })
  }
}
