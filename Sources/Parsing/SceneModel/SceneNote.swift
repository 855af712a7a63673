/// Something that the application would report, or silently change, while it goes on reading.
public struct SceneNote: Equatable, Hashable, Sendable {
  /// The kinds of notes. Raw values are stable: programs see them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// No class of that name is known: the element is skipped, its children are read. This one counts as an error
    /// of loading.
    case unknownClass
    /// A class was found by its name, not by a registered tag. Its end tag will close nothing.
    case classByName
    /// The version is in no known form.
    case unknownVersion
    /// `userTags` of the header ends its reading; what follows is skipped.
    case headerCutShort
    /// A second `MRML` element.
    case repeatedHeader
    /// A subject hierarchy item whose place is no subject hierarchy: skipped.
    case misplacedItem
    /// An item with both `dataNode` and `name`: the first counts.
    case itemNamedTwice
    /// The item's identifier is no integer: 0.
    case invalidItemID
    /// The identifier was missing or empty: one was made.
    case missingID
    /// The identifier was taken: a new one was made, and references moved to it.
    case duplicateID
    /// The node took the place of an earlier singleton.
    case mergedSingleton
    /// A node became a singleton because its identifier is that of one.
    case adoptedSingletonTag
    /// The name was missing or empty: one was made.
    case missingName
    /// A volume marked as label map became one.
    case becameLabelMap
    /// A subject hierarchy of the old version was read as such.
    case legacySubjectHierarchy
    /// The items of this subject hierarchy went to the first one.
    case mergedHierarchy
    /// The items of this subject hierarchy do not hang on a scene item: it was removed.
    case unresolvedHierarchy
    /// A reference to a node that is not there was dropped.
    case danglingReference
    /// A reference followed a node to its new identifier.
    case movedReference
    /// Reading of `references` stopped at an empty segment or role.
    case referencesCutShort
    /// A segment of `references` without a colon.
    case runOnRole
    /// A role given twice: the later one is skipped.
    case repeatedRole
    /// A block of reference properties that follows no identifier.
    case strayReferenceProperties
    /// The class does not read this attribute; it is kept here.
    case unknownAttribute
    /// The class reports an error for this value and keeps the value it had.
    case rejectedValue
    /// The format does not say what this value means.
    case unspecifiedValue
    /// A piece of `attributes` without a key.
    case emptyAttributeKey
    /// A key of `attributes` given twice.
    case repeatedAttributeKey
  }

  /// The kind of the note.
  public var code: Code
  /// The node's index in ``Scene/allNodes``, when there is one.
  public var node: Int?
  /// Byte offset in the document.
  public var offset: Int

  /// A note at a byte of the document; without a node when none was made.
  public init(_ code: Code, node: Int? = nil, at offset: Int) {
    self.code = code
    self.node = node
    self.offset = offset
  }
}

/// Remarks up to a limit, and how many there were beyond it.
struct NoteList<Element: Sendable>: Sendable {
  let limit: Int
  private(set) var kept: [Element] = []
  private(set) var dropped = 0

  init(limit: Int) { self.limit = limit }

  mutating func append(_ element: Element) {
    if kept.count < limit { kept.append(element) } else { dropped += 1 }
  }
}
