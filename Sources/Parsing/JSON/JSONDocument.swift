/// JSON text as a flat array of values in document order.
///
/// Cost: linear in the text, about 40 bytes for each value besides the strings. Building, walking
/// and releasing do not recurse.
public struct JSONDocument: Sendable {
  struct Entry: Sendable {
    enum Content: Sendable {
      case object, array
      /// Range of bytes in ``JSONDocument/texts``.
      case key(Range<Int>)
      case string(Range<Int>)
      case number(JSONNumber)
      case bool(Bool)
      case null
    }

    var content: Content
    /// Byte offset in the text.
    var offset: Int
    /// Index of the entry after this one and all that it contains.
    var next: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var texts: [UInt8] = []
  /// Offsets of duplicate names, in order of offset within each object.
  public private(set) var duplicateKeys: [Int] = []
  /// Number of duplicates beyond ``JSONLimits/maximumDuplicates``.
  public private(set) var uncountedDuplicates = 0
  /// Maximum nesting depth of arrays and objects.
  public private(set) var depth = 0
  /// Offset of the NUL that ended the text, where the rules allow one.
  public private(set) var end: Int?

  /// Reads a whole text. An error anywhere refuses all of it.
  public init(
    reading input: Span<UInt8>, rules: JSONRules = .standard, limits: JSONLimits = .default
  ) throws(JSONError) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    var reader = JSONEventReader(bytes, rules: rules, limits: limits)
    var open: [Int] = []
    while let event = try reader.next() {
      let offset = reader.eventOffset
      switch event {
      case .beginObject, .beginArray:
        open.append(entries.count)
        depth = max(depth, open.count)
        append(event == .beginObject ? .object : .array, at: offset)
      case .endObject, .endArray:
        let index = open.removeLast()
        entries[index].next = entries.count
        if event == .endObject { noteDuplicates(of: index, limit: limits.maximumDuplicates) }
      case .key(let text): append(.key(store(text)), at: offset)
      case .string(let text): append(.string(store(text)), at: offset)
      case .number(let number): append(.number(number), at: offset)
      case .bool(let flag): append(.bool(flag), at: offset)
      case .null: append(.null, at: offset)
      }
    }
    end = reader.position < input.count ? reader.position : nil
  }

  /// Root value of the text.
  public var root: JSONValue { JSONValue(document: self, index: 0) }

  private mutating func append(_ content: Entry.Content, at offset: Int) {
    entries.append(Entry(content: content, offset: offset, next: entries.count + 1))
  }

  private mutating func store(_ text: [UInt8]) -> Range<Int> {
    let start = texts.count
    texts += text
    return start..<texts.count
  }

  private mutating func noteDuplicates(of object: Int, limit: Int) {
    var seen: Set<ArraySlice<UInt8>> = []
    var index = object + 1
    while index < entries.count {
      if case .key(let range) = entries[index].content, !seen.insert(texts[range]).inserted {
        if duplicateKeys.count < limit {
          duplicateKeys.append(entries[index].offset)
        } else {
          uncountedDuplicates += 1
        }
      }
      index = entries[index + 1].next
    }
  }
}
