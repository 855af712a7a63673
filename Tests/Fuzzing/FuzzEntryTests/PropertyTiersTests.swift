import FuzzTargets
import Testing

@testable import FuzzEntry

@Suite struct PropertyTiersTests {
  @Test(
    "a setting that is not a number above 1 gives no tiers",
    arguments: ["", "x", "0", "1", "-2", ":all", "16:", "16:any"])
  func settings(text: String) {
    #expect(PropertyTiers(setting: text) { true } == nil)
    #expect(PropertyTiers(setting: nil) { true } == nil)
  }

  @Test("an input that reaches new counters is always selected")
  func newCounters() throws {
    let tiers = try #require(PropertyTiers(setting: "16") { true })
    for number in 0..<200 {
      let isSelected = tiers.selects(Array("\(number)".utf8).span)
      #expect(isSelected)
    }
  }

  @Test("about one of sixteen other inputs is selected, the same ones each time")
  func sample() throws {
    let tiers = try #require(PropertyTiers(setting: "16") { false })
    let inputs = (0..<4_000).map { Array("<a b='\($0)'/>".utf8) }
    let selected = inputs.filter { tiers.selects($0.span) }
    #expect((150..<400).contains(selected.count), "\(selected.count)")
    #expect(selected == inputs.filter { tiers.selects($0.span) })
  }

  @Test("an empty input has a decision")
  func empty() throws {
    let tiers = try #require(PropertyTiers(setting: "2") { false })
    let empty: [UInt8] = []
    let (isSelected, isSampled) = (tiers.selects(empty.span), tiers.isSampled(empty.span))
    #expect(isSelected == isSampled)
  }

  @Test("the corpus gets the whole property, but in tiers for all")
  func corpus() throws {
    let input = Array("<a/>".utf8)
    for (setting, isWhole) in [("1000003", true), ("1000003:all", false)] {
      let tiers = try #require(PropertyTiers(setting: setting) { false })
      let isSampled = tiers.isSampled(input.span)
      #expect(!isSampled)
      let found = try tiers.check(.xml, input.span, isCorpus: true)
      #expect(found == isWhole, "\(setting)")
    }
  }
}
