import Testing

@testable import Mutation

@Suite("Replacements of compared operands") struct OperandReplacementTests {
  private func results(_ input: String, _ pairs: [ComparedOperands]) -> Set<String> {
    let replacements = OperandReplacements(of: Array(input.utf8))
    return Set(
      replacements.replacements(of: pairs).map {
        String(decoding: replacements.applying($0), as: UTF8.self)
      })
  }

  private func texts(_ one: String, _ other: String) -> ComparedOperands {
    .texts(Array(one.utf8), Array(other.utf8))
  }

  @Test("a text of a comparison that stands in the input is replaced by the other, both ways round")
  func texts() {
    #expect(results("<a b='Mode'/>", [texts("Mode", "markups")]) == ["<a b='markups'/>"])
    #expect(results("<a b='markups'/>", [texts("Mode", "markups")]) == ["<a b='Mode'/>"])
    #expect(results("<a b='other'/>", [texts("Mode", "markups")]) == [])
  }

  @Test(
    "the replacement has the encoding of the text that it replaces",
    arguments: [
      ("x%61%62y", "x%43%44y"), ("x&#97;&#98;y", "x&#67;&#68;y"),
      ("x&#x61;&#x62;y", "x&#x43;&#x44;y"),
      ("xa\0b\0y", "xC\0D\0y"), ("x\0a\0b\u{1}", "x\0C\0D\u{1}"),
    ])
  func encodings(_ input: String, _ result: String) {
    #expect(results(input, [texts("ab", "CD")]).contains(result))
  }

  @Test("a number is replaced by the other side, one less and one more, in its own notation")
  func numbers() {
    let pair = ComparedOperands.numbers(1_000, 4_096, size: 8)
    #expect(
      results("n=1000;", [pair]).isSuperset(of: ["n=4096;", "n=4095;", "n=4097;"]))
    #expect(results("n=3e8;", [pair]).contains("n=1000;"))
    #expect(results("n=3E8;", [.numbers(1_000, 0xABCD, size: 8)]).contains("n=ABCD;"))
    // Digits of a longer number are not that number.
    #expect(results("n=10001;", [pair]) == [])
    #expect(results("n=-5;", [.numbers(.max - 4, 77, size: 8)]).contains("n=77;"))
    #expect(results("n=-5;", [.numbers(0xFFFF_FFFB, 9, size: 4)]).contains("n=9;"))
  }

  @Test("words of both byte orders are replaced in the input's order and width")
  func words() {
    let replacements = OperandReplacements(of: [9, 0x34, 0x12, 0, 0, 9, 0x12, 0x34])
    let found = replacements.replacements(of: [.numbers(0x1234, 0xABCD, size: 4)])
    let results = Set(found.map(replacements.applying))
    #expect(results.contains([9, 0xCD, 0xAB, 0, 0, 9, 0x12, 0x34]))
    #expect(results.contains([9, 0x34, 0x12, 0, 0, 9, 0xAB, 0xCD]))
    // A value that does not fit the width of the place is left out.
    let wide = replacements.replacements(of: [.numbers(0x1234, 1 << 40, size: 8)])
    #expect(!wide.contains { $0.range.count < 8 && $0.bytes == [0, 0, 0, 0] })
  }

  @Test("a word that holds a small string is also compared as text")
  func smallStrings() {
    // `Curve` and `Line` as the standard library stores them.
    let one = ComparedOperands.numbers(0x65_7672_7543, 0x656E_694C, size: 8)
    #expect(results("type Line", [one]).contains("type Curve"))
  }

  @Test("the operand with the fewest places comes first, and their number is bounded")
  func order() {
    let input = Array(("id id id id id id Curve " + String(repeating: "q", count: 40_000)).utf8)
    let replacements = OperandReplacements(of: input)
    let found = replacements.replacements(of: [texts("id", "xx"), texts("Curve", "Line")])
    #expect(found.map { $0.range.count } == [5, 2, 2, 2, 2])
    let many = (0..<2_000).map { texts("id", "number\($0)") }
    #expect(replacements.replacements(of: many).count == OperandReplacements.maximumCount)
    // A pair of bytes that fills the input costs a bounded number of tries.
    #expect(replacements.replacements(of: [texts("qqx", "y")]) == [])
  }

  @Test("no input and no operands make a replacement outside the input", arguments: 0..<3)
  func small(_ count: Int) {
    let input = [UInt8](repeating: 0x30, count: count)
    let replacements = OperandReplacements(of: input)
    let pairs: [ComparedOperands] = [
      .texts([], []), .texts([0x30], [0x31]), .texts([0x30, 0x30], []),
      .numbers(0, .max, size: 8), .numbers(0, 1, size: 2), .numbers(0x3030, 0x3131, size: 2),
    ]
    for replacement in replacements.replacements(of: pairs) {
      #expect(replacement.range.upperBound <= count)
      _ = replacements.applying(replacement)
    }
  }
}
