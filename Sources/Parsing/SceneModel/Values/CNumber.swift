internal import ByteReading

/// Numbers as C's `atoi` and `atof` read them: the leading number, 0 without one, never an error.
enum CNumber {
  /// `atoi`: white space, a sign, digits. Undefined in C beyond 32 bits, hence nil.
  static func int(_ text: ArraySlice<UInt8>) -> Int32? {
    var rest = text.drop(while: \.isASCIISpace)
    var negative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var value = 0
    for byte in rest {
      guard byte.isASCIIDigit else { break }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      guard value <= 1 << 31 else { return nil }
    }
    return Int32(exactly: negative ? -value : value)
  }

  /// `atoi` of the C library of 64-bit Linux: the low 32 bits of `strtol`, which saturates at 64
  /// bits.
  static func lowInt(_ text: ArraySlice<UInt8>) -> Int32 {
    var rest = text.drop(while: \.isASCIISpace)
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var value: Int64 = 0
    for byte in rest.prefix(while: \.isASCIIDigit) {
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isFarther) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isOver, !isFarther else {
        return Int32(truncatingIfNeeded: isNegative ? Int64.min : Int64.max)
      }
      value = sum
    }
    return Int32(truncatingIfNeeded: value)
  }

  /// `atof`: the longest prefix that is a number. Decimal only; hexadecimal, `inf` and `nan` give
  /// nil.
  static func double(_ text: ArraySlice<UInt8>) -> Double? {
    let rest = text.drop(while: \.isASCIISpace)
    var end = rest.startIndex
    var digits = 0
    if end < rest.endIndex, "+-".utf8.contains(rest[end]) { end += 1 }
    let mantissa = end
    func take() {
      while end < rest.endIndex, rest[end].isASCIIDigit { (end, digits) = (end + 1, digits + 1) }
    }
    take()
    if end < rest.endIndex, rest[end] == UInt8(ascii: ".") {
      end += 1
      take()
    }
    guard digits > 0 else {
      let word = rest[mantissa...].prefix(3).map { $0 | 0x20 }
      return word == Array("inf".utf8) || word == Array("nan".utf8) ? nil : 0
    }
    if end < rest.endIndex, rest[end] | 0x20 == UInt8(ascii: "x"), end == mantissa + 1,
      rest[mantissa] == UInt8(ascii: "0")
    {
      return nil
    }
    if end < rest.endIndex, rest[end] | 0x20 == UInt8(ascii: "e") {
      var next = end + 1
      if next < rest.endIndex, "+-".utf8.contains(rest[next]) { next += 1 }
      if next < rest.endIndex, rest[next].isASCIIDigit {
        end = next
        take()
      }
    }
    return Double(String(decoding: rest[..<end], as: UTF8.self)) ?? 0
  }
}
