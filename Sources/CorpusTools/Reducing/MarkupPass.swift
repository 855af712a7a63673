/// Deletes an element with its content, or only its two tags, so that a document stays well-formed where deleting
/// bytes alone would break it.
///
/// Tags are found by their brackets and quotes and matched by nesting, not by name: a judge says whether the
/// candidate is any good, so a guess costs one test. Bytes that hold no tags have no steps here.
struct MarkupPass: ReductionPass {
  /// Whether the content goes too.
  let dropsContent: Bool

  func candidate(_ step: Int, of input: [UInt8]) -> [UInt8]? {
    let elements = Self.elements(input)
    guard step < elements.count else { return nil }
    let (start, end) = elements[step]
    if dropsContent { return Array(input[..<start.lowerBound] + input[end.upperBound...]) }
    return Array(
      input[..<start.lowerBound] + input[start.upperBound..<max(start.upperBound, end.lowerBound)]
        + input[end.upperBound...])
  }

  /// The start and end tag of each element, in the order of the start tags; one tag that is both for `<a/>`. Linear.
  private static func elements(_ input: [UInt8]) -> [(start: Range<Int>, end: Range<Int>)] {
    var found: [(start: Range<Int>, end: Range<Int>?)] = []
    var open: [Int] = []
    for tag in tags(input) {
      switch (input[tag.lowerBound + 1], input[tag.upperBound - 2]) {
      case (UInt8(ascii: "/"), _):
        if let element = open.popLast() { found[element].end = tag }
      case (UInt8(ascii: "!"), _), (UInt8(ascii: "?"), _), (_, UInt8(ascii: "/")):
        found.append((tag, tag))
      default:
        open.append(found.count)
        found.append((tag, nil))
      }
    }
    return found.compactMap { element in element.end.map { (element.start, $0) } }
  }

  /// `<…>` with quoted values skipped; at least `<x>`.
  private static func tags(_ input: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var quote: UInt8?
    for (index, byte) in input.enumerated() {
      if let open = start {
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if quote == nil, byte == UInt8(ascii: ">") {
          if index - open >= 2 { found.append(open..<index + 1) }
          start = nil
        }
      } else if byte == UInt8(ascii: "<") {
        start = index
      }
    }
    return found
  }
}
