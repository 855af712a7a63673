/// Numbers as text at the edges of what readers of numbers accept: one list for every text mutator.
enum EdgeValues {
  /// Small numbers, bounds of integers and floating-point numbers, and forms that only some readers
  /// accept.
  static let numbers: [[UInt8]] = integers + forms

  /// Small integers, and each bound of the widths below with its two neighbours.
  static let integers: [[UInt8]] = {
    var texts = ["0", "1", "-1", "2", "3", "4", "5", "7", "16", "64", "1000", "1000000", "1000001"]
    for bits in [7, 8, 15, 16, 31, 32, 63, 64] as [Int128] {
      let bound = Int128(1) << bits
      texts += [bound - 1, bound, bound + 1].map { "\($0)" }
      texts += [-bound - 1, -bound, 1 - bound].map { "\($0)" }
    }
    return texts.map { Array($0.utf8) }
  }()

  /// Fractions, exponents, signs, radix prefixes, leading zeros, and texts that are almost numbers.
  static let forms: [[UInt8]] = [
    "1.0", "0.5", "1.", ".5", "5.", "1e3", "1e-5", "1E+2", "1.5.5", "1,5", "1e", "-", "+1", "",
    " 1 ", "1\u{A0}", "abc", "007", "000080", "0000000001", "0x10", "0xfF", "0x", "0x-", "0b1",
    "0b+", "0o7", "0o17", "1_", "1_0", "nan", "NaN", "inf", "-inf", "-Infinity", "1e308", "1e309",
    "1e999", "-1e999", "-1e-400", "4.9e-400", "-1e-999999999999", "999999999999",
    "0.12345678901234", "0.1234567890123456", "3.14159265358979", "-0.000000000000001",
    "123456789012345.6",
  ].map { Array($0.utf8) }
}
