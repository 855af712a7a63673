/// What the application knows of one class of nodes: a fact, not code.
///
/// Attributes and roles are those that the class itself reads; everything is inherited downwards (``NodeCatalog``).
public struct NodeType: Sendable {
  /// Who registers the class at start-up.
  public enum Provider: Equatable, Sendable {
    /// The scene library.
    case core
    /// The scene library, when it is built with tensor support, as it is by default.
    case coreWithTensors
    case application
    /// A module, by name.
    case module(String)
  }

  /// What makes nodes of a class singletons beside the `singletonTag` attribute.
  public enum Singleton: Equatable, Sendable {
    /// Nothing.
    case attribute
    /// Every node has this tag until the attribute gives it another.
    case tag(String)
    /// What follows the class name in the identifier, else `1`; an empty tag stays empty.
    case identifier
    /// The attribute `layoutName`, if it is there; before it perhaps the identifier as above.
    case layoutName(orIdentifier: Bool)
    /// What follows `vtkMRMLViewNode` in the attribute `activetag`; nothing when that is empty.
    case activeTag
    /// The name, whenever one is given.
    case name
  }

  /// The class name without `vtkMRML` and `Node`.
  public let name: String
  /// The full class name, `vtkMRML…Node`.
  public let className: String
  /// The short name of the class inherited from; nil for the root.
  public let parent: String?
  /// The registered element names, the class's own first. Empty for classes that no file can name.
  public let tags: [String]
  /// Who registers the class, and so whether an application without a module knows it.
  public let provider: Provider
  /// What the name of a nameless node begins with.
  public let defaultName: String
  /// When two nodes of the class are one. Not inherited in the tables: each class states its own.
  public let singleton: Singleton
  /// Those that the class itself reads, in the order of its reader; inherited ones are asked of the catalogue.
  public let attributes: [NodeAttribute]
  /// Values that a new node of the class has where a class that it inherits from has others, by attribute.
  public let defaults: [String: String]
  /// What the class makes of its values once all are read.
  public let rule: ValueRule?
  /// Those that the class itself registers; inherited ones are asked of the catalogue.
  public let roles: [ReferenceRole]
  /// Custom attributes that nodes of the class have without naming them in `attributes`.
  public let impliedAttributes: [ImpliedAttribute]
  /// References that XML attributes of another meaning set.
  public let impliedReferences: [ImpliedReference]

  init(
    _ name: String, parent: String?, tags: [String] = [], provider: Provider = .core,
    defaultName: String? = nil, singleton: Singleton = .attribute, defaults: [String: String] = [:],
    rule: ValueRule? = nil, attributes: [NodeAttribute] = [], roles: [ReferenceRole] = [],
    impliedAttributes: [ImpliedAttribute] = [], impliedReferences: [ImpliedReference] = []
  ) {
    self.name = name
    className = "vtkMRML\(name)Node"
    self.parent = parent
    self.tags = tags
    self.provider = provider
    self.defaultName = defaultName ?? tags.first ?? name
    self.singleton = singleton
    self.attributes = attributes
    self.defaults = defaults
    self.rule = rule
    self.roles = roles
    self.impliedAttributes = impliedAttributes
    self.impliedReferences = impliedReferences
  }

  /// The text of an attribute that the class itself reads, with its escapes decoded.
  func decoded(_ attribute: NodeXMLAttribute) -> [UInt8] {
    let known = attributes.first { attribute.nameBytes.elementsEqual($0.name.utf8) }
    return known?.kind == .urlEncoded
      ? Escape.url.decode(attribute.valueBytes) : Array(attribute.valueBytes)
  }
}

/// One XML attribute that a class reads.
public struct NodeAttribute: Sendable {
  /// How the name is compared.
  public enum Match: Sendable {
    case whole
    /// The name begins with the given text.
    case prefix
    /// The given text stands anywhere in the name.
    case contains
  }

  /// Name of the attribute, or the part of it that `match` compares.
  public let name: String
  /// The rule by which the text becomes a value.
  public let kind: ValueKind
  /// Whether one name or a family of numbered names is meant.
  public let match: Match
  /// What a new node has, as it would be written; nil for nothing, or for what is not written.
  public let defaultText: String?
  /// What else reading it does.
  public let effects: [AttributeEffect]

  init(
    _ name: String, _ kind: ValueKind, match: Match = .whole, default defaultText: String? = nil,
    effects: [AttributeEffect] = []
  ) {
    self.name = name
    self.kind = kind
    self.match = match
    self.defaultText = defaultText
    self.effects = effects
  }
}

/// A role that a class registers for its references.
public struct ReferenceRole: Sendable {
  /// Name of the role as the class registers it; ends with `/` where it is generic.
  public let role: String
  /// The XML attribute that also sets it.
  public let attribute: String

  init(_ role: String, attribute: String? = nil) {
    self.role = role
    self.attribute = attribute ?? role
    isGeneric = role.utf8.last == UInt8(ascii: "/")
  }

  /// Whether any attribute whose name ends with ``attribute`` sets a role below this one: `lengthUnitNodeRef`
  /// sets `unit/length` for the role `unit/` with the attribute `UnitNodeRef`.
  public let isGeneric: Bool
}

/// A custom attribute that is a second home of an XML attribute's value, as the class reads it.
public struct ImpliedAttribute: Sendable {
  /// Name in the node's map of custom attributes.
  public let name: String
  /// XML attribute whose value, with its escapes decoded, is the value.
  public let attribute: String
  /// The value when the attribute is missing; nil: none then.
  public let defaultValue: String?

  init(_ name: String, from attribute: String, default defaultValue: String? = nil) {
    self.name = name
    self.attribute = attribute
    self.defaultValue = defaultValue
  }
}

/// A target that a role gets when an XML attribute holds a valid integer, whichever.
public struct ImpliedReference: Sendable {
  /// XML attribute whose value sets the reference, if it is a valid integer.
  public let attribute: String
  /// Role that gets the target.
  public let role: String
  /// Identifier of the target, the same for every integer.
  public let target: String

  init(from attribute: String, role: String, target: String) {
    self.attribute = attribute
    self.role = role
    self.target = target
  }
}

/// The strings of an enumeration and their numbers.
public struct Enumeration: Equatable, Sendable {
  /// In the order of their numbers; compared byte for byte.
  public let strings: [String]
  /// The number of the first string; the others follow.
  public let first: Int32

  init(_ strings: [String], first: Int32 = 0) {
    self.strings = strings
    self.first = first
  }

  /// The string of a number; empty when there is none.
  public func string(of number: Int32) -> String {
    let index = Int(number) - Int(first)
    return strings.indices.contains(index) ? strings[index] : ""
  }

  /// The number of exactly this string.
  public func number(of text: ArraySlice<UInt8>) -> Int32? {
    strings.firstIndex { text.elementsEqual($0.utf8) }.map { first + Int32($0) }
  }
}
