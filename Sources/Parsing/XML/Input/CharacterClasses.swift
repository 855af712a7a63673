import ByteReading

/// Character classes of XML 1.0: productions 2 (Char), 4 (NameStartChar), 4a (NameChar), 13
/// (PubidChar).
enum CharacterClass {
  /// Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
  static func isCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0xD7FF, 0x09, 0x0A, 0x0D, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// `[A-Za-z_:]`, as two masks of 64 bits.
  static func isASCIINameStart(_ byte: UInt8) -> Bool {
    bit(byte, low: 0x0400_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }

  /// `[A-Za-z_:0-9.-]`
  @inline(__always)
  static func isASCIINameCharacter(_ byte: UInt8) -> Bool {
    bit(byte, low: 0x07FF_6000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }

  /// Sets the high bit of each byte outside `[A-Za-z]`, exact for the first of them.
  @inline(__always)
  static func nonLetters(in word: UInt64) -> UInt64 {
    let lower = word | Word.repeating(0x20)
    let isFromA = (lower | Word.highs) &- Word.repeating(0x61)
    let isAfterZ = (lower & ~Word.highs) &+ Word.repeating(0x05)
    return ~isFromA | isAfterZ | word
  }

  @inline(__always)
  private static func bit(_ byte: UInt8, low: UInt64, high: UInt64) -> Bool {
    byte < 0x80 && (byte < 0x40 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }

  /// NameStartChar of the fifth edition, beyond ASCII.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// NameChar of the fifth edition, beyond ASCII.
  static func isNameCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }

  /// PubidChar ::= #x20 | #xD | #xA | [a-zA-Z0-9] | [-'()+,./:=?;!*#@$_%]
  static func isPublicIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0D, 0x0A, 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    default: "-'()+,./:=?;!*#@$_%".utf8.contains(byte)
    }
  }
}
