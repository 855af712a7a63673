extension SceneNote {
  /// The note in one sentence for people, without the position.
  public var message: String { code.sentence }
}

extension SceneNote.Code {
  /// The note in one sentence for people.
  public var sentence: String {
    switch self {
    case .unknownClass: "no class has this tag; the element is skipped, its children are read"
    case .classByName: "the tag is a class name; its end tag closes nothing"
    case .unknownVersion: "the version is in no known form"
    case .headerCutShort: "userTags ends the reading of the header; later attributes are skipped"
    case .repeatedHeader: "a second MRML element"
    case .misplacedItem: "a subject hierarchy item outside a subject hierarchy is skipped"
    case .itemNamedTwice: "an item has both dataNode and name; the first counts"
    case .invalidItemID: "the item's identifier is not an integer; it reads as 0"
    case .missingID: "the identifier is missing or empty; a new one is made"
    case .duplicateID: "the identifier is taken; a new one is made, and references follow it"
    case .mergedSingleton: "the node's content moves to an earlier singleton"
    case .adoptedSingletonTag: "the identifier is that of a singleton; the node becomes one"
    case .missingName: "the name is missing or empty; a new one is made"
    case .becameLabelMap: "a volume marked as label map becomes one"
    case .legacySubjectHierarchy: "a subject hierarchy of the old version is read as such"
    case .mergedHierarchy: "the items of this subject hierarchy move to the first one"
    case .unresolvedHierarchy:
      "the items are not attached to a scene item; the subject hierarchy is removed"
    case .danglingReference: "a reference to a missing node is dropped"
    case .movedReference: "a reference is updated to the new identifier of its node"
    case .referencesCutShort: "reading of references stops at an empty segment or role"
    case .runOnRole: "a segment of references has no colon"
    case .repeatedRole: "a duplicate role; the later one is skipped"
    case .strayReferenceProperties: "reference properties that follow no identifier"
    case .unknownAttribute: "the class does not read this attribute"
    case .rejectedValue: "the class reports an error for this value and keeps the previous one"
    case .unspecifiedValue: "the format does not define this value"
    case .emptyAttributeKey: "a piece of attributes has no key"
    case .repeatedAttributeKey: "a duplicate key of attributes"
    case .unreferencedNode: "nothing in the file refers to this node"
    case .legacyFormat:
      "the file is of MRML 2, the format of Slicer 2, whose data is not loaded"
    }
  }
}
