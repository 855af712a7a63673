internal import ByteReading

/// Receiver of the parts of a `references` attribute.
protocol ReferencesSink {
  /// Begins a role. Returns false if it is a duplicate, whose targets are then skipped.
  mutating func begin(role: ArraySlice<UInt8>) -> Bool
  mutating func add(target: ArraySlice<UInt8>)
  /// Adds a block of properties to the last target. Returns false if there is none.
  mutating func add(properties: ArraySlice<UInt8>) -> Bool
}

/// The `references` attribute as implemented, which differs from its intended grammar.
///
/// From each start, the next `;` ends the segment and the next `:` ends the role, both searched
/// from the start. An empty segment or role ends the whole attribute. If a segment has no colon,
/// the role runs on over its `;`, and the identifiers extend from the colon to the end of the
/// attribute; reading then continues after the first `;`. A duplicate role is skipped.
/// `role:id id {name=value,…};`
struct ReferencesGrammar {
  /// Offset of an empty segment or role at which reading stopped.
  private(set) var stop: Int?
  /// Number of segments without a colon.
  private(set) var runOnRoles = 0
  /// Number of duplicate roles skipped.
  private(set) var repeatedRoles = 0
  /// Number of property blocks that follow no identifier.
  private(set) var strayProperties = 0
  /// Whether ``maximumWork`` was reached before the end.
  private(set) var isTruncated = false

  /// Maximum number of bytes examined for each byte of text. Only run-on roles read a byte twice.
  static let maximumWork = 64

  /// Reads `text` into `sink`.
  mutating func read(_ text: ArraySlice<UInt8>, into sink: inout some ReferencesSink) {
    var start = text.startIndex
    // The next colon stays valid until the start passes it, so each byte is searched once.
    var nextColon: Int?
    var work = 0
    while start < text.endIndex {
      let end = Self.next(UInt8(ascii: ";"), in: text, from: start)
      let separator: Int
      if let nextColon, nextColon >= start {
        separator = nextColon
      } else {
        guard let next = Self.next(UInt8(ascii: ":"), in: text, from: start) else { break }
        separator = next
        nextColon = next
      }
      guard start != end, start != separator else {
        stop = start
        break
      }
      var segmentEnd = end ?? text.endIndex
      if separator > segmentEnd {
        runOnRoles += 1
        segmentEnd = text.endIndex
        work += text.endIndex - start
        guard work <= Self.maximumWork * text.count else {
          isTruncated = true
          break
        }
      }
      if sink.begin(role: text[start..<separator]) {
        readTargets(text[(separator + 1)..<segmentEnd], into: &sink)
      } else {
        repeatedRoles += 1
      }
      guard let end else { break }
      start = end + 1
    }
  }

  private static func next(_ byte: UInt8, in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    let span = text.span
    var place = start - text.startIndex
    while place < span.count {
      if span[place] == byte { return place + text.startIndex }
      place &+= 1
    }
    return nil
  }

  /// Reads words between white space; a word with both braces contains the properties of the
  /// preceding identifier.
  private mutating func readTargets(
    _ text: ArraySlice<UInt8>, into sink: inout some ReferencesSink
  ) {
    var place = text.startIndex
    while place < text.endIndex {
      while place < text.endIndex, text[place].isASCIISpace { place += 1 }
      guard place < text.endIndex else { break }
      let start = place
      var open: Int?
      var close: Int?
      while place < text.endIndex, !text[place].isASCIISpace {
        if text[place] == UInt8(ascii: "{"), open == nil { open = place }
        if text[place] == UInt8(ascii: "}"), close == nil { close = place }
        place += 1
      }
      if let open, let close {
        let block = text[(open + 1)..<(close > open ? close : place)]
        if !sink.add(properties: block) { strayProperties += 1 }
      } else {
        sink.add(target: text[start..<place])
      }
    }
  }

  /// Reads `name=value` pairs separated by commas, with escapes of their own.
  static func properties(_ block: ArraySlice<UInt8>) -> [NamedValue] {
    AttributeValue.fields(block, separator: ",").compactMap { AttributeValue.pair($0, at: "=") }
      .map { pair in
        NamedValue(
          name: Escape.referenceProperty.decode(pair.name[...]),
          value: Escape.referenceProperty.decode(pair.value[...]))
      }
  }
}
