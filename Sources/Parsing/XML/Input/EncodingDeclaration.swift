import ByteReading

/// The encoding declaration (section 4.3.3) at the start of a document, read before the encoding is
/// known.
package enum EncodingDeclaration: Equatable, Sendable {
  /// More bytes are needed.
  case incomplete
  /// There is no XML declaration, or it declares no encoding in a form that can be read.
  case absent
  /// The range of the name between the quotes.
  case name(Range<Int>)

  /// Reads the declaration at `start` of `s`, behind a byte order mark. It ends with the first `>`.
  /// Linear in the declaration.
  package init(_ s: Span<UInt8>, at start: Int, isFinal: Bool) {
    var end = start
    for mark in "<?xml".utf8 {
      if end == s.count {
        self = isFinal ? .absent : .incomplete
        return
      }
      self = .absent
      if s[end] != mark { return }
      end += 1
    }
    // A longer name is the target of a processing instruction, which declares nothing.
    if end == s.count {
      self = isFinal ? .absent : .incomplete
      return
    }
    self = .absent
    if !s[end].isXMLSpace { return }
    while end < s.count, s[end] != 0x3E {
      if s[end] == 0x3C { return }
      end += 1
    }
    if end == s.count && !isFinal {
      self = .incomplete
    } else if let name = Self.name(s, start, end) {
      self = .name(name)
    }
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
  private static func name(_ s: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    var i = start + 5
    while i < end {
      guard s[i] == UInt8(ascii: "e"), s[i - 1].isXMLSpace, namesEncoding(s, i, end)
      else {
        i += 1
        continue
      }
      var j = i + 8
      while j < end, s[j].isXMLSpace { j += 1 }
      guard j < end, s[j] == 0x3D else { return nil }
      j += 1
      while j < end, s[j].isXMLSpace { j += 1 }
      guard j < end, s[j] == 0x22 || s[j] == 0x27 else { return nil }
      var stop = j + 1
      while stop < end, s[stop] != s[j] { stop += 1 }
      return j + 1..<stop
    }
    return nil
  }
}
