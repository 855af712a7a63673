/// One value of a document. Small; it holds the document.
public struct JSONValue: Sendable {
  /// The seven forms of a value in RFC 8259, section 3, with `true` and `false` as one. The raw values stand in
  /// hazards.
  public enum Kind: String, Sendable { case object, array, string, number, bool, null }

  let document: JSONDocument
  let index: Int

  private var entry: JSONDocument.Entry { document.entries[index] }

  /// Byte offset of the value in the text.
  public var offset: Int { entry.offset }

  /// The form of the value, which decides which of the accessors below is not nil or not empty. Constant time.
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

  /// The bytes of a string, else nil.
  public var string: ArraySlice<UInt8>? {
    if case .string(let range) = entry.content { document.texts[range] } else { nil }
  }

  /// A number, else nil.
  public var number: JSONNumber? {
    if case .number(let number) = entry.content { number } else { nil }
  }

  /// `true` or `false`, else nil.
  public var bool: Bool? {
    if case .bool(let flag) = entry.content { flag } else { nil }
  }

  /// The elements of an array in order; empty for another value. Linear in their number.
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

  /// The members of an object in order, duplicates kept; empty for another value. Linear in their number.
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
