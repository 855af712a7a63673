/// A shape in a loaded scene that is dangerous to a reader or to the person who opens it: what a pre-flight tells.
public struct SceneHazard: Equatable, Hashable, Sendable {
  /// How much attention a hazard deserves. Raw values are stable: programs see them in JSON.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// A reader may do something that its user does not expect.
    case warning
    /// The scene reaches outside itself, or asks for what no honest scene asks for.
    case danger

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    /// Orders by weight: note, warning, danger.
    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }
  }

  /// The kinds of hazards. Raw values are stable: programs see them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// An identifier of more than 255 bytes.
    case longID
    /// An identifier with characters outside ASCII.
    case nonASCIIID
    /// An identifier with blanks, quotes or characters of the reference grammar.
    case unusualID
    /// Two nodes of the file have one identifier: references move to the last.
    case sharedID
    /// An identifier of a scene view, which is part of a file name, leaves its folder.
    case identifierInPath
    /// Two nodes of different classes meet as one singleton.
    case singletonAcrossClasses
    /// References of one role lead back to their node.
    case referenceCycle
    /// A node refers to itself.
    case selfReference
    /// A role leads to a node of another kind than the role is for.
    case crossClassReference
    /// Items of a subject hierarchy are their own ancestors.
    case itemCycle
    /// An item names a parent that is not there.
    case danglingItemParent
    /// Two items of one subject hierarchy have one identifier.
    case duplicateItemID
    /// An item stands where no subject hierarchy takes it.
    case itemOutsideHierarchy
    /// A scene view inside a scene view.
    case nestedSceneViews
    /// A node went into a scene view that its element does not stand in.
    case swallowedNode
    /// Fewer numbers than the class takes: the rest is not defined.
    case shortNumbers
    /// A number that is infinite or not a number.
    case nonFiniteNumber
    /// A count of more than a million.
    case hugeCount
    /// A count that the numbers behind it do not bear out.
    case countMismatch
    /// Colors without the type that makes their table.
    case colorsWithoutType
    /// A color for an index that the table does not have.
    case colorIndexOutOfRange
    /// A color name of nothing but quotes.
    case colorNameOfQuotes
    /// A format with another conversion than that of its one value.
    case formatConversion
    /// A format whose width, precision or length exceeds 255.
    case formatWidth
    /// A point index below zero.
    case negativePointIndex
    /// A point index beyond the points.
    case pointIndexPastEnd
    /// A line of points that is no pair of indexes.
    case oddPointIndices
    /// A file named by an absolute path.
    case absolutePath
    /// A path that leaves the folder of the scene.
    case parentPath
    /// A path that begins in a home folder.
    case homePath
    /// A path of another system: a drive letter, a backslash.
    case foreignPath
    /// A file name with a scheme.
    case schemeInPath
    /// A path with control characters or with ones that change the direction of text.
    case controlCharacterInPath
    /// A path of more than 4095 bytes.
    case longPath
    /// A path that still holds escapes after decoding.
    case doublyEncodedPath
    /// A storage that names a scene or a bundle.
    case sceneAsData
    /// An address that would be fetched.
    case remoteURI
    /// An address with a user name or password.
    case userInfoInURI
    /// An address that is neither http nor https.
    case foreignURI
    /// An attribute that the document type declaration supplied.
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

  /// The kind of the hazard, which also decides severity and message.
  public var code: Code
  /// The node's index in ``Scene/allNodes``, when there is one.
  public var node: Int?
  /// Byte offset in the document.
  public var offset: Int

  /// A hazard at a byte of the document; without a node when it is about the scene or about what made no node.
  public init(_ code: Code, node: Int? = nil, at offset: Int) {
    self.code = code
    self.node = node
    self.offset = offset
  }

  /// That of the code: equal codes weigh the same in every scene.
  public var severity: Severity { code.severity }
  /// One sentence for people, without bytes of the scene.
  public var message: String { code.sentence }
}

extension SceneHazard.Code {
  /// How much attention the hazard deserves.
  public var severity: SceneHazard.Severity {
    switch self {
    case .nonASCIIID:
      .note
    case .longID, .unusualID, .sharedID, .crossClassReference, .danglingItemParent,
      .duplicateItemID, .nestedSceneViews, .swallowedNode, .nonFiniteNumber, .colorIndexOutOfRange,
      .negativePointIndex, .foreignPath, .longPath, .doublyEncodedPath, .sceneAsData, .foreignURI,
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
    case .unusualID: "an identifier with blanks, quotes or one of < > : ; { }"
    case .sharedID: "two nodes have this identifier"
    case .identifierInPath: "an identifier that is used in a file name holds a path"
    case .singletonAcrossClasses: "two nodes of different classes meet as one singleton"
    case .referenceCycle: "references of one role form a cycle"
    case .selfReference: "a node refers to itself"
    case .crossClassReference: "a role leads to a node of another kind"
    case .itemCycle: "subject hierarchy items are their own ancestors"
    case .danglingItemParent: "the parent of a subject hierarchy item is not there"
    case .duplicateItemID: "two subject hierarchy items have this identifier"
    case .itemOutsideHierarchy: "a subject hierarchy item outside any subject hierarchy"
    case .nestedSceneViews: "a scene view inside a scene view"
    case .swallowedNode: "a node goes into a scene view that it does not stand in"
    case .shortNumbers: "fewer numbers than the class takes"
    case .nonFiniteNumber: "a number that is infinite or not a number"
    case .hugeCount: "a count of more than a million"
    case .countMismatch: "a count that does not fit the numbers behind it"
    case .colorsWithoutType: "colors without the type of their table"
    case .colorIndexOutOfRange: "a color index beyond the size of the table"
    case .colorNameOfQuotes: "a color name of nothing but quotes"
    case .formatConversion: "a format with an unexpected conversion"
    case .formatWidth: "a format with a width, precision or length beyond 255"
    case .negativePointIndex: "a point index below zero"
    case .pointIndexPastEnd: "a point index beyond the points"
    case .oddPointIndices: "a list of point indexes that are not pairs"
    case .absolutePath: "an absolute path"
    case .parentPath: "a path with a parent folder"
    case .homePath: "a path that begins with a tilde"
    case .foreignPath: "a path with a drive letter or a backslash"
    case .schemeInPath: "a file name with a scheme"
    case .controlCharacterInPath: "a path with control or direction characters"
    case .longPath: "a path of more than 4095 bytes"
    case .doublyEncodedPath: "a path that is escaped twice"
    case .sceneAsData: "a storage that names another scene"
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
