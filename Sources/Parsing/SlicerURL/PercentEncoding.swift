/// Percent-encoding (RFC 3986, 2.1), read as tolerantly as the application's own link class does: a `%` that is
/// not followed by two hexadecimal digits stands for itself, and `+` is no blank.
public enum PercentEncoding {
  /// The bytes that `text` stands for. Linear.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8] {
    let text = Array(text)
    guard text.contains(UInt8(ascii: "%")) else { return text }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let byte = escape(in: text, at: index) {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// `bytes` with everything but the unreserved characters of RFC 3986 escaped; `decode` undoes it.
  public static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count)
    for byte in bytes {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(hexDigit(byte >> 4))
        encoded.append(hexDigit(byte & 15))
      }
    }
    return encoded
  }

  /// Index of the first complete escape, or nil.
  static func firstEscape(in text: [UInt8]) -> Int? {
    text.indices.first { escape(in: text, at: $0) != nil }
  }

  /// Index of the first `%` that begins no escape, or nil.
  static func firstStrayPercent(in text: [UInt8]) -> Int? {
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "%") {
        if escape(in: text, at: index) == nil { return index }
        index += 3
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func escape(in text: [UInt8], at index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "%"), text.count - index > 2,
      let high = hexValue(text[index + 1]), let low = hexValue(text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
