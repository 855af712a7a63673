/// A number that must fill its text, as VTK's variant converts one: what the scene library's integer and float
/// attributes use, and the identifiers of subject hierarchy items.
///
/// ASCII blanks may stand around the number. A text that is anything else is invalid: the reader then reports an
/// error and keeps the value it had.
public enum VariantNumber {
  /// A 32-bit integer: an optional sign and decimal digits without a superfluous leading zero, or, without a minus
  /// sign, digits behind `0x`, `0b` or `0o`.
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

  /// The integer that `text` begins with, as it is left where the text goes on with something else; 0 for none. A
  /// zero in front of other digits ends it.
  public static func leadingInt(_ text: ArraySlice<UInt8>) -> Int32 {
    if let whole = int(text) { return whole }
    var digits = text.drop(while: isBlank)
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

  /// A double: an optional minus sign, then digits with an optional point and exponent, or `nan`, `inf` or
  /// `infinity` in any case. No plus sign, no hexadecimal, nothing out of range.
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

  /// Whether `text` is `digits ('.' digits)? (e sign? digits)?` with a digit in the mantissa; the answer says
  /// whether the mantissa is zero.
  private static func checkDecimal(_ text: ArraySlice<UInt8>) -> Bool? {
    var rest = text
    var digits = 0
    var isZero = true
    func take(_ rest: inout ArraySlice<UInt8>) {
      while let byte = rest.first, isDigit(byte) {
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
    return !rest.isEmpty && rest.allSatisfy(isDigit) ? isZero : nil
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
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
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
    if isDigit(byte) { return Int(byte - UInt8(ascii: "0")) }
    let folded = byte | 0x20
    guard folded >= UInt8(ascii: "a"), folded <= UInt8(ascii: "f") else { return nil }
    return Int(folded - UInt8(ascii: "a")) + 10
  }
}
