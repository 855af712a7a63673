internal import StableNumbers

/// A way to write the same text in other bytes, or to read it once more than the format does.
enum EncodingLayer: CaseIterable {
  case percentByte, percentAgain, percentUndone
  case reference, referenceAgain
  case jsonEscape
  case overlongUTF8, otherNormalForm, otherCodePage
  case otherCase, caseOfLetter
  case otherDigits, blankAndUnderscore

  /// `text` in this layer; `text` itself where the layer does not apply.
  func apply(to text: ArraySlice<UInt8>, _ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(text)
    guard !bytes.isEmpty else { return bytes }
    let place = random.below(bytes.count)
    let byte = bytes[place]
    func put(_ replacement: some Collection<UInt8>) {
      bytes.replaceSubrange(place...place, with: replacement)
    }
    switch self {
    case .percentByte: put(Self.percent(byte, isUpper: !random.once(in: 4)))
    case .percentAgain:
      bytes = Self.replacing(bytes, "%", with: "%25")
    case .percentUndone: bytes = Self.percentDecoded(bytes)
    case .reference:
      let text = random.once(in: 2) ? "&#\(byte);" : "&#x\(String(byte, radix: 16));"
      if byte < 0x80 { put(text.utf8) }
    case .referenceAgain: bytes = Self.replacing(bytes, "&", with: "&amp;")
    case .jsonEscape:
      let digits = String(byte, radix: 16)
      if byte < 0x80 {
        put("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
      }
    case .overlongUTF8: if byte < 0x80 { put([0xC0 | byte >> 6, 0x80 | byte & 0x3F]) }
    case .otherNormalForm: bytes = Self.otherForm(bytes)
    case .otherCodePage: Self.changeCodePage(&bytes, place)
    case .otherCase: bytes = bytes.map { Self.isLetter($0) ? $0 ^ 0x20 : $0 }
    case .caseOfLetter:
      if let letter = bytes[place...].firstIndex(where: Self.isLetter)
        ?? bytes.firstIndex(where: Self.isLetter)
      {
        bytes[letter] ^= 0x20
      }
    case .otherDigits:
      // ARABIC-INDIC DIGIT ZERO, and FULLWIDTH DIGIT ZERO.
      guard (0x30...0x39).contains(byte) else { break }
      let digit = UInt32(byte - 0x30)
      let scalar = Unicode.Scalar((random.once(in: 2) ? 0x660 : 0xFF10) + digit)
      if let scalar { put(String(Character(scalar)).utf8) }
    case .blankAndUnderscore:
      bytes = bytes.map { $0 == 0x20 ? 0x5F : $0 == 0x5F ? 0x20 : $0 }
    }
    return bytes
  }

  /// The layer that encodes the marks of this one.
  var again: EncodingLayer? {
    switch self {
    case .percentByte: .percentAgain
    case .reference: .referenceAgain
    default: nil
    }
  }

  static func percent(_ byte: UInt8, isUpper: Bool) -> [UInt8] {
    let digits = String(byte, radix: 16, uppercase: isUpper)
    return Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static func replacing(_ bytes: [UInt8], _ mark: Character, with text: String) -> [UInt8] {
    bytes.flatMap { $0 == mark.asciiValue ? Array(text.utf8) : [$0] }
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  /// Letters in their composed and decomposed form; `e` and others get an accent in one of them.
  private static let forms: [(String, String)] = [
    ("\u{E9}", "e\u{301}"), ("\u{E4}", "a\u{308}"), ("\u{F1}", "n\u{303}"), ("\u{C5}", "A\u{30A}"),
    ("\u{212B}", "\u{C5}"), ("\u{FB01}", "fi"),
  ]

  private static func otherForm(_ bytes: [UInt8]) -> [UInt8] {
    for (one, other) in forms {
      let (first, second) = (Array(one.utf8), Array(other.utf8))
      for (old, new) in [(first, second), (second, first)] {
        guard
          let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) })
        else { continue }
        return Array(bytes[..<place]) + new + bytes[(place + old.count)...]
      }
    }
    return bytes + Array("\u{E9}".utf8)
  }

  /// A byte of a code page becomes UTF-8, and two bytes of UTF-8 become one.
  private static func changeCodePage(_ bytes: inout [UInt8], _ place: Int) {
    let start = bytes[place...].firstIndex { $0 >= 0x80 } ?? place
    if start + 1 < bytes.count, bytes[start] & 0xFC == 0xC0, bytes[start + 1] & 0xC0 == 0x80 {
      let byte = bytes[start] << 6 | bytes[start + 1] & 0x3F
      bytes.replaceSubrange(start..<start + 2, with: [byte])
    } else if bytes[start] >= 0x80 {
      let byte = bytes[start]
      bytes.replaceSubrange(start..<start + 1, with: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
    } else {
      bytes[start] |= 0x80
    }
  }
}
