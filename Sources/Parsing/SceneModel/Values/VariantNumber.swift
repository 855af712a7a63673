internal import ByteReading

/// A number that fills its text, as VTK's variant converts it: the engine of the scene library's
/// integer and float attributes and of the identifiers of subject hierarchy items.
///
/// ASCII white space may surround the number. Any other text is invalid: the reader then reports an
/// error and keeps the previous value.
public enum VariantNumber {
  /// Reads a 32-bit integer: an optional sign and decimal digits without a superfluous leading
  /// zero, or, without a minus sign, digits after `0x`, `0b` or `0o`.
  public static func int(_ text: ArraySlice<UInt8>) -> Int32? {
    var digits = trimmed(text)
    var negative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      digits.removeFirst()
    }
    var radix = 10
    if digits.count > 1, digits.first == UInt8(ascii: "0") {
      guard !negative, let prefixed = prefixRadix(digits[digits.startIndex + 1]) else { return nil }
      radix = prefixed
      digits.removeFirst(2)
      // The sign may follow the prefix.
      if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        negative = sign == UInt8(ascii: "-")
        digits.removeFirst()
      }
    }
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard let digit = digitValue(byte), digit < radix else { return nil }
      value = value * radix + digit
      guard value <= 1 << 31 else { return nil }
    }
    return Int32(exactly: negative ? -value : value)
  }

  /// Reads the integer at the start of `text`; 0 without one. A leading zero followed by other
  /// digits ends it.
  public static func leadingInt(_ text: ArraySlice<UInt8>) -> Int32 {
    if let whole = int(text) { return whole }
    var digits = text.drop(while: \.isASCIISpace)
    var negative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      digits.removeFirst()
    }
    var radix = 10
    if digits.first == UInt8(ascii: "0") {
      guard digits.count > 1, !negative, let prefixed = prefixRadix(digits[digits.startIndex + 1])
      else { return 0 }
      radix = prefixed
      digits.removeFirst(2)
    }
    var value = 0
    for byte in digits {
      guard let digit = digitValue(byte), digit < radix else { break }
      value = min(value * radix + digit, Int(Int32.max))
    }
    return Int32(negative ? -value : value)
  }

  /// Reads a double: an optional minus sign, then digits with an optional point and exponent, or
  /// `nan`, `inf` or `infinity` in any case. No plus sign, no hexadecimal, nothing out of range.
  public static func double(_ text: ArraySlice<UInt8>) -> Double? {
    let number = trimmed(text)
    var rest = number
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let negative = rest.count < number.count
    if let special = specialValue(rest) { return negative ? -special : special }
    guard let isZero = checkDecimal(rest) else { return nil }
    guard let value = Double(String(decoding: number, as: UTF8.self)), value.isFinite,
      value != 0 || isZero
    else { return nil }
    return value
  }

  /// Checks for `digits ('.' digits)? (e sign? digits)?` with a digit in the mantissa; returns
  /// whether the mantissa is zero, nil for another text.
  private static func checkDecimal(_ text: ArraySlice<UInt8>) -> Bool? {
    var rest = text
    var digits = 0
    var isZero = true
    func take(_ rest: inout ArraySlice<UInt8>) {
      while let byte = rest.first, byte.isASCIIDigit {
        digits += 1
        if byte != UInt8(ascii: "0") { isZero = false }
        rest.removeFirst()
      }
    }
    take(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      take(&rest)
    }
    guard digits > 0 else { return nil }
    guard let byte = rest.first else { return isZero }
    guard byte | 0x20 == UInt8(ascii: "e") else { return nil }
    rest.removeFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit) ? isZero : nil
  }

  private static func specialValue(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.count <= 8 else { return nil }
    switch String(decoding: text.map { $0 | 0x20 }, as: UTF8.self) {
    case "nan": return .nan
    case "inf", "infinity": return .infinity
    default: return nil
    }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: \.isASCIISpace)
    while let last = text.last, last.isASCIISpace { text.removeLast() }
    return text
  }

  private static func prefixRadix(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    default: nil
    }
  }

  private static func digitValue(_ byte: UInt8) -> Int? {
    if byte.isASCIIDigit { return Int(byte - UInt8(ascii: "0")) }
    let folded = byte | 0x20
    guard folded >= UInt8(ascii: "a"), folded <= UInt8(ascii: "f") else { return nil }
    return Int(folded - UInt8(ascii: "a")) + 10
  }
}
