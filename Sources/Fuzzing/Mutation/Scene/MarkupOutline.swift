/// Positions of the tags and attributes of a document, as far as it looks like markup.
///
/// Lenient, so that a document with a mistake can still be mutated elsewhere. One pass without
/// checks, copies of the text or recursion. A document in UTF-16 has no elements.
package struct MarkupOutline: Sendable {
  /// Position of an attribute. All ranges are byte ranges of the document.
  package struct Attribute: Sendable {
    /// From the white space before the name to the closing quote.
    package let whole: Range<Int>
    /// The name, without the white space around it.
    package let name: Range<Int>
    /// Between the quotes.
    package let value: Range<Int>
  }

  /// Position of an element. All ranges are byte ranges of the document.
  package struct Element: Sendable {
    /// The start tag with its brackets.
    package let tag: Range<Int>
    /// The name in the start tag.
    package let name: Range<Int>
    /// Indexes of its attributes.
    package let attributes: Range<Int>
    /// From the start tag to the end tag; the start tag alone when there is no end tag.
    package internal(set) var whole: Range<Int>
    /// Index of the parent element; -1 for a root.
    package let parent: Int
    /// Whether the tag ends with `/>`.
    package let isEmpty: Bool
    /// End of the content: start of the end tag.
    package internal(set) var contentEnd: Int
  }

  /// Maximum number of elements for mutators, which bounds the time of a mutation.
  static let maximumElements = 4_096

  /// Elements in the order of their start tags.
  package private(set) var elements: [Element] = []
  /// Attributes of all elements, in document order.
  package private(set) var attributes: [Attribute] = []
  /// Indexes of the elements with an attribute `id`, and its value.
  package private(set) var identified: [(element: Int, value: Range<Int>)] = []
  private(set) var doctype: Range<Int>?
  /// End of the XML declaration, or 0.
  private(set) var prologStart = 0

  /// Creates the outline of `bytes`, up to `maximumElements` elements. Linear.
  package init(_ bytes: [UInt8], maximumElements: Int = 1 << 20) {
    var scanner = Scanner(bytes: bytes)
    var open: [Int] = []
    while elements.count < maximumElements, scanner.skip(to: 0x3C) {
      let start = scanner.index
      switch scanner.byte(1) {
      case 0x2F:
        scanner.index += 2
        let end = scanner.endOfTag()
        if let last = open.last, scanner.isNamed(elements[last].name, at: start + 2) {
          elements[last].whole = elements[last].tag.lowerBound..<end
          elements[last].contentEnd = start
          open.removeLast()
        }
      case 0x21: skipDeclaration(&scanner)
      case 0x3F:
        scanner.skip(past: [0x3F, 0x3E])
        if start == 0 { prologStart = scanner.index }
      default: readElement(&scanner, &open)
      }
    }
  }

  private mutating func skipDeclaration(_ scanner: inout Scanner) {
    let start = scanner.index
    switch scanner.byte(2) {
    case 0x2D: scanner.skip(past: [0x2D, 0x2D, 0x3E])
    case 0x5B: scanner.skip(past: [0x5D, 0x5D, 0x3E])
    default:
      scanner.skipDoctype()
      if doctype == nil { doctype = start..<scanner.index }
    }
  }

  private mutating func readElement(_ scanner: inout Scanner, _ open: inout [Int]) {
    let start = scanner.index
    scanner.index += 1
    let name = scanner.name()
    guard !name.isEmpty else { return }
    let first = attributes.count
    while let attribute = scanner.attribute() {
      attributes.append(attribute)
      if scanner.isID(attribute.name) { identified.append((elements.count, attribute.value)) }
    }
    let isEmpty = scanner.byte(0) == 0x2F
    let end = scanner.endOfTag()
    let element = Element(
      tag: start..<end, name: name, attributes: first..<attributes.count, whole: start..<end,
      parent: open.last ?? -1, isEmpty: isEmpty, contentEnd: end)
    if !isEmpty { open.append(elements.count) }
    elements.append(element)
  }
}

/// Cursor over bytes; every byte beyond the end is zero.
private struct Scanner {
  let bytes: [UInt8]
  var index = 0

  func byte(_ ahead: Int) -> UInt8 {
    let place = index + ahead
    return place < bytes.count ? bytes[place] : 0
  }

  /// Moves to the next `mark`; false when there is none.
  mutating func skip(to mark: UInt8) -> Bool {
    while index < bytes.count, bytes[index] != mark { index += 1 }
    return index < bytes.count
  }

  mutating func skip(past end: [UInt8]) {
    while index < bytes.count {
      if bytes[index] == end[0], (1..<end.count).allSatisfy({ byte($0) == end[$0] }) {
        index += end.count
        return
      }
      index += 1
    }
  }

  /// Moves past the first `>` outside of brackets and quotes.
  mutating func skipDoctype() {
    var depth = 0
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return
      default: break
      }
    }
  }

  /// Moves past the `>` of the current tag, or to the next `<` when there is none; returns the
  /// position.
  mutating func endOfTag() -> Int {
    while index < bytes.count, bytes[index] != 0x3E, bytes[index] != 0x3C { index += 1 }
    if byte(0) == 0x3E { index += 1 }
    return index
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  mutating func name() -> Range<Int> {
    let start = index
    while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != 0x3D,
      bytes[index] != 0x3E, bytes[index] != 0x2F, bytes[index] != 0x3C, bytes[index] != 0x22
    {
      index += 1
    }
    return start..<index
  }

  /// Reads the next attribute of the tag; nil when there is none, with the cursor after the white
  /// space.
  mutating func attribute() -> MarkupOutline.Attribute? {
    let start = index
    while Self.isSpace(byte(0)) { index += 1 }
    let name = name()
    if name.isEmpty { return nil }
    while Self.isSpace(byte(0)) || byte(0) == 0x3D { index += 1 }
    let quote = byte(0)
    guard quote == 0x22 || quote == 0x27 else { return nil }
    index += 1
    let value = index
    guard skip(to: quote) else { return nil }
    index += 1
    return MarkupOutline.Attribute(whole: start..<index, name: name, value: value..<index - 1)
  }

  func isID(_ name: Range<Int>) -> Bool {
    name.count == 2 && bytes[name.lowerBound] == 0x69 && bytes[name.lowerBound + 1] == 0x64
  }

  func isNamed(_ name: Range<Int>, at place: Int) -> Bool {
    guard place + name.count <= bytes.count else { return false }
    for k in 0..<name.count where bytes[place + k] != bytes[name.lowerBound + k] { return false }
    return true
  }
}
