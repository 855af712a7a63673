/// Declarations of the document type declaration that were read.
struct Doctype: Sendable {
  struct Entity {
    enum Kind { case `internal`, external, unparsed }
    var kind: Kind
    /// Start of the replacement text in `text`.
    var start: Int
    var end: Int
    var isDeclaredInParameterEntity: Bool
    /// Whether the replacement text is being read.
    var isOpen = false
  }

  struct AttributeDefinition {
    var name: UInt32
    /// Whether the type is other than CDATA, so that spaces are collapsed.
    var isTokenized: Bool
    /// Range of the normalized default in `Tape.defaults`.
    var defaultValue: Range<Int>?
    /// Offset of the definition in the document.
    var offset: Int
  }

  struct AttributeList {
    var definitions: [AttributeDefinition] = []
    /// Indexes in `definitions` of those with a default.
    var withDefaults: [Int] = []
    var hasTokenized = false
  }

  struct AttributeKey: Hashable {
    var element: UInt32
    var attribute: UInt32
  }

  var entities: [Entity] = []
  var general: [UInt32: Int] = [:]
  var parameter: [UInt32: Int] = [:]
  /// Replacement texts, each followed by eight zeros.
  var text: [UInt8] = []

  var attributeLists: [UInt32: AttributeList] = [:]
  /// Index of the definition of an attribute of an element; the first definition counts.
  var definitions: [AttributeKey: Int] = [:]

  var isStandalone = false
  /// Whether there is an external subset or a reference to a parameter entity, either of which
  /// relaxes WFC Entity Declared.
  var mayHaveUnreadDeclarations = false
  /// False after a parameter entity that was not read, since it may override what follows (section
  /// 5.1).
  var countsDeclarations = true

  var hasAttributeLists: Bool { !attributeLists.isEmpty }
}
