import StableNumbers
import Testing

@testable import Mutation

@Suite struct JSONMemberTests {
  @Test(
    "the name of an inserted member mostly fits the object",
    arguments: [
      (#"{"position":[0,0,0]}"#, "positionStatus", "labelFormat"),
      (#"{"printFormat":"%d"}"#, "quantityCode", "planeType"),
      (#"{"type":"Plane"}"#, "labelFormat", "printFormat"),
    ])
  func fitting(text: String, fitting: String, foreign: String) {
    var counts: [String: Int] = [:]
    for seed in 0..<1_000 as Range<UInt64> {
      var draft = JSONDraft(Array(text.utf8), random: SplitMix64(seed: seed), limit: 1 << 12)
      counts[draft.memberName(for: 0) ?? "", default: 0] += 1
    }
    #expect(counts[fitting, default: 0] > 20)
    // One name in four is drawn from all names.
    #expect((1..<20).contains(counts[foreign, default: 0]))
  }
}
