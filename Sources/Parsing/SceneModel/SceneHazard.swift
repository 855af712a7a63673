public import ByteReading

/// Something in a loaded scene that is dangerous to a reader or to the person who opens it.
public struct SceneHazard: Hazard, Hashable {
  /// Kinds of hazards. Raw values are stable: programs read them in JSON.
  public enum Code: String, HazardCode {
    /// An identifier of more than 255 bytes.
    case longID
    /// An identifier with characters outside ASCII.
    case nonASCIIID
    /// An identifier with white space, quotes or characters of the reference grammar.
    case unusualID
    /// Two nodes of the file have one identifier: references go to the last.
    case sharedID
    /// An identifier of a scene view, which is part of a file name, leads out of its folder.
    case identifierInPath
    /// Two nodes of different classes merge into one singleton.
    case singletonAcrossClasses
    /// References of one role lead back to their node.
    case referenceCycle
    /// A node refers to itself.
    case selfReference
    /// A role leads to a node of another class than it is for.
    case crossClassReference
    /// Items of a subject hierarchy are their own ancestors.
    case itemCycle
    /// The parent of an item does not exist.
    case danglingItemParent
    /// Two items of one subject hierarchy have one identifier.
    case duplicateItemID
    /// An item outside any subject hierarchy that could hold it.
    case itemOutsideHierarchy
    /// A scene view inside a scene view.
    case nestedSceneViews
    /// A node is placed in a scene view whose element does not contain it.
    case swallowedNode
    /// Fewer numbers than the class reads: the rest is undefined.
    case shortNumbers
    /// A number that is infinite or not a number.
    case nonFiniteNumber
    /// A count of more than a million.
    case hugeCount
    /// A count that does not match the numbers after it.
    case countMismatch
    /// Colors without the type that their table needs.
    case colorsWithoutType
    /// A color for an index that the table does not have.
    case colorIndexOutOfRange
    /// A color name of nothing but quotes.
    case colorNameOfQuotes
    /// A format with a conversion that does not fit its value.
    case formatConversion
    /// A format whose width, precision or length exceeds 255.
    case formatWidth
    /// A point index below zero.
    case negativePointIndex
    /// A point index past the last point.
    case pointIndexPastEnd
    /// A list of point indexes that are not pairs.
    case oddPointIndices
    /// A file named by an absolute path.
    case absolutePath
    /// A path that leaves the folder of the scene.
    case parentPath
    /// A path that begins in a home folder.
    case homePath
    /// A path of another operating system: a drive letter, a backslash.
    case foreignPath
    /// A file name with a scheme.
    case schemeInPath
    /// A path with control or bidirectional formatting characters.
    case controlCharacterInPath
    /// A path of more than 4095 bytes.
    case longPath
    /// A path that still contains escapes after decoding; hazards of a second decoding are reported
    /// by their own codes.
    case doublyEncodedPath
    /// A storage node that names a scene or a bundle.
    case sceneAsData
    /// An address that would be fetched.
    case remoteURI
    /// An address with a user name or password.
    case userInfoInURI
    /// An address that is neither http nor https.
    case foreignURI
    /// An attribute supplied by the document type declaration.
    case defaultedAttribute
    /// An attribute value of more than a megabyte.
    case longAttribute
    /// Elements nested more than a thousand deep.
    case deepNesting
    /// An element with more than a thousand attributes.
    case manyAttributes
    /// More than a hundred thousand nodes.
    case manyNodes
  }

  /// Kind of the hazard; it decides severity and message.
  public var code: Code
  /// Index of the node in ``Scene/allNodes``, if the hazard is about one.
  public var node: Int?
  /// Byte offset in the document.
  public var offset: Int

  /// A hazard at a byte of the document; without a node if it concerns the scene or an element that
  /// made no node.
  public init(_ code: Code, node: Int? = nil, at offset: Int) {
    self.code = code
    self.node = node
    self.offset = offset
  }
}

