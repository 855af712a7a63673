internal import ByteReading

/// A complete tag.
struct ScannedTag {
  enum Kind { case start, empty, end }
  var kind: Kind
  var name: Range<Int>
  /// Ranges of attribute values, without quotes.
  var values: [Range<Int>] = []
  /// Index after the tag.
  var end = 0
}

/// Markup at a position.
enum ScannedMarkup {
  /// A comment, section, instruction or document type declaration, with the index after it.
  case markup(Int)
  case tag(ScannedTag)
  /// The input ends inside the markup.
  case cut
  /// Neither complete nor truncated.
  case malformed
}

extension TolerantScan {
  /// Finds the extent of the markup at the position.
  mutating func markup() -> ScannedMarkup {
    let rest = bytes[position...]
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
      if rest.starts(with: begin.utf8) {
        guard let stop = find(end, from: position + begin.utf8.count) else { return .cut }
        return .markup(stop)
      }
      if begin.utf8.starts(with: rest) { return .cut }
    }
    if rest.starts(with: "<!".utf8) { return doctype() }
    return rest.starts(with: "</".utf8) ? endTag() : startTag()
  }

  private func find(_ word: String, from start: Int) -> Int? {
    var i = start
    let first = word.utf8.first
    while i < bytes.count {
      if bytes[i] == first, bytes[i...].starts(with: word.utf8) { return i + word.utf8.count }
      i += 1
    }
    return nil
  }

  /// A document type declaration ends with the `>` outside its quotes, comments and brackets.
  private mutating func doctype() -> ScannedMarkup {
    let word = Array("<!DOCTYPE".utf8)
    guard bytes[position...].starts(with: word) else {
      return word.starts(with: bytes[position...]) ? .cut : .malformed
    }
    noteDoctype()
    var i = position + word.count
    var isInSubset = false
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes[(i + 1)...].firstIndex(of: bytes[i]) else { return .cut }
        i = end
      case UInt8(ascii: "<") where bytes[i...].starts(with: "<!--".utf8):
        guard let end = find("-->", from: i + 4) else { return .cut }
        i = end - 1
      case UInt8(ascii: "["): isInSubset = true
      case UInt8(ascii: "]"): isInSubset = false
      case UInt8(ascii: ">") where !isInSubset: return .markup(i + 1)
      default: break
      }
      i += 1
    }
    return .cut
  }

  /// ETag ::= '</' Name S? '>'
  private func endTag() -> ScannedMarkup {
    let start = position + 2
    let nameEnd = endOfName(start)
    let end = skipSpace(nameEnd)
    guard end < bytes.count else { return .cut }
    guard bytes[end] == UInt8(ascii: ">"), nameEnd > start, closesOpenElement(start..<nameEnd)
    else { return .malformed }
    return .tag(ScannedTag(kind: .end, name: start..<nameEnd, end: end + 1))
  }

  /// STag ::= '<' Name (S Attribute)* S? '>'
  private func startTag() -> ScannedMarkup {
    let nameEnd = endOfName(position + 1)
    var tag = ScannedTag(kind: .start, name: position + 1..<nameEnd)
    var i = nameEnd
    while true {
      let hadSpace = i < bytes.count && bytes[i].isXMLSpace
      i = skipSpace(i)
      guard i < bytes.count else { return .cut }
      guard !tag.name.isEmpty else { return .malformed }
      switch bytes[i] {
      case UInt8(ascii: ">"):
        tag.end = i + 1
        return .tag(tag)
      case UInt8(ascii: "/"):
        guard i + 1 < bytes.count else { return .cut }
        guard bytes[i + 1] == UInt8(ascii: ">") else { return .malformed }
        (tag.kind, tag.end) = (.empty, i + 2)
        return .tag(tag)
      default:
        guard hadSpace else { return .malformed }
        switch value(ofAttributeAt: i) {
        case .value(let range):
          tag.values.append(range)
          i = range.upperBound + 1
        case .cut: return .cut
        case .malformed: return .malformed
        }
      }
    }
  }

  private enum ScannedValue {
    case value(Range<Int>)
    case cut, malformed
  }

  /// Attribute ::= Name Eq AttValue. A value with `<` is one only if a tag can go on after its
  /// quote; otherwise its own quote may be missing.
  private func value(ofAttributeAt start: Int) -> ScannedValue {
    let nameEnd = endOfName(start)
    var i = skipSpace(nameEnd)
    guard i < bytes.count else { return .cut }
    guard nameEnd > start, bytes[i] == UInt8(ascii: "=") else { return .malformed }
    i = skipSpace(i + 1)
    guard i < bytes.count else { return .cut }
    let quote = bytes[i]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return .malformed }
    guard let end = bytes[(i + 1)...].firstIndex(of: quote) else { return .cut }
    if end + 1 < bytes.count {
      let next = bytes[end + 1]
      guard next.isXMLSpace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else {
        return .malformed
      }
    }
    return .value(i + 1..<end)
  }

  private func endOfName(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] > 0x20, !"<>/=\"'&".utf8.contains(bytes[i]) { i += 1 }
    return i
  }

  private func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isXMLSpace { i += 1 }
    return i
  }
}
