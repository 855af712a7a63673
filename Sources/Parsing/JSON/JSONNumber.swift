internal import ByteReading

/// A number of a JSON text.
public struct JSONNumber: Equatable, Sendable {
  /// The number as a double, rounded as `JSONRules/usesFastNumbers` states. Infinite or NaN only
  /// where the rules allow that.
  public let value: Double
  /// The exact value of a number without point and exponent that fits 64 bits.
  public let integer: Int64?

  /// A number from both forms; the caller ensures that they agree.
  public init(value: Double, integer: Int64? = nil) {
    self.value = value
    self.integer = integer
  }

  /// NaN equals itself, so that documents can be compared; the two zeros are equal.
  public static func == (one: JSONNumber, other: JSONNumber) -> Bool {
    one.integer == other.integer
      && (one.value == other.value || one.value.isNaN && other.value.isNaN)
  }

  /// Reads a text of the grammar `-? int frac? exp?` (RFC 8259, section 6); nil if it is out of
  /// range.
  init?(grammatical text: ArraySlice<UInt8>, fast: Bool) {
    let isInteger = text.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIDigit }
    let string = String(decoding: text, as: UTF8.self)
    integer = isInteger ? Int64(string) : nil
    if fast {
      guard let value = FastNumber.read(text) else { return nil }
      // The integer zero has no sign.
      self.value = isInteger && value == 0 ? 0 : value
    } else {
      guard let value = Double(string), value.isFinite else { return nil }
      self.value = value
    }
  }
}

/// Number conversion of RapidJSON without its full-precision flag: a 64-bit integer while it fits,
/// then doubles, and one multiplication or division by a power of ten (two below 1e-308).
enum FastNumber {
  /// 1e0 to 1e308.
  private static let powers: [Double] = (0...308).map { Double("1e\($0)") ?? .infinity }

  static func read(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    let negative = rest.first == UInt8(ascii: "-")
    if negative { rest.removeFirst() }
    var reading = Mantissa(limit: negative ? 1 << 63 : .max)
    reading.takeInteger(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      reading.takeFraction(&rest)
    }
    var exponent = 0
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      guard let written = readExponent(rest, fraction: reading.exponent) else { return nil }
      exponent = written
    }
    let value = scale(reading.value, exponent + reading.exponent)
    guard value <= .greatestFiniteMagnitude else { return nil }
    return negative ? -value : value
  }

  /// Returns nil if the exponent makes any number too large; caps one that makes any number zero.
  private static func readExponent(_ text: ArraySlice<UInt8>, fraction: Int) -> Int? {
    var rest = text
    var negative = false
    if let sign = rest.first, !sign.isASCIIDigit {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var exponent = 0
    let maximum = negative ? (fraction + 2_147_483_639) / 10 : 308 - fraction
    for (index, digit) in rest.enumerated() {
      exponent = exponent * 10 + Int(digit - UInt8(ascii: "0"))
      // RapidJSON does not check the first digit.
      guard index > 0, exponent > maximum else { continue }
      if negative { break }
      return nil
    }
    return negative ? -exponent : exponent
  }

  private static func scale(_ value: Double, _ exponent: Int) -> Double {
    if exponent < -308 { return scaleOnce(scaleOnce(value, -308), exponent + 308) }
    return scaleOnce(value, exponent)
  }

  private static func scaleOnce(_ value: Double, _ exponent: Int) -> Double {
    if exponent < -308 { return 0 }
    return exponent >= 0 ? value * powers[min(exponent, 308)] : value / powers[-exponent]
  }

  /// Digits before and after the point.
  private struct Mantissa {
    /// Largest integer of this sign.
    let limit: UInt64
    private var integer: UInt64 = 0
    private var real = 0.0
    private var isReal = false
    /// Number of significant digits without the first.
    private var significant = 0
    /// Power of ten contributed by the digits after the point.
    private(set) var exponent = 0

    init(limit: UInt64) { self.limit = limit }

    var value: Double { isReal ? real : Double(integer) }

    mutating func takeInteger(_ rest: inout ArraySlice<UInt8>) {
      var first = true
      while let byte = rest.first, byte.isASCIIDigit {
        let digit = UInt64(byte - UInt8(ascii: "0"))
        if !isReal,
          integer > limit / 10 || integer == limit / 10 && digit > limit % 10
        {
          real = Double(integer)
          isReal = true
        }
        if isReal {
          real = real * 10 + Double(digit)
        } else {
          integer = integer * 10 + digit
          if !first { significant += 1 }
        }
        first = false
        rest.removeFirst()
      }
    }

    mutating func takeFraction(_ rest: inout ArraySlice<UInt8>) {
      if !isReal {
        while let byte = rest.first, byte.isASCIIDigit, integer < 1 << 53 {
          integer = integer * 10 + UInt64(byte - UInt8(ascii: "0"))
          exponent -= 1
          if integer != 0 { significant += 1 }
          rest.removeFirst()
        }
        real = Double(integer)
        isReal = true
      }
      while let byte = rest.first, byte.isASCIIDigit {
        if significant < 17 {
          real = real * 10 + Double(byte - UInt8(ascii: "0"))
          exponent -= 1
          if real > 0 { significant += 1 }
        }
        rest.removeFirst()
      }
    }
  }
}