extension SceneHazard.Code {
  /// Severity of the hazard.
  public var severity: HazardSeverity {
    switch self {
    case .nonASCIIID, .doublyEncodedPath:
      .note
    case .longID, .unusualID, .sharedID, .crossClassReference, .danglingItemParent,
      .duplicateItemID, .nestedSceneViews, .swallowedNode, .nonFiniteNumber, .colorIndexOutOfRange,
      .negativePointIndex, .foreignPath, .longPath, .sceneAsData, .foreignURI,
      .defaultedAttribute, .longAttribute, .deepNesting, .manyAttributes, .manyNodes,
      .oddPointIndices:
      .warning
    case .identifierInPath, .singletonAcrossClasses, .referenceCycle, .selfReference, .itemCycle,
      .itemOutsideHierarchy, .shortNumbers, .hugeCount, .countMismatch, .colorsWithoutType,
      .colorNameOfQuotes, .formatConversion, .formatWidth, .absolutePath, .parentPath, .homePath,
      .schemeInPath, .controlCharacterInPath, .remoteURI, .userInfoInURI, .pointIndexPastEnd:
      .danger
    }
  }

  /// The hazard in words.
  public var sentence: String {
    switch self {
    case .longID: "an identifier of more than 255 bytes"
    case .nonASCIIID: "an identifier with characters outside ASCII"
    case .unusualID: "an identifier with white space, quotes or one of < > : ; { }"
    case .sharedID: "two nodes have this identifier"
    case .identifierInPath: "an identifier that is used in a file name holds a path"
    case .singletonAcrossClasses: "two nodes of different classes merge into one singleton"
    case .referenceCycle: "references of one role form a cycle"
    case .selfReference: "a node refers to itself"
    case .crossClassReference: "a role leads to a node of another class"
    case .itemCycle: "subject hierarchy items are their own ancestors"
    case .danglingItemParent: "the parent of a subject hierarchy item does not exist"
    case .duplicateItemID: "two subject hierarchy items have this identifier"
    case .itemOutsideHierarchy: "a subject hierarchy item outside any subject hierarchy"
    case .nestedSceneViews: "a scene view inside a scene view"
    case .swallowedNode: "a node is placed in a scene view whose element does not contain it"
    case .shortNumbers: "fewer numbers than the class reads"
    case .nonFiniteNumber: "a number that is infinite or not a number"
    case .hugeCount: "a count of more than a million"
    case .countMismatch: "a count that does not match the numbers after it"
    case .colorsWithoutType: "colors without the type of their table"
    case .colorIndexOutOfRange: "a color index beyond the size of the table"
    case .colorNameOfQuotes: "a color name of nothing but quotes"
    case .formatConversion: "a format with an unexpected conversion"
    case .formatWidth: "a format with a width, precision or length beyond 255"
    case .negativePointIndex: "a point index below zero"
    case .pointIndexPastEnd: "a point index past the last point"
    case .oddPointIndices: "a list of point indexes that are not pairs"
    case .absolutePath: "an absolute path"
    case .parentPath: "a path with '..'"
    case .homePath: "a path that begins with '~'"
    case .foreignPath: "a path with a drive letter or a backslash"
    case .schemeInPath: "a file name with a scheme"
    case .controlCharacterInPath: "a path with control or bidirectional formatting characters"
    case .longPath: "a path of more than 4095 bytes"
    case .doublyEncodedPath: "a path that is escaped twice"
    case .sceneAsData: "a storage node that names another scene"
    case .remoteURI: "an address that would be fetched"
    case .userInfoInURI: "an address with a user name or password"
    case .foreignURI: "an address that is neither http nor https"
    case .defaultedAttribute: "an attribute supplied by the document type declaration"
    case .longAttribute: "an attribute value of more than a megabyte"
    case .deepNesting: "elements nested more than a thousand deep"
    case .manyAttributes: "an element with more than a thousand attributes"
    case .manyNodes: "more than a hundred thousand nodes"
    }
  }
}
