/// Classes of ASCII bytes and searches in text that is mostly ASCII.
enum ASCII {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Whether `byte` may be in the name of a host, a container, a unit or a file.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// The hexadecimal number at the start of `bytes`, with or without `0x`; nil when there is none
  /// or it is too large.
  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    let digits = (bytes.starts(with: "0x") ? bytes.dropFirst(2) : bytes).prefix(while: isHexDigit)
    guard !digits.isEmpty else { return nil }
    return UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The decimal number at the start of `bytes`, saturating well below overflow.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in bytes {
      guard isDigit(byte), value < 1_000_000_000 else { break }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension ArraySlice<UInt8> {
  func starts(with text: String) -> Bool { starts(with: text.utf8) }

  /// The first place of `text` at or after `from`. Linear for the short needles used here.
  func firstIndex(of text: String, from: Int? = nil) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = from ?? startIndex
    while index < endIndex, let hit = self[index...].firstIndex(of: first) {
      if self[hit...].starts(with: text) { return hit }
      index = hit + 1
    }
    return nil
  }

  /// The last place of `text`. Linear for the short needles used here.
  func lastIndex(of text: String) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var end = endIndex
    while let hit = self[..<end].lastIndex(of: first) {
      if self[hit...].starts(with: text) { return hit }
      end = hit
    }
    return nil
  }

  func contains(_ text: String) -> Bool { firstIndex(of: text) != nil }

  /// The rest after the first `text`; nil without one.
  func after(_ text: String) -> ArraySlice<UInt8>? {
    firstIndex(of: text).map { self[($0 + text.utf8.count)...] }
  }

  func trimmed() -> ArraySlice<UInt8> {
    var slice = drop(while: ASCII.isSpace)
    while let last = slice.last, ASCII.isSpace(last) { slice.removeLast() }
    return slice
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
