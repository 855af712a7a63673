/// A deviation that the application reports, or silently corrects, while it reads on.
public struct SceneNote: Equatable, Hashable, Sendable {
  /// Kinds of notes. Raw values are stable: programs read them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// An element of an unknown class is skipped, its children are read. This one counts as an
    /// error of loading.
    case unknownClass
    /// A class was found by its name, not by a registered tag. Its end tag closes nothing.
    case classByName
    /// The version has no known form.
    case unknownVersion
    /// `userTags` ends the reading of the header; what follows is skipped.
    case headerCutShort
    /// A second `MRML` element.
    case repeatedHeader
    /// A subject hierarchy item outside a subject hierarchy is skipped.
    case misplacedItem
    /// An item has both `dataNode` and `name`; the first counts.
    case itemNamedTwice
    /// The identifier of the item is not an integer and reads as 0.
    case invalidItemID
    /// The identifier is missing or empty; a new one is made.
    case missingID
    /// The identifier is taken; a new one is made, and references follow it.
    case duplicateID
    /// The node's content moved to an earlier singleton.
    case mergedSingleton
    /// A node became a singleton because its identifier is that of one.
    case adoptedSingletonTag
    /// The name is missing or empty; a new one is made.
    case missingName
    /// A volume marked as label map became one.
    case becameLabelMap
    /// A subject hierarchy of the old version was read as such.
    case legacySubjectHierarchy
    /// The items of this subject hierarchy moved to the first one.
    case mergedHierarchy
    /// The items of this subject hierarchy are not attached to a scene item; it was removed.
    case unresolvedHierarchy
    /// A reference to a missing node was dropped.
    case danglingReference
    /// A reference was updated to the new identifier of its node.
    case movedReference
    /// Reading of `references` stopped at an empty segment or role.
    case referencesCutShort
    /// A segment of `references` without a colon.
    case runOnRole
    /// A duplicate role; the later one is skipped.
    case repeatedRole
    /// A block of reference properties that follows no identifier.
    case strayReferenceProperties
    /// The class does not read this attribute; it is kept here.
    case unknownAttribute
    /// The class reports an error for this value and keeps the previous one.
    case rejectedValue
    /// The format does not define this value.
    case unspecifiedValue
    /// A piece of `attributes` without a key.
    case emptyAttributeKey
    /// A duplicate key of `attributes`.
    case repeatedAttributeKey
    /// A display, storage or hierarchy node that nothing in the file refers to.
    case unreferencedNode
    /// The first element that only MRML 2, the format of Slicer 2, has.
    case legacyFormat
  }

  /// Kind of the note.
  public var code: Code
  /// Index of the node in ``Scene/allNodes``, if the note is about one.
  public var node: Int?
  /// Byte offset in the document.
  public var offset: Int

  /// A note at a byte of the document; without a node if none was made.
  public init(_ code: Code, node: Int? = nil, at offset: Int) {
    self.code = code
    self.node = node
    self.offset = offset
  }
}

/// List with a limit that counts further elements.
struct NoteList<Element: Sendable>: Sendable {
  let limit: Int
  private(set) var kept: [Element] = []
  private(set) var dropped = 0

  init(limit: Int) { self.limit = limit }

  mutating func append(_ element: Element) {
    if kept.count < limit { kept.append(element) } else { dropped += 1 }
  }
}
