import InputReduction
import Testing

/// A finding as a predicate on bytes.
struct Finding: CustomTestStringConvertible {
  let testDescription: String
  let input: String
  let smallest: String
  let shows: @Sendable (String) -> Bool

  static let all = [
    Finding(
      testDescription: "an element that must stay inside whole tags",
      input: "<?xml version=\"1.0\"?><M a='>'><V b=\"1\"><X/></V><N/><W>text</W></M>",
      smallest: "<X/>"
    ) { text in
      text.contains("<X/>")
        && text.filter { $0 == "<" }.count == text.filter { $0 == ">" }.count
        && (text.contains("</M>") == text.contains("<M"))
        && (text.contains("</V>") == text.contains("<V"))
    },
    Finding(testDescription: "one byte", input: "aaaaaaaaaaXaaaaaaaaa", smallest: "X") {
      $0.contains("X")
    },
    Finding(testDescription: "the empty input", input: "anything", smallest: "") { _ in true },
    Finding(
      testDescription: "two words apart", input: "one two three four five", smallest: "twofive"
    ) {
      $0.contains("two") && $0.contains("five")
    },
    Finding(testDescription: "a length", input: "abcdefghij", smallest: "aaaaa") {
      $0.utf8.count >= 5
    },
    Finding(
      testDescription: "an attribute in a document",
      input: "<MRML a=\"1\"><Volume id=\"v\" b=\"2 3\"/><Model x=\"9 9\"/></MRML>",
      smallest: "x=\"9"
    ) { $0.contains("x=\"9") },
    Finding(
      testDescription: "balance: one deletion alone never survives", input: "((((abc))))",
      smallest: "()"
    ) { text in
      text.hasPrefix("(") && text.filter { $0 == "(" }.count == text.filter { $0 == ")" }.count
    },
  ]
}

/// Judges candidates in order until one shows the finding.
private func judge(_ candidates: [[UInt8]], _ finding: Finding) -> InputReducer.Judgement {
  let hit = candidates.firstIndex { finding.shows(String(decoding: $0, as: UTF8.self)) }
  return .init(hit: hit, tests: hit.map { $0 + 1 } ?? candidates.count)
}

@Suite struct InputReducerTests {
  private func reduce(
    _ finding: Finding, over: Int = 100_000
  ) async throws -> (outcome: InputReducer.Outcome, kept: [[UInt8]]) {
    var kept: [[UInt8]] = []
    var judged = 0
    let outcome = try await InputReducer().reduce(
      Array(finding.input.utf8), isOver: { judged >= over }, keep: { kept.append($0) },
      judge: { candidates in
        judged += candidates.count
        return judge(candidates, finding)
      })
    return (outcome, kept)
  }

  @Test(
    "the result shows the finding and has the minimum size",
    arguments: Finding.all)
  func result(finding: Finding) async throws {
    let (outcome, kept) = try await reduce(finding)
    let text = String(decoding: outcome.input, as: UTF8.self)
    #expect(finding.shows(text))
    #expect(outcome.isComplete)
    #expect(outcome.input.count == finding.smallest.utf8.count)
    #expect(kept.last ?? Array(finding.input.utf8) == outcome.input)
    #expect(kept.allSatisfy { finding.shows(String(decoding: $0, as: UTF8.self)) })
  }

  @Test("a second reduction changes nothing", arguments: Finding.all)
  func idempotent(finding: Finding) async throws {
    let first = try await reduce(finding).outcome.input
    let again = Finding(
      testDescription: "again", input: String(decoding: first, as: UTF8.self), smallest: "",
      shows: finding.shows)
    #expect(try await reduce(again).outcome.input == first)
  }

  @Test(
    "no step is larger than the one before, and no candidate is judged twice",
    arguments: Finding.all)
  func steps(finding: Finding) async throws {
    var seen: Set<[UInt8]> = [Array(finding.input.utf8)]
    var sizes = [finding.input.utf8.count]
    _ = try await InputReducer().reduce(
      Array(finding.input.utf8), isOver: { false }, keep: { sizes.append($0.count) },
      judge: { candidates in
        let judgement = judge(candidates, finding)
        for candidate in candidates[..<judgement.tests] { #expect(seen.insert(candidate).inserted) }
        return judgement
      })
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("an exhausted budget returns the best input so far")
  func budget() async throws {
    let finding = Finding.all[3]
    let (outcome, _) = try await reduce(finding, over: 1)
    #expect(!outcome.isComplete)
    #expect(finding.shows(String(decoding: outcome.input, as: UTF8.self)))
  }

  @Test("an empty input is complete without a test")
  func empty() async throws {
    let outcome = try await InputReducer().reduce(
      [], isOver: { false }, keep: { _ in }, judge: { _ in .init(hit: 0, tests: 1) })
    #expect(outcome.input == [])
    #expect(outcome.tests == 0)
    #expect(outcome.isComplete)
  }
}
