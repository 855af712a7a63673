import CrashTriage
import Foundation
import InputReduction
import TestSupport
import Testing

@testable import FuzzBuilds
@testable import Minimization
@testable import ProcessSupport
@testable import ReplayAndTriage

/// Judges candidates in children that survive a violated property.
@Suite(.serialized) struct PropertyJudgesTests {
  static let document = #"<a><b id="x"/><c refRef="x"/></a>"#

  private func workers<Result: Sendable>(
    _ name: String, _ body: (PropertyJudges) async throws -> Result
  ) async throws -> Result {
    let plain = PlainReplay(program: try #require(Repository.program))
    let line = PropertyViolationLine(
      target: "sample-" + name, property: "sample-predicate", place: "input")
    let report = CrashReport(
      format: .propertyViolation, kind: .propertyViolation, propertyViolation: line)
    let fingerprint = Fingerprint(Crash(report) { $0 })
    return try await PropertyJudges.run(
      fingerprint, target: "finding:" + name, plain: plain, lanes: 2, body)
  }

  @Test("the first candidate that violates the property is the hit, whichever child ran it")
  func firstHit() async throws {
    let good = Array(Self.document.utf8)
    let bad = Array("<a/>".utf8)
    let batches = [[bad, bad, bad, good], [bad, good, good, bad], [bad, bad, bad], []]
    let (answers, processes) = try await workers("xml-reference") { workers in
      var answers: [InputReducer.Judgement] = []
      for batch in batches { answers.append(try await workers.judge(batch)) }
      return (answers, await workers.processes)
    }
    #expect(answers.map(\.hit) == [3, 1, nil, nil])
    #expect(answers[2].tests == 3)
    #expect(answers[3].tests == 0)
    #expect(processes == 2)
  }

  @Test("a violation of another property is not the finding")
  func otherProperty() async throws {
    let plain = PlainReplay(program: try #require(Repository.program))
    let fingerprint = try #require(Fingerprint("0123456789abcdef"))
    try await PropertyJudges.run(
      fingerprint, target: "finding:xml-reference", plain: plain, lanes: 1
    ) {
      workers in
      let answer = try await workers.judge([Array(Self.document.utf8)])
      #expect(answer.hit == nil)
    }
  }

  @Test("a child that ends without an answer shows nothing and is replaced")
  func deadChild() async throws {
    // The demo bug is a trap: the child dies of the first candidate, not of the second.
    var plain = PlainReplay(program: try #require(Repository.program))
    plain.environment = CommandWords.bug
    let fingerprint = try #require(Fingerprint("0123456789abcdef"))
    let trap = Array(#"<a><VolumeProperty x="9 1"/></a>"#.utf8)
    let (answer, processes) = try await PropertyJudges.run(
      fingerprint, target: "demo", plain: plain, lanes: 1
    ) { workers in
      let answer = try await workers.judge([trap, Array("<a/>".utf8)])
      return (answer, await workers.processes)
    }
    #expect(answer == .init(hit: nil, tests: 2))
    #expect(processes == 2)
  }

  @Test("a candidate for a child that was ended while idle goes to the next child")
  func endedWhileIdle() async throws {
    let bad = Array("<a/>".utf8)
    let (answer, processes) = try await workers("xml-reference") { workers in
      _ = try await workers.judge([bad, bad])
      let children = Self.children()
      for child in children { kill(child, SIGKILL) }
      // The pipes are closed once the child is a zombie, not when its command line is gone.
      while children.contains(where: { Self.status($0)?.contains("State:\tZ") == false }) {
        await Task.yield()
      }
      return (
        try await workers.judge([bad, Array(Self.document.utf8)]), await workers.processes
      )
    }
    #expect(answer == .init(hit: 1, tests: 2))
    #expect(processes == 4)
  }

  /// The judges that this process has started.
  private static func children() -> [Int32] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.compactMap(Int32.init).filter { number in
      let words = try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)
      return status(number)?.contains("PPid:\t\(getpid())\n") == true
        && words?.contains("finding:xml-reference") == true
    }
  }

  private static func status(_ number: Int32) -> String? {
    try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
  }

  @Test("a program that cannot be started is an error, not a candidate without the finding")
  func noProgram() async throws {
    let plain = PlainReplay(program: "/nonexistent/scenefuzz")
    let fingerprint = try #require(Fingerprint("0123456789abcdef"))
    await #expect(throws: RunFailure.self) {
      try await PropertyJudges.run(fingerprint, target: "mrml", plain: plain, lanes: 1) {
        _ = try await $0.judge([[1]])
      }
    }
  }
}
