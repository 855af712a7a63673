internal import ByteReading

/// Sequential numbers of a text, read like a C++ stream in the classic locale (libstdc++'s
/// `num_get`): the engine of vectors, matrices and most hand-written attribute readers.
///
/// Each read skips white space, takes the longest text that could continue a number, and converts
/// it. It returns nil if the stream would leave the caller's variable unchanged: after a failure,
/// and at the end of the text. A text that is not a number gives 0 and a failed stream; one out of
/// range gives the nearest limit and a failed stream. Cost: linear in the bytes taken.
public struct NumberStream: Sendable {
  private let bytes: ArraySlice<UInt8>
  /// Index of the next byte.
  public private(set) var position: Int
  private var reachedEnd = false
  private var failed = false

  /// A stream at the start of `bytes`. Positions are indices of the slice.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether the last text was not a number, or out of range.
  public var hasFailed: Bool { failed }

  /// Whether the next read could change a variable.
  public var isGood: Bool { !failed && !reachedEnd }

  /// Reads a `double`.
  public mutating func readDouble() -> Double? {
    guard begin() else { return nil }
    if let short = takeShortDecimal() { return short }
    let text = takeFloatingPoint()
    guard let value = Double(text), !text.isEmpty else {
      failed = true
      return 0
    }
    guard value.isFinite else {
      failed = true
      return value > 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
    }
    return value
  }

  /// Reads an `int` of 32 bits.
  public mutating func readInt() -> Int32? {
    guard begin() else { return nil }
    switch takeInteger() {
    case .none:
      failed = true
      return 0
    case .some(let value):
      guard let exact = Int32(exactly: value) else {
        failed = true
        return value < 0 ? .min : .max
      }
      return exact
    }
  }

  /// Reads a `bool` written as a number. 0 and 1 are valid; another number is true and fails the
  /// stream; a text that is not a number is false and fails it.
  public mutating func readBool() -> Bool? {
    guard begin() else { return nil }
    guard let value = takeInteger() else {
      failed = true
      return false
    }
    if value != 0, value != 1 { failed = true }
    return value != 0
  }

  /// Reads a word delimited by white space.
  public mutating func readWord() -> ArraySlice<UInt8>? {
    guard begin() else { return nil }
    let start = position
    while position < bytes.endIndex, !bytes[position].isASCIISpace { position += 1 }
    reachedEnd = position == bytes.endIndex
    return bytes[start..<position]
  }

  /// Prepares a read: fails after a failure or at the end, otherwise skips white space.
  private mutating func begin() -> Bool {
    guard isGood else {
      failed = true
      return false
    }
    while position < bytes.endIndex, bytes[position].isASCIISpace { position += 1 }
    guard position < bytes.endIndex else {
      reachedEnd = true
      failed = true
      return false
    }
    return true
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// Takes `-? digits ('.' digits)?` of at most 15 digits, if the number ends there; otherwise
  /// returns nil and takes nothing. Both operands of the quotient are exact, so it is the nearest
  /// `double` (Clinger's fast path). Builds no string.
  private mutating func takeShortDecimal() -> Double? {
    let bytes = bytes
    let span = bytes.span
    var place = position - bytes.startIndex
    let isNegative = span[place] == UInt8(ascii: "-")
    if isNegative { place &+= 1 }
    var mantissa = 0
    var digits = 0
    var pointAt: Int?
    scan: while place < span.count {
      let byte = span[place]
      if byte.isASCIIDigit {
        digits &+= 1
        if digits > 15 { return nil }
        mantissa = mantissa &* 10 &+ Int(byte &- UInt8(ascii: "0"))
      } else if byte == UInt8(ascii: "."), pointAt == nil {
        pointAt = digits
      } else if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
        return nil
      } else {
        break scan
      }
      place &+= 1
    }
    if digits == 0 || pointAt == 0 || pointAt == digits { return nil }
    position = place + bytes.startIndex
    reachedEnd = position == bytes.endIndex
    let value = Double(mantissa) / Self.powersOfTen[digits - (pointAt ?? digits)]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Takes `sign? zeros digits* ('.' digits*)? (e sign? digits*)?` with leading zeros folded into
  /// one, and returns it if it is a complete number, otherwise an empty text.
  private mutating func takeFloatingPoint() -> String {
    var text: [UInt8] = []
    if let sign = current, isSign(sign) {
      text.append(sign)
      position += 1
    }
    var hasMantissa = false
    while current == UInt8(ascii: "0") {
      if !hasMantissa { text.append(UInt8(ascii: "0")) }
      hasMantissa = true
      position += 1
    }
    var hasPoint = false
    var hasExponent = false
    var exponentDigits = 0
    while let byte = current {
      if byte.isASCIIDigit {
        text.append(byte)
        hasMantissa = true
        if hasExponent { exponentDigits += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint, !hasExponent {
        text.append(byte)
        hasPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e"), !hasExponent, hasMantissa {
        text.append(UInt8(ascii: "e"))
        hasExponent = true
        if position + 1 < bytes.endIndex, isSign(bytes[position + 1]) {
          position += 1
          text.append(bytes[position])
        }
      } else {
        break
      }
      position += 1
    }
    reachedEnd = position == bytes.endIndex
    guard hasMantissa, !hasExponent || exponentDigits > 0 else { return "" }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes `sign? digits` in base ten; nil without a digit. Saturates far beyond 32 bits.
  private mutating func takeInteger() -> Int? {
    var negative = false
    if let sign = current, isSign(sign) {
      negative = sign == UInt8(ascii: "-")
      position += 1
    }
    var value = 0
    var hasDigit = false
    while let byte = current, byte.isASCIIDigit {
      hasDigit = true
      if value < 1 << 40 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      position += 1
    }
    reachedEnd = position == bytes.endIndex
    guard hasDigit else { return nil }
    return negative ? -value : value
  }
}

private func isSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
}
