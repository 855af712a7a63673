import Testing

@testable import SceneModel

/// Tables of the number engines: each text and its value.
@Suite struct NumberTests {
  @Test(
    "the stream engine reads three doubles; nil if the variable is unchanged",
    arguments: [
      ("1 2 3", [1, 2, 3]), ("5", [5, nil, nil]), ("", [nil, nil, nil]), ("  ", [nil, nil, nil]),
      ("abc", [0, nil, nil]), ("1 abc 3", [1, 0, nil]),
      ("1e999 2", [.greatestFiniteMagnitude, nil, nil]),
      ("-1e999", [-.greatestFiniteMagnitude, nil, nil]), ("4.9e-400 8", [0, 8, nil]),
      ("nan 1", [0, nil, nil]), ("inf 1", [0, nil, nil]), ("0x10 1", [0, 0, nil]),
      ("1,5", [1, 0, nil]), ("1.5.5 7", [1.5, 0.5, 7]), ("+3 4", [3, 4, nil]),
      ("1e 2", [0, nil, nil]),
      ("1e+ 2", [0, nil, nil]), ("007 -008 .5", [7, -8, 0.5]), ("5. 6.e1 1E2", [5, 60, 100]),
      ("- 1", [0, nil, nil]), (". 1", [0, nil, nil]), ("1\t2\n3", [1, 2, 3]),
      ("1 2 3 ", [1, 2, 3]),
      ("000.500 00 0e0", [0.5, 0, 0]), ("1-2+3", [1, -2, 3]), ("1e5e5 2", [100_000, 0, nil]),
    ] as [(String, [Double?])])
  func streamDoubles(_ text: String, _ expected: [Double?]) {
    var stream = NumberStream(Array(text.utf8)[...])
    #expect((0..<3).map { _ in stream.readDouble() } == expected)
  }

  @Test("short decimals are the nearest double, as in the standard library")
  func shortDecimals() {
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(state >> 8).prefix(Int(state >> 60) + 1)
      let fraction = String(state & 0xFFFFF).prefix(Int(state >> 56 & 7))
      let text = (state & 1 == 0 ? "-" : "") + digits + (fraction.isEmpty ? "" : "." + fraction)
      var stream = NumberStream(Array("\(text) 8".utf8)[...])
      #expect(stream.readDouble() == Double(text), "\(text)")
      #expect(stream.readDouble() == 8)
    }
    var zero = NumberStream(Array("-0".utf8)[...])
    #expect(zero.readDouble()?.sign == .minus)
    #expect(!zero.isGood && !zero.hasFailed)
  }

  @Test(
    "the stream engine reads integers",
    arguments: [
      ("012", 12), ("0x1F", 0), ("7.9", 7), ("2147483648", .max), ("-2147483649", .min),
      ("99999999999999999999999999", .max), ("-99999999999999999999", .min), ("x", 0), ("", nil),
      ("-5", -5), ("+5", 5), ("--5", 0), ("2147483647", .max), ("1e3", 1),
    ] as [(String, Int32?)])
  func streamIntegers(_ text: String, _ expected: Int32?) {
    var stream = NumberStream(Array(text.utf8)[...])
    #expect(stream.readInt() == expected)
  }

  @Test(
    "the stream engine reads booleans and fails on other numbers",
    arguments: [
      ("1 1", true, true), ("0 1", false, true), ("2 1", true, nil), ("true 1", false, nil),
      ("", nil, nil), ("-1 0", true, nil), ("01 1", true, true),
    ] as [(String, Bool?, Bool?)])
  func streamBooleans(_ text: String, _ first: Bool?, _ second: Bool?) {
    var stream = NumberStream(Array(text.utf8)[...])
    #expect(stream.readBool() == first)
    #expect(stream.readBool() == second)
  }

  @Test(
    "the variant engine reads integers that fill their text",
    arguments: [
      ("7", 7), (" 7\n", 7), ("-7", -7), ("+7", 7), ("0", 0), ("-0", 0), ("007", nil), ("01", nil),
      ("0x1F", 31), ("0b101", 5), ("0o17", 15), ("-0x1", nil), ("0x", nil),
      ("0x+5", 5), ("0x-5", -5), ("0b+1", 1), ("0o-7", -7), ("0x-80000000", .min), ("0x+", nil),
      ("1.0", nil),
      ("1e3", nil), ("", nil), (" ", nil), ("7 8", nil), ("2147483647", .max),
      ("2147483648", nil), ("-2147483648", .min), ("-2147483649", nil), ("0xg", nil), ("- 7", nil),
    ] as [(String, Int32?)])
  func variantIntegers(_ text: String, _ expected: Int32?) {
    #expect(VariantNumber.int(Array(text.utf8)[...]) == expected)
  }

  @Test(
    "the variant engine reads doubles that fill their text",
    arguments: [
      ("1.5", 1.5), (" -1.5 ", -1.5), ("+1", nil), ("1.", 1), (".5", 0.5), (".", nil), ("", nil),
      ("1e3", 1000), ("1e", nil), ("1e+", nil), ("0x10", nil), ("1e999", nil), ("1e-999", nil),
      ("0e-999", 0), ("inf", .infinity), ("-INFINITY", -.infinity), ("infinit", nil), ("1,5", nil),
      ("1 2", nil), ("007", 7),
    ] as [(String, Double?)])
  func variantDoubles(_ text: String, _ expected: Double?) {
    #expect(VariantNumber.double(Array(text.utf8)[...]) == expected)
  }

  @Test("the variant engine reads nan in any case", arguments: ["nan", "NaN", "-nan"])
  func variantNaN(_ text: String) throws {
    #expect(try #require(VariantNumber.double(Array(text.utf8)[...])).isNaN)
  }

  @Test(
    "a C integer beyond 32 bits keeps its low bits, and saturates beyond 64",
    arguments: [
      ("99999999999", 1_215_752_191), ("4294967296", 0), (" -4294967297x", -1), ("12", 12),
      ("99999999999999999999", -1), ("-99999999999999999999", 0), ("9223372036854775807", -1),
      ("9223372036854775808", -1), ("", 0), ("x", 0),
    ] as [(String, Int32)])
  func lowInt(_ text: String, _ value: Int32) {
    #expect(CNumber.lowInt(Array(text.utf8)[...]) == value)
  }

  @Test(
    "atoi and atof read the leading number",
    arguments: [
      ("12abc", 12, 12), ("abc", 0, 0), ("", 0, 0), (" -3.5e1x", -3, -35), ("1e", 1, 1),
      ("99999999999", nil, 99_999_999_999), ("inf", 0, nil), ("0x10", 0, nil), (".5", 0, 0.5),
      ("+4", 4, 4), ("-", 0, 0),
    ] as [(String, Int32?, Double?)])
  func cNumbers(_ text: String, _ int: Int32?, _ double: Double?) {
    #expect(CNumber.int(Array(text.utf8)[...]) == int)
    #expect(CNumber.double(Array(text.utf8)[...]) == double)
  }
}
