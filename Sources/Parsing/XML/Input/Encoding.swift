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

  /// Reads the encoding of a declaration at `start`. Without one it is UTF-8.
  private static func detectDeclared(
    _ s: Span<UInt8>, _ start: Int, isFinal: Bool
  ) -> Encoding? {
    switch EncodingDeclaration(s, at: start, isFinal: isFinal) {
    case .incomplete: nil
    case .absent: .utf8
    case .name(let name):
      switch Declared(s, name) {
      case .latin1: .latin1
      case .ascii: .ascii
      default: .utf8
      }
    }
  }
}
