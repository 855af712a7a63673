import ByteReading

/// Supported character encodings: section 4.3.3 and appendix F.
enum Encoding: Equatable, Sendable {
  case utf8, utf8WithMark, ascii, latin1, utf16LittleEndian, utf16BigEndian

  /// Known name in an encoding declaration; its case does not matter.
  enum Declared: CaseIterable {
    case utf8, utf16, utf16LittleEndian, utf16BigEndian, latin1, ascii

    var name: String {
      switch self {
      case .utf8: "UTF-8"
      case .utf16: "UTF-16"
      case .utf16LittleEndian: "UTF-16LE"
      case .utf16BigEndian: "UTF-16BE"
      case .latin1: "ISO-8859-1"
      case .ascii: "US-ASCII"
      }
    }

    init?(_ s: Span<UInt8>, _ range: Range<Int>) {
      for declared in Self.allCases where declared.names(s, range) {
        self = declared
        return
      }
      return nil
    }

    private func names(_ s: Span<UInt8>, _ range: Range<Int>) -> Bool {
      let name = name.utf8
      guard name.count == range.count else { return false }
      var i = range.lowerBound
      for byte in name {
        if byte.asciiLowercased != s[i].asciiLowercased { return false }
        i += 1
      }
      return true
    }
  }

  /// Returns whether a document in this encoding may declare that one.
  func fits(_ declared: Declared) -> Bool {
    switch declared {
    case .utf8: self == .utf8 || self == .utf8WithMark
    case .ascii: self == .ascii
    case .latin1: self == .latin1
    case .utf16: self == .utf16LittleEndian || self == .utf16BigEndian
    case .utf16LittleEndian: self == .utf16LittleEndian
    case .utf16BigEndian: self == .utf16BigEndian
    }
  }

  /// Detects the encoding from the first bytes; nil if more are needed.
  ///
  /// A declaration that is malformed or names another encoding gives UTF-8: the processor reads it
  /// again and refuses it at its position.
  static func detect(
    _ s: Span<UInt8>, isFinal: Bool, prefersDeclared: Bool = false
  ) -> Encoding? {
    if s.count < 4 && !isFinal { return nil }
    func byte(_ i: Int) -> UInt8 { i < s.count ? s[i] : 0x20 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xFE, 0xFF, _), (0x00, 0x3C, 0x00): return .utf16BigEndian
    case (0xFF, 0xFE, _), (0x3C, 0x00, _): return .utf16LittleEndian
    case (0xEF, 0xBB, 0xBF):
      if !prefersDeclared { return .utf8WithMark }
      let found = detectDeclared(s, 3, isFinal: isFinal)
      return found == .utf8 ? .utf8WithMark : found
    default: return detectDeclared(s, 0, isFinal: isFinal)
    }
  }

  /// Reads the encoding of a declaration at `start`, which ends with the first '>'. Without one it
  /// is UTF-8.
  private static func detectDeclared(
    _ s: Span<UInt8>, _ start: Int, isFinal: Bool
  ) -> Encoding? {
    var end = start
    for mark in "<?xml".utf8 {
      if end == s.count { return isFinal ? .utf8 : nil }
      if s[end] != mark { return .utf8 }
      end += 1
    }
    // A longer name is the target of a processing instruction, which declares nothing.
    if end == s.count { return isFinal ? .utf8 : nil }
    if !s[end].isXMLSpace { return .utf8 }
    while end < s.count, s[end] != 0x3E {
      if s[end] == 0x3C { return .utf8 }
      end += 1
    }
    if end == s.count && !isFinal { return nil }
    return declared(s, start, end)
  }

  /// Returns whether `encoding` stands at `start` and before `end`.
  private static func namesEncoding(_ s: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    for mark in "encoding".utf8 {
      guard i < end, s[i] == mark else { return false }
      i += 1
    }
    return true
  }

  /// Finds `encoding`, an equals sign and a quoted name before `end`.
  private static func declared(_ s: Span<UInt8>, _ start: Int, _ end: Int) -> Encoding {
    var i = start + 5
    while i < end {
      guard s[i] == UInt8(ascii: "e"), s[i - 1].isXMLSpace, namesEncoding(s, i, end)
      else {
        i += 1
        continue
      }
      var j = i + 8
      while j < end, s[j].isXMLSpace { j += 1 }
      guard j < end, s[j] == 0x3D else { return .utf8 }
      j += 1
      while j < end, s[j].isXMLSpace { j += 1 }
      guard j < end, s[j] == 0x22 || s[j] == 0x27 else { return .utf8 }
      var stop = j + 1
      while stop < end, s[stop] != s[j] { stop += 1 }
      return switch Declared(s, j + 1..<stop) {
      case .latin1: .latin1
      case .ascii: .ascii
      default: .utf8
      }
    }
    return .utf8
  }
}
