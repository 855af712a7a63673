internal import ByteReading

/// One pass over the bytes of a document that copies them and corrects what ``SceneRepair`` lists.
///
/// It knows just enough of XML to find tags, values and text. Where a tag is malformed in another
/// way it stops without a result.
struct TolerantScan {
  let bytes: [UInt8]
  private(set) var output: [UInt8] = []
  private(set) var changes: NoteList<SceneRepairChange>
  /// Offset up to which the input is copied to `output`.
  private var copied = 0
  private(set) var position = 0
  /// Ranges of the names of the open elements.
  private var open: [Range<Int>] = []
  private var hasRoot = false
  /// Whether entities may be declared, so that no reference can be called raw.
  private var hasDoctype = false
  private var encoding = ScanEncoding.utf8

  init(_ bytes: [UInt8], maximumChanges: Int) {
    self.bytes = bytes
    changes = NoteList(limit: maximumChanges)
    output.reserveCapacity(bytes.count)
  }

  /// Scans the document; false if it cannot be repaired.
  mutating func run() -> Bool {
    guard let encoding = ScanEncoding(of: bytes) else { return false }
    self.encoding = encoding
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count, !(hasRoot && open.isEmpty) {
      guard step() else { return false }
    }
    guard hasRoot else { return false }
    if open.isEmpty { finishAfterRoot() }
    output += bytes[copied...]
    while let name = open.popLast() { close(name) }
    return true
  }

  /// Reads one piece of text or markup. Incomplete markup at the end is dropped.
  private mutating func step() -> Bool {
    guard bytes[position] == UInt8(ascii: "<") else {
      guard hasRoot || bytes[position].isXMLSpace else { return false }
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      correct(position..<end, as: .text)
      position = end
      return true
    }
    switch markup() {
    case .markup(let end):
      correct(position..<end, as: .other)
      position = end
    case .tag(let tag):
      apply(tag)
    case .cut:
      guard hasRoot else { return false }
      change(.droppedTail, position..<bytes.count, [])
      position = bytes.count
    case .malformed: return false
    }
    return true
  }

  private mutating func apply(_ tag: ScannedTag) {
    for value in tag.values {
      correct(position..<value.lowerBound, as: .other)
      correct(value, as: .value)
      position = value.upperBound
    }
    correct(position..<tag.end, as: .other)
    position = tag.end
    switch tag.kind {
    case .start:
      hasRoot = true
      open.append(tag.name)
    case .empty: hasRoot = true
    case .end: _ = open.popLast()
    }
  }

  mutating func noteDoctype() { hasDoctype = true }

  /// Returns whether an end tag with that name closes the innermost element.
  func closesOpenElement(_ name: Range<Int>) -> Bool {
    guard let last = open.last else { return false }
    return bytes[last] == bytes[name]
  }

  /// Skips white space, comments and instructions after the root and drops anything else.
  private mutating func finishAfterRoot() {
    while position < bytes.count {
      if bytes[position].isXMLSpace {
        position += 1
        continue
      }
      let isMisc = position + 1 < bytes.count && "!?".utf8.contains(bytes[position + 1])
      guard bytes[position] == UInt8(ascii: "<"), isMisc, case .markup(let end) = markup(),
        !bytes[position...].starts(with: "<!DOCTYPE".utf8),
        !bytes[position...].starts(with: "<![CDATA[".utf8)
      else { return change(.droppedAfterRoot, position..<bytes.count, []) }
      correct(position..<end, as: .other)
      position = end
    }
  }

  /// Adds the end tag of an open element, whose name may itself have been corrected.
  private mutating func close(_ name: Range<Int>) {
    var corrected = TolerantScan(Array(bytes[name]), maximumChanges: 0)
    corrected.encoding = encoding
    corrected.correct(0..<name.count, as: .other)
    var tag = Array("</".utf8)
    tag += corrected.output
    tag += corrected.bytes[corrected.copied...]
    tag.append(UInt8(ascii: ">"))
    changes.append(
      SceneRepairChange(
        kind: .closedElement, offset: bytes.count, length: 0, replacement: tag))
    output += tag
  }

  private enum Content { case text, value, other }

  /// Corrects the bytes of a range in order.
  private mutating func correct(_ range: Range<Int>, as content: Content) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "&") where content != .other:
        if !isReference(at: i, range.upperBound) {
          change(.escapedAmpersand, i..<i + 1, Array("&amp;".utf8))
        }
      case UInt8(ascii: "<") where content == .value:
        change(.escapedLessThan, i..<i + 1, Array("&lt;".utf8))
      case 0..<0x20 where content == .text && !byte.isXMLSpace:
        let end = bytes[i..<range.upperBound].firstIndex { $0 >= 0x20 || $0.isXMLSpace }
        change(.removedCharacters, i..<(end ?? range.upperBound), [])
        i = end ?? range.upperBound
        continue
      case 0x80...:
        if encoding == .latin1 { break }
        if encoding == .utf8,
          case .scalar(_, let length) = bytes.span.utf8Sequence(at: i, limit: range.upperBound)
        {
          i += length
          continue
        }
        change(.decodedLatin1, i..<i + 1, encoding.latin1(byte))
      default: break
      }
      i += 1
    }
  }

  private mutating func change(
    _ kind: SceneRepairChange.Kind, _ range: Range<Int>, _ replacement: [UInt8]
  ) {
    output += bytes[copied..<range.lowerBound]
    output += replacement
    copied = range.upperBound
    changes.append(
      SceneRepairChange(
        kind: kind, offset: range.lowerBound, length: range.count, replacement: replacement))
  }

  /// Returns whether the `&` at `start` begins a reference. Without a document type declaration
  /// only the five predefined entities exist.
  private func isReference(at start: Int, _ limit: Int) -> Bool {
    var end = start + 1
    while end < limit, bytes[end] > 0x20, !";<>&\"'".utf8.contains(bytes[end]) { end += 1 }
    guard end < limit, bytes[end] == UInt8(ascii: ";") else { return false }
    let name = bytes[(start + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      if digits.first == UInt8(ascii: "x") {
        return digits.count > 1 && digits.dropFirst().allSatisfy { $0.hexDigitValue != nil }
      }
      return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
    }
    if hasDoctype { return !name.isEmpty }
    return ["lt", "gt", "amp", "apos", "quot"].contains { name.elementsEqual($0.utf8) }
  }
}
