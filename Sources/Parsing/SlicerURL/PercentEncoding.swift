internal import ByteReading

/// Percent-encoding (RFC 3986, section 2.1), as tolerant as the link class of 3D Slicer: a `%`
/// without two hexadecimal digits stands for itself, and `+` is not a space.
public enum PercentEncoding {
  /// Decodes `text`. Linear.
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

  /// Escapes everything but the unreserved characters of RFC 3986; `decode` reverses it.
  public static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count)
    for byte in bytes {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append((byte >> 4).lowHexDigit)
        encoded.append(byte.lowHexDigit)
      }
    }
    return encoded
  }

  /// Returns the index of the first complete escape, or nil.
  static func firstEscape(in text: [UInt8]) -> Int? {
    text.indices.first { escape(in: text, at: $0) != nil }
  }

  /// Returns the index of the first `%` that begins no escape, or nil.
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
      let high = text[index + 1].hexDigitValue, let low = text[index + 2].hexDigitValue
    else { return nil }
    return high << 4 | low
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter || "-._~".utf8.contains(byte)
  }
}
