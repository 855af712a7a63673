import Foundation
import FuzzBuilds
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Session status")
struct SessionStatusTests {
  private func status(
    _ id: String, _ process: ProcessIdentity, _ phase: SessionStatus.Phase = .fuzzing
  ) -> SessionStatus {
    SessionStatus(session: id, process: process, phase: phase, time: 600, builds: ["fuzzer"])
  }

  private func write(_ status: SessionStatus, to store: SessionStore) throws {
    try WorkFolder.make(store.session(status.session))
    let data = try JSONEncoder().encode(status)
    try WorkFolder.write([UInt8](data), to: store.status(status.session))
  }

  /// No process of Linux or macOS has a number this high.
  private let dead = ProcessIdentity(number: 0x7FFF_FFF0, started: nil)

  @Test(
    "a session is reported as running with its findings, and as ended with its summary")
  func whole() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "fine")
    try fake.seed("b", "bad")
    #expect(SessionReport.latest(in: fake.store) == nil)
    let session = try await fake.session(seconds: 300)
    async let running = session.fuzz(programs: [[fake.program]])
    var seen = SessionReport.latest(in: fake.store)
    while seen?.status.findings.isEmpty != false || seen?.status.targets.first?.edges != 5 {
      try await Task.sleep(for: .milliseconds(20))
      seen = SessionReport.latest(in: fake.store)
    }
    let report = try #require(seen)
    #expect(report.state == .running)
    #expect(report.status.phase == .fuzzing)
    #expect(report.summary == nil)
    #expect(report.text.contains("Running: fuzzing"))
    #expect(report.text.contains("Trap in first"))
    session.stop.raise()
    _ = try await running
    let ended = try #require(SessionReport.latest(in: fake.store))
    #expect(ended.state == .ended)
    #expect(ended.summary != nil)
    #expect(ended.text.contains("findings: 1"))
  }

  @Test("a session whose process is gone, or whose number was reused, is reported as killed")
  func killed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try write(status("20260101T000000-1", dead), to: store)
    #expect(SessionReport.latest(in: store)?.state == .killed)
    let own = ProcessIdentity.own
    #expect(own.isAlive)
    #expect(!ProcessIdentity(number: own.number, started: "never").isAlive)
    #expect(!ProcessIdentity(number: 0, started: nil).isAlive)
    #expect(!ProcessIdentity(number: -1, started: nil).isAlive)
    try write(status("20260101T000001-1", dead, .ended), to: store)
    #expect(SessionReport.latest(in: store)?.state == .ended)
  }

  @Test("a running session is reported before a later one that was killed")
  func runningFirst() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try write(status("20260101T000000-1", .own), to: store)
    try write(status("20260101T000001-1", dead), to: store)
    #expect(SessionReport.latest(in: store)?.status.session == "20260101T000000-1")
  }

  @Test(
    "a file that is no status is skipped",
    arguments: ["", "{", "null", "[]", #"{"session":"20260102T000000-1"}"#])
  func foreign(_ text: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    try WorkFolder.make(store.session("20260102T000000-1"))
    try WorkFolder.write(Array(text.utf8), to: store.status("20260102T000000-1"))
    #expect(SessionReport.latest(in: store) == nil)
    try write(status("20260101T000000-1", dead), to: store)
    #expect(SessionReport.latest(in: store)?.status.session == "20260101T000000-1")
  }

  @Test("a status with the name of another session is skipped")
  func misplaced() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    let data = try JSONEncoder().encode(status("../elsewhere", dead))
    try WorkFolder.make(store.session("20260102T000000-1"))
    try WorkFolder.write([UInt8](data), to: store.status("20260102T000000-1"))
    #expect(SessionReport.latest(in: store) == nil)
  }

  @Test("sixteen targets fit 80 columns and 24 lines, in the status and in the summary")
  func screen() throws {
    let name = "inflate-differential"
    var progress = TargetProgress(name: name)
    progress.begin(slice: 1)
    let line =
      "#99999999\tNEW    cov: 12345 ft: 123456 corp: 12345/30Mb lim: 4 exec/s: 123456 rss: 36Mb"
    progress.update(try #require(LibFuzzerLine("#1\tINITED cov: 1 ft: 1")), slice: 1, now: 0)
    progress.update(try #require(LibFuzzerLine(line)), slice: 1, now: 1)
    progress.end(slice: 1, seconds: 100)
    var status = status("20260101T000000-1", .own)
    status.fuzzed = 3500
    status.targets = Array(repeating: SessionStatus.Target(progress), count: 16)
    let report = SessionReport(status, store: SessionStore(folder: "/s"))
    let target = SessionSummary.Target(
      name: name, executions: 99_999_999, executionsPerSecond: 123_456, edges: 12345,
      features: 123_456, corpus: 1234, minimizedFrom: 12345, findings: 0, crashes: 0, seconds: 1,
      share: 1, unchecked: 0)
    let summary = SessionSummary(
      session: "s", build: "fuzzer", checks: [], buildShares: [], seconds: 1, fuzzingSeconds: 28800,
      secondsToFirstExecution: 30, wasInterrupted: false, ending: .time,
      targets: Array(repeating: target, count: 16), findings: [], notes: [], record: "r")
    for text in [report.text, summary.text] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 23)
      for line in lines where line.hasPrefix(name) || line.hasPrefix("target") {
        #expect(line.count <= 80, "\(line)")
      }
    }
    #expect(SessionSummary.short(99_999) == "99999")
    #expect(SessionSummary.short(123_456) == "123K")
    #expect(SessionSummary.short(12_345_678_901) == "12345M")
  }

  @Test("control characters in a title do not reach the terminal")
  func hostile() throws {
    var status = status("20260101T000000-1", dead)
    status.findings = [
      SessionStatus.Finding(
        fingerprint: "f", title: "a\u{1B}[2Jb\u{202E}", target: "t", crashes: 1, isNew: true)
    ]
    let text = SessionReport(status, store: SessionStore(folder: "/s")).text
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("[2Jb"))
  }

  @Test("a hundred session folders are kept, and the folder of a running session is never removed")
  func oldSessions() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = SessionStore(folder: folder.path)
    for number in 0..<(SessionStore.maximumSessions + 5) {
      try WorkFolder.make(store.session("20260101T000\(100 + number)-1"))
    }
    try write(status("20260101T000102-1", .own), to: store)
    store.removeOldSessions()
    #expect(store.sessionIDs.count == SessionStore.maximumSessions + 1)
    #expect(store.sessionIDs.first == "20260101T000102-1")
    #expect(store.sessionIDs.last == "20260101T000204-1")
  }
}
