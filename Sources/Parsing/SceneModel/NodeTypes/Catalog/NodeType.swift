/// A class of nodes, as data.
///
/// Attributes and roles are those of the class itself; ``NodeCatalog`` adds inherited ones.
public struct NodeType: Sendable {
  /// Component that registers the class at start-up.
  public enum Provider: Equatable, Sendable {
    /// The scene library.
    case core
    /// The scene library, if it is built with tensor support, as it is by default.
    case coreWithTensors
    case application
    /// A module, by name.
    case module(String)
  }

  /// Source of the singleton tag besides the `singletonTag` attribute.
  public enum Singleton: Equatable, Sendable {
    /// None.
    case attribute
    /// A constant, unless the attribute is given.
    case tag(String)
    /// The part of the identifier after the class name, otherwise `1`; an empty tag stays empty.
    case identifier
    /// The attribute `layoutName` if present, otherwise optionally the identifier as above.
    case layoutName(orIdentifier: Bool)
    /// The part of the attribute `activetag` after `vtkMRMLViewNode`; none if it is empty.
    case activeTag
    /// The name, if one is given.
    case name
  }

  /// Class name without `vtkMRML` and `Node`.
  public let name: String
  /// Full class name, `vtkMRML…Node`.
  public let className: String
  /// Short name of the parent class; nil for the root.
  public let parent: String?
  /// Registered element names, the class's own first. Empty for classes that a file cannot name.
  public let tags: [String]
  /// Component that registers the class; an application without that module does not know the
  /// class.
  public let provider: Provider
  /// Prefix of the name given to a nameless node.
  public let defaultName: String
  /// Rule by which two nodes of the class are one. Not inherited: each class states its own.
  public let singleton: Singleton
  /// Attributes that the class itself reads, in the order of its reader; the catalog adds inherited
  /// ones.
  public let attributes: [NodeAttribute]
  /// Defaults that differ from those of an ancestor, by attribute.
  public let defaults: [String: String]
  /// Computation after all attributes are read.
  public let rule: ValueRule?
  /// Roles that the class itself registers; the catalog adds inherited ones.
  public let roles: [ReferenceRole]
  /// Custom attributes of the class that come from XML attributes of their own.
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

  /// Returns the text of an attribute that the class itself reads, with its escapes decoded.
  func decoded(_ attribute: NodeXMLAttribute) -> [UInt8] {
    let known = attributes.first { attribute.nameBytes.elementsEqual($0.name.utf8) }
    return known?.kind == .urlEncoded
      ? Escape.url.decode(attribute.valueBytes) : Array(attribute.valueBytes)
  }
}

/// XML attribute that a class reads.
public struct NodeAttribute: Sendable {
  /// Comparison of names.
  public enum Match: Sendable {
    case whole
    /// The name begins with the given text.
    case prefix
    /// The name contains the given text.
    case contains
  }

  /// Name of the attribute, or the part of it that `match` compares.
  public let name: String
  /// Kind of the value, which decides how the text is read.
  public let kind: ValueKind
  /// Whether the name is one name or a family of numbered names.
  public let match: Match
  /// Default of a new node, as text; nil for none, or if it is not written.
  public let defaultText: String?
  /// Further effects of reading it.
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

/// Role that a class registers for its references.
public struct ReferenceRole: Sendable {
  /// Name of the role; ends with `/` if it is generic.
  public let role: String
  /// XML attribute that also sets it.
  public let attribute: String

  init(_ role: String, attribute: String? = nil) {
    self.role = role
    self.attribute = attribute ?? role
    isGeneric = role.utf8.last == UInt8(ascii: "/")
  }

  /// Whether any attribute whose name ends with ``attribute`` sets a role below this one:
  /// `lengthUnitNodeRef` sets `unit/length` for the role `unit/` with the attribute `UnitNodeRef`.
  public let isGeneric: Bool
}

/// Custom attribute that duplicates the value of an XML attribute.
public struct ImpliedAttribute: Sendable {
  /// Name of the custom attribute.
  public let name: String
  /// XML attribute whose decoded value is the value.
  public let attribute: String
  /// Value if the attribute is missing; nil for none.
  public let defaultValue: String?

  init(_ name: String, from attribute: String, default defaultValue: String? = nil) {
    self.name = name
    self.attribute = attribute
    self.defaultValue = defaultValue
  }
}

/// Target of a role that is set if an XML attribute contains a valid integer, whatever its value.
public struct ImpliedReference: Sendable {
  /// XML attribute that sets the reference if its value is a valid integer.
  public let attribute: String
  /// Role of the target.
  public let role: String
  /// Identifier of the target, the same for every integer.
  public let target: String

  init(from attribute: String, role: String, target: String) {
    self.attribute = attribute
    self.role = role
    self.target = target
  }
}

/// Strings of an enumeration and their numbers.
public struct Enumeration: Equatable, Sendable {
  /// Strings in the order of their numbers; compared byte for byte.
  public let strings: [String]
  /// Number of the first string; the others follow.
  public let first: Int32

  init(_ strings: [String], first: Int32 = 0) {
    self.strings = strings
    self.first = first
  }

  /// Returns the string of a number; empty if there is none.
  public func string(of number: Int32) -> String {
    let index = Int(number) - Int(first)
    return strings.indices.contains(index) ? strings[index] : ""
  }

  /// Returns the number of exactly this string.
  public func number(of text: ArraySlice<UInt8>) -> Int32? {
    strings.firstIndex { text.elementsEqual($0.utf8) }.map { first + Int32($0) }
  }
}
