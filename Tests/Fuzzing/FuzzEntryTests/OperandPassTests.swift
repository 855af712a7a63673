import Mutation
import StableNumbers
import Testing

@testable import FuzzEntry

@Suite("Pass of input-to-state") struct OperandPassTests {
  private static func pass(
    seen: Counter, operands: [ComparedOperands]
  ) -> OperandPass {
    OperandPass(
      isFirst: { seen.marks.insert($0).inserted },
      operands: { _ in
        seen.runs += 1
        return operands
      })
  }

  final class Counter {
    var marks: Set<UInt64> = []
    var runs = 0
  }

  private let pair = ComparedOperands.texts(Array("Mode".utf8), Array("markups".utf8))

  private func results(
    _ pass: inout OperandPass, _ input: [UInt8], limit: Int = 100, turns: Int = 512
  ) -> [[UInt8]] {
    var random = SplitMix64(seed: 1)
    return (0..<turns).compactMap { _ in pass.next(for: input, limit: limit, &random) }
  }

  @Test("an input runs once, and each of its results is used once")
  func once() {
    let seen = Counter()
    var pass = Self.pass(seen: seen, operands: [pair])
    let input = Array("a Mode b Mode".utf8)
    #expect(
      results(&pass, input).map { String(decoding: $0, as: UTF8.self) } == [
        "a markups b Mode", "a Mode b markups",
      ])
    #expect(results(&pass, input) == [])
    #expect(seen.runs == 1)
  }

  @Test(
    "a mutation that libFuzzer mutates again gets no pass, and comes back as an input of the corpus"
  )
  func stacked() {
    let seen = Counter()
    var pass = Self.pass(seen: seen, operands: [])
    pass.record(Array("x Mode".utf8))
    _ = results(&pass, Array("x Mode".utf8), turns: 1)
    #expect(seen.runs == 0)
    pass.record(Array("other".utf8))
    _ = results(&pass, Array("x Mode".utf8), turns: 1)
    #expect(seen.runs == 1)
  }

  @Test("results beyond the limit are left out, and most mutations are not of the pass")
  func limits() {
    let seen = Counter()
    var pass = Self.pass(seen: seen, operands: [pair])
    #expect(results(&pass, Array("a Mode".utf8), limit: 8) == [])
    let input = Array(repeatElement(Array("Mode ".utf8), count: 4).joined())
    var random = SplitMix64(seed: 7)
    let turns = (0..<32).map { _ in pass.next(for: input, limit: 100, &random) != nil }
    #expect((1...4).contains(turns.count { $0 }))
  }
}
