/// What the document type declaration declared, as far as it was read.
struct Doctype: Sendable {
  struct Entity {
    enum Kind { case `internal`, external, unparsed }
    var kind: Kind
    /// The replacement text in `text`.
    var start: Int
    var end: Int
    var isDeclaredInParameterEntity: Bool
    /// Its replacement text is being read.
    var isOpen = false
  }

  struct AttributeDefinition {
    var name: UInt32
    /// Any type but CDATA: spaces are collapsed.
    var isTokenized: Bool
    /// The range of the normalized default in `Tape.defaults`.
    var defaultValue: Range<Int>?
    /// Offset of the definition in the document.
    var offset: Int
  }

  struct AttributeList {
    var definitions: [AttributeDefinition] = []
    /// Those with a default, as indexes of `definitions`.
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
  /// Where an attribute of an element is defined; the first definition counts.
  var definitions: [AttributeKey: Int] = [:]

  var isStandalone = false
  /// There is an external subset, or a parameter entity was referred to: WFC Entity Declared is then relaxed.
  var mayHaveUnreadDeclarations = false
  /// False after a parameter entity that was not read: what follows may have been overridden (section 5.1).
  var countsDeclarations = true

  var hasAttributeLists: Bool { !attributeLists.isEmpty }
}
