internal import ByteReading

/// Parsers of the longest numeric prefix of a text; 0 without one.
///
/// Two parsers differ: the variant type of VTK, converted without a check, and `strtod` and `atoi`
/// of the C library.
enum PartialNumber {
  /// 32-bit integer of VTK's variant: blanks, a sign, decimal digits without leading zeros, or
  /// digits after `0x`, `0b` or `0o`, where the sign follows the prefix; 0 when it does not fit.
  static func variantInt(_ text: ArraySlice<UInt8>) -> Int32 {
    var rest = text.drop(while: \.isASCIISpace)
    var negative = false
    if let sign = rest.first, "+-".utf8.contains(sign) {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var radix = 10
    if rest.first == UInt8(ascii: "0"), let next = rest.dropFirst().first {
      switch next | 0x20 {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "b"): radix = 2
      case UInt8(ascii: "o"): radix = 8
      default: return 0
      }
      guard !negative else { return 0 }
      rest = rest.dropFirst(2)
      if let sign = rest.first, "+-".utf8.contains(sign) {
        negative = sign == UInt8(ascii: "-")
        rest.removeFirst()
      }
    }
    var value = 0
    for byte in rest {
      guard let digit = digitValue(byte), digit < radix else { break }
      value = value * radix + digit
      guard value <= 1 << 31 else { return 0 }
    }
    return Int32(exactly: negative ? -value : value) ?? 0
  }

  /// Double of VTK's variant: blanks, a minus sign, a decimal number or the name of a non-finite
  /// one. Out of range it is infinite or zero.
  static func variantDouble(_ text: ArraySlice<UInt8>) -> Double {
    let rest = text.drop(while: \.isASCIISpace)
    guard rest.first != UInt8(ascii: "+") else { return 0 }
    return decimal(rest)
  }

  /// `strtod`: like the variant, with a plus sign and hexadecimal numbers.
  static func cDouble(_ text: ArraySlice<UInt8>) -> Double {
    let rest = text.drop(while: \.isASCIISpace)
    var unsigned = rest
    var negative = false
    if let sign = rest.first, "+-".utf8.contains(sign) {
      negative = sign == UInt8(ascii: "-")
      unsigned.removeFirst()
    }
    if unsigned.first == UInt8(ascii: "0"), let mark = unsigned.dropFirst().first,
      mark | 0x20 == UInt8(ascii: "x"), let value = hexadecimal(unsigned.dropFirst(2))
    {
      return negative ? -value : value
    }
    if let sign = unsigned.first, "+-".utf8.contains(sign) { return 0 }
    let value = decimal(unsigned)
    return negative ? -value : value
  }

  /// `atoi` of glibc: the low 32 bits of a saturating long.
  static func cInt(_ text: ArraySlice<UInt8>) -> Int32 {
    var rest = text.drop(while: \.isASCIISpace)
    var negative = false
    if let sign = rest.first, "+-".utf8.contains(sign) {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var value = 0
    for byte in rest {
      guard byte.isASCIIDigit else { break }
      let digit = Int(byte - UInt8(ascii: "0"))
      let (product, one) = value.multipliedReportingOverflow(by: 10)
      let (sum, two) = product.subtractingReportingOverflow(digit)
      guard !one, !two else {
        value = .min
        break
      }
      value = sum
    }
    // Negative, since that range is larger.
    let long = negative ? value : value == .min ? .max : -value
    return Int32(truncatingIfNeeded: long)
  }

  /// Whether the whole text is a decimal number or the name of one, with blanks around it.
  static func isWhole(_ text: ArraySlice<UInt8>) -> Bool {
    let number = text.trimmed
    let unsigned = number.first.map { "+-".utf8.contains($0) } == true ? number.dropFirst() : number
    if let end = decimalEnd(unsigned) { return end == unsigned.endIndex }
    return unsigned.count <= 8
      && ["nan", "inf", "infinity"].contains(
        String(decoding: unsigned, as: UTF8.self).lowercased())
  }

  /// Parses the longest prefix that is a number or the name of one.
  private static func decimal(_ text: ArraySlice<UInt8>) -> Double {
    let unsigned = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard let end = decimalEnd(unsigned) else {
      let isNegative = unsigned.startIndex > text.startIndex
      let word = unsigned.prefix(3).map { $0 | 0x20 }
      if word == Array("nan".utf8) { return .nan }
      return word != Array("inf".utf8) ? 0 : isNegative ? -.infinity : .infinity
    }
    return Double(String(decoding: text[..<end], as: UTF8.self)) ?? 0
  }

  /// End of the longest prefix `(digits ('.' digits?)? | '.' digits) (e sign? digits)?`; nil
  /// without one.
  private static func decimalEnd(_ text: ArraySlice<UInt8>) -> Int? {
    var end = text.startIndex
    func digits() -> Int {
      let start = end
      while end < text.endIndex, text[end].isASCIIDigit { end += 1 }
      return end - start
    }
    var count = digits()
    if end < text.endIndex, text[end] == UInt8(ascii: ".") {
      end += 1
      count += digits()
    }
    guard count > 0 else { return nil }
    let mantissa = end
    if end < text.endIndex, text[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < text.endIndex, "+-".utf8.contains(text[end]) { end += 1 }
      if digits() == 0 { return mantissa }
    }
    return end
  }

  /// Parses the digits after `0x`; nil without one.
  private static func hexadecimal(_ text: ArraySlice<UInt8>) -> Double? {
    var end = text.startIndex
    func digits() -> Int {
      let start = end
      while end < text.endIndex, digitValue(text[end]) != nil { end += 1 }
      return end - start
    }
    var count = digits()
    var literal = "0x" + (count == 0 ? "0" : String(decoding: text[..<end], as: UTF8.self))
    if end < text.endIndex, text[end] == UInt8(ascii: ".") {
      let point = end
      end += 1
      let fraction = digits()
      count += fraction
      if fraction > 0 { literal += String(decoding: text[point..<end], as: UTF8.self) }
    }
    guard count > 0 else { return nil }
    var exponent = "p0"
    if end < text.endIndex, text[end] | 0x20 == UInt8(ascii: "p") {
      let mark = end
      end += 1
      if end < text.endIndex, "+-".utf8.contains(text[end]) { end += 1 }
      let first = end
      while end < text.endIndex, text[end].isASCIIDigit { end += 1 }
      if end > first { exponent = String(decoding: text[mark..<end], as: UTF8.self) }
    }
    return Double(literal + exponent)
  }

  private static func digitValue(_ byte: UInt8) -> Int? {
    if byte.isASCIIDigit { return Int(byte - UInt8(ascii: "0")) }
    let folded = byte | 0x20
    guard folded >= UInt8(ascii: "a"), folded <= UInt8(ascii: "f") else { return nil }
    return Int(folded - UInt8(ascii: "a")) + 10
  }
}
