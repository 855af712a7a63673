/// Value of a document. Small; it retains the document.
public struct JSONValue: Sendable {
  /// Kind of a value (RFC 8259, section 3), with `true` and `false` as one. Raw values are stable:
  /// they appear in hazards.
  public enum Kind: String, Sendable { case object, array, string, number, bool, null }

  let document: JSONDocument
  let index: Int

  private var entry: JSONDocument.Entry { document.entries[index] }

  /// Byte offset of the value in the text.
  public var offset: Int { entry.offset }

  /// Kind of the value; it decides which accessor is not nil or empty. Constant time.
  public var kind: Kind {
    switch entry.content {
    case .object: .object
    case .array: .array
    case .key, .string: .string
    case .number: .number
    case .bool: .bool
    case .null: .null
    }
  }

  /// Bytes of a string, otherwise nil.
  public var string: ArraySlice<UInt8>? {
    if case .string(let range) = entry.content { document.texts[range] } else { nil }
  }

  /// The number, otherwise nil.
  public var number: JSONNumber? {
    if case .number(let number) = entry.content { number } else { nil }
  }

  /// `true` or `false`, otherwise nil.
  public var bool: Bool? {
    if case .bool(let flag) = entry.content { flag } else { nil }
  }

  /// Elements of an array in order, otherwise empty. Linear in their number.
  public var elements: [JSONValue] {
    guard case .array = entry.content else { return [] }
    var elements: [JSONValue] = []
    var index = self.index + 1
    while index < entry.next {
      elements.append(JSONValue(document: document, index: index))
      index = document.entries[index].next
    }
    return elements
  }

  /// Members of an object in order, duplicates included, otherwise empty. Linear in their number.
  public var members: [(name: ArraySlice<UInt8>, value: JSONValue)] {
    guard case .object = entry.content else { return [] }
    var members: [(name: ArraySlice<UInt8>, value: JSONValue)] = []
    var index = self.index + 1
    while index < entry.next, case .key(let range) = document.entries[index].content {
      members.append((document.texts[range], JSONValue(document: document, index: index + 1)))
      index = document.entries[index + 1].next
    }
    return members
  }
}
