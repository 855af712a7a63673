/// Result of decoding one UTF-8 sequence (RFC 3629, section 4): no overlong forms, no surrogates.
public enum UTF8Sequence: Equatable, Sendable {
  case scalar(UInt32, length: Int)
  /// The bytes before the limit begin a sequence that more bytes could complete.
  case truncated
  case malformed
}

extension Span where Element == UInt8 {
  /// Decodes the sequence at `index` without reading a byte at or after `limit`.
  @inlinable
  public func utf8Sequence(at index: Int, limit: Int) -> UTF8Sequence {
    let first = UInt32(self[index])
    if first < 0x80 { return .scalar(first, length: 1) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return .malformed
    }
    var value = first & (0x7F >> UInt32(length))
    for k in 1..<length {
      guard index &+ k < limit else { return .truncated }
      let byte = self[index &+ k]
      guard byte >= low, byte <= high else { return .malformed }
      (low, high) = (0x80, 0xBF)
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return .scalar(value, length: length)
  }
}

extension Array where Element == UInt8 {
  /// Appends the UTF-8 form of a scalar value below 0x110000.
  public mutating func appendUTF8(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(tail(0))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(tail(6))
      append(tail(0))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
