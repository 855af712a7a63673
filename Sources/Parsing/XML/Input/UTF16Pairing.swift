/// Joins bytes to UTF-16 code units and surrogates to scalars (RFC 2781).
struct UTF16Pairing: Sendable {
  private var half: UInt8?
  private(set) var pendingSurrogate: UInt32?

  var hasHalf: Bool { half != nil }

  /// Result of a byte: a scalar, preceded by a surrogate without its pair.
  struct Found {
    var lone: UInt32?
    var scalar: UInt32?
  }

  mutating func next(_ byte: UInt8, isLittleEndian: Bool) -> Found? {
    guard let first = half else {
      half = byte
      return nil
    }
    half = nil
    let unit =
      isLittleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte)
    if let high = pendingSurrogate {
      pendingSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        return Found(scalar: 0x10000 + ((high - 0xD800) << 10 | (unit - 0xDC00)))
      }
      if 0xD800...0xDBFF ~= unit {
        pendingSurrogate = unit
        return Found(lone: high)
      }
      return Found(lone: high, scalar: unit)
    }
    if 0xD800...0xDBFF ~= unit {
      pendingSurrogate = unit
      return nil
    }
    return Found(scalar: unit)
  }
}
