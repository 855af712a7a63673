import Foundation
import FuzzTargets
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Session ends and checks", .timeLimit(.minutes(20)))
struct SessionEndTests {
  private func mixed(_ options: inout SessionOptions) { options.builds = .mixed(addressShare: 0) }

  @Test(
    "every corpus input passes each check once over sessions; a failing input goes to quarantine")
  func checks() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    for text in ["fine", "also fine", "leaky", "overflowing"] { try fake.seed(text, text) }
    let address = try fake.checker("address", failsOn: "leaky")
    let debug = try fake.checker("debug", failsOn: "overflowing")
    let programs = [[fake.program], [address], [debug]]
    let summary = try await fake.sessionUntilQuiet(mixed).fuzz(programs: programs)
    #expect(summary.findings.count == 2)
    let replays = summary.findings.map(\.replay).sorted()
    #expect(replays.count { $0.contains("--build fuzzer --configuration debug") } == 1)
    #expect(InputFiles.below(fake.store.quarantine("fake")).count == 2)
    #expect(summary.targets.first?.unchecked == 0)
    #expect(summary.checks == ["address", "fuzzer debug"])

    let before = (fake.ran(address), fake.ran(debug))
    try fake.seed("new", "new")
    let second = try await fake.sessionUntilQuiet(mixed).fuzz(programs: programs)
    #expect(second.findings.isEmpty)
    #expect(fake.ran(address) == before.0 + 1)
    #expect(fake.ran(debug) == before.1 + 1)
  }

  @Test("a stopped session runs no check and notes the unchecked inputs")
  func unchecked() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    let session = try await fake.session(seconds: 300, mixed)
    let check = try fake.checker("address", failsOn: "leaky")
    async let running = session.fuzz(programs: [[fake.program], [check], [check]])
    try await Task.sleep(for: .milliseconds(300))
    session.stop.raise()
    let summary = try await running
    #expect(summary.targets.first?.unchecked == 1)
    #expect(summary.notes.contains { $0.contains("yet to pass") && $0.contains("fake 1") })
    #expect(summary.ending == .interrupted)
  }

  @Test("a check whose process runs nothing gives one note and leaves its inputs unchecked")
  func brokenCheck() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    let check = try fake.checker("address", failsOn: "leaky")
    try WorkFolder.write(Array("#!/bin/sh\necho no library; exit 1\n".utf8), to: check)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: check)
    let summary = try await fake.sessionUntilQuiet(mixed)
      .fuzz(programs: [[fake.program], [check], [check]])
    #expect(summary.findings.isEmpty)
    #expect(summary.notes.contains { $0.contains("no library") })
    #expect(InputFiles.below(fake.store.quarantine("fake")).isEmpty)
    #expect(summary.targets.first?.unchecked == 1)
  }

  @Test("a process that does not end with the session's time is ended, and counts as no failure")
  func overrun() async throws {
    // On a busy machine the process may not have begun when a short session ends.
    for seconds in [2, 16, 128] {
      let fake = try FakeTarget(
        body: "#!/bin/sh\necho $$ > \"$0.pid\"\nexec sleep 600\n")
      defer { fake.folder.remove() }
      try fake.seed("a", "fine")
      let summary = try await fake.session(seconds: seconds).fuzz(programs: [[fake.program]])
      #expect(summary.ending == .time)
      #expect(summary.text.hasPrefix("Done: no finding"))
      #expect(summary.notes.isEmpty)
      #expect(InputFiles.below(fake.store.corpus("fake")).count == 1)
      guard let child = try? String(contentsOfFile: fake.program + ".pid", encoding: .utf8),
        child.hasSuffix("\n")
      else { continue }
      #expect(!FileManager.default.fileExists(atPath: "/proc/\(child.dropLast())/exe"))
      return
    }
    Issue.record("the process never began")
  }

  @Test("a session without new coverage ends after the quiet time")
  func quiet() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    let summary = try await fake.sessionUntilQuiet()
      .fuzz(programs: [[fake.program]])
    #expect(summary.ending == .quiet)
    #expect(!summary.wasInterrupted)
    #expect(summary.fuzzingSeconds < 200)
    #expect(summary.text.hasPrefix("Nothing new any more: no finding"))
  }

  @Test(
    "quiet time counts from the last new coverage, and from the end of the first sweep at the earliest"
  )
  func quietRule() {
    let rule = QuietRule(span: 10)
    #expect(!rule.isOver(now: 100, lastNewCoverage: nil, firstSweepOver: nil))
    #expect(!rule.isOver(now: 100, lastNewCoverage: 5, firstSweepOver: 91))
    #expect(rule.isOver(now: 101, lastNewCoverage: 5, firstSweepOver: 91))
    #expect(!rule.isOver(now: 101, lastNewCoverage: 92, firstSweepOver: 91))
    #expect(rule.isOver(now: 102, lastNewCoverage: 92, firstSweepOver: 91))
    #expect(rule.isOver(now: 20, lastNewCoverage: nil, firstSweepOver: 10))
  }

  @Test("the target finding ends the session at once, another finding does not")
  func targetFinding() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    let first = try await fake.fuzzUntilEnds()
    let fingerprint = try #require(first.findings.first).name.fingerprint

    let again = try FakeTarget()
    defer { again.folder.remove() }
    try again.seed("a", "worse")
    try again.seed("b", "bad")
    let summary = try await again.session(seconds: 300) {
      $0.targetFinding = fingerprint
      $0.minimization = .complete
    }.fuzz(programs: [[again.program]])
    #expect(summary.ending == .targetFinding)
    #expect(summary.fuzzingSeconds < 200)
    #expect(summary.findings.contains { $0.name.fingerprint == fingerprint })
    #expect(summary.targets.first?.minimizedFrom == nil)
  }

  @Test("25 failing corpus inputs become one finding, ten kept inputs and one note")
  func manyFailingInputs() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    for number in 0..<25 { try fake.seed("s\(number)", "bad \(number)") }
    try fake.seed("fine", "fine")
    let summary = try await fake.fuzzUntilEnds()
    #expect(summary.findings.map(\.crashes) == [25])
    #expect(summary.findings.map(\.inputs) == [10])
    #expect(InputFiles.below(fake.store.artifacts("fake")).count == 10)
    #expect(InputFiles.below(fake.store.reports("fake")).count == 20)
    #expect(InputFiles.below(fake.store.quarantine("fake")).count == 25)
    #expect(summary.notes.count == 1)
    #expect(summary.notes.first?.contains("and 22 more") == true)
  }

  @Test("a corpus beyond its limit that cannot be minimized does not grow any more")
  func fullCorpus() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    try fake.seed("b", "also fine")
    let session = try await fake.session(seconds: 300) {
      $0.corpusLimit = CorpusLimit(files: 1, bytes: 100)
    }
    let overflow = fake.store.folder + "/overflow/fake"
    async let running = session.fuzz(programs: [[fake.program]])
    while !FileManager.default.fileExists(atPath: overflow) {
      try await Task.sleep(for: .milliseconds(20))
    }
    session.stop.raise()
    let notes = try await running.notes
    #expect(notes.count == 2)
    #expect(notes.contains { $0.contains("was not minimized") })
    #expect(notes.contains { $0.contains("does not grow any more") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: overflow).isEmpty)
  }

  @Test("a corpus exceeds its limit by the number or by the bytes of its inputs")
  func corpusLimit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try store.prepare(targets: ["t"], session: "s")
    for text in ["fine", "also fine"] {
      try WorkFolder.write(Array(text.utf8), to: store.corpus("t") + "/" + text)
    }
    let corpus = WorkingCorpus(target: "t", store: store, maximumLength: 100)
    #expect(corpus.exceeds(CorpusLimit(files: 1, bytes: 100)))
    #expect(corpus.exceeds(CorpusLimit(files: 2, bytes: 12)))
    #expect(!corpus.exceeds(CorpusLimit(files: 2, bytes: 13)))
  }
}
