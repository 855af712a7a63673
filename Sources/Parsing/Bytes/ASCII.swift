/// ASCII character classes of a byte. The names are those of `<ctype.h>` in the "C" locale.
extension UInt8 {
  /// `0` to `9`.
  @inlinable @inline(__always)
  package var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// `A` to `Z` and `a` to `z`.
  @inlinable @inline(__always)
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Space, TAB, LF, VT, FF and CR, as `isspace`.
  @inlinable @inline(__always)
  package var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }

  /// White space of XML and JSON: space, TAB, LF and CR.
  @inlinable @inline(__always)
  package var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

  /// The value of a hexadecimal digit of either case, otherwise nil.
  @inlinable @inline(__always)
  package var hexDigitValue: UInt8? {
    if isASCIIDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// The byte with `A` to `Z` replaced by `a` to `z`.
  @inlinable @inline(__always)
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// The uppercase hexadecimal digit of the low four bits.
  @inlinable @inline(__always)
  package var lowHexDigit: UInt8 {
    let nibble = self & 15
    return nibble < 10 ? nibble &+ 0x30 : nibble &+ 0x37
  }
}
