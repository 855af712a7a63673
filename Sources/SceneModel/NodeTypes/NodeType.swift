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

  /// The class name without `vtkMRML` and `Node`.
  public let name: String
  /// The short name of the class inherited from; nil for the root.
  public let parent: String?
  /// The registered element names, the class's own first. Empty for classes that no file can name.
  public let tags: [String]
  public let provider: Provider
  /// What the name of a nameless node begins with.
  public let defaultName: String
  public let attributes: [NodeAttribute]
  public let roles: [ReferenceRole]

  init(
    _ name: String, parent: String?, tags: [String] = [], provider: Provider = .core,
    defaultName: String? = nil,
    attributes: [NodeAttribute] = [], roles: [ReferenceRole] = []
  ) {
    self.name = name
    self.parent = parent
    self.tags = tags
    self.provider = provider
    self.defaultName = defaultName ?? tags.first ?? name
    self.attributes = attributes
    self.roles = roles
  }

  /// The full class name, `vtkMRML…Node`.
  public var className: String { "vtkMRML\(name)Node" }
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

  public let name: String
  public let kind: ValueKind
  public let match: Match

  init(_ name: String, _ kind: ValueKind, match: Match = .whole) {
    self.name = name
    self.kind = kind
    self.match = match
  }
}

/// A role that a class registers for its references.
public struct ReferenceRole: Sendable {
  public let role: String
  /// The XML attribute that also sets it.
  public let attribute: String

  init(_ role: String, attribute: String? = nil) {
    self.role = role
    self.attribute = attribute ?? role
  }

  /// Whether any attribute whose name ends with ``attribute`` sets a role below this one: `lengthUnitNodeRef`
  /// sets `unit/length` for the role `unit/` with the attribute `UnitNodeRef`.
  public var isGeneric: Bool { role.hasSuffix("/") }
}

/// The strings of an enumeration and their numbers.
public struct Enumeration: Equatable, Sendable {
  public let strings: [String]
  /// The number of the first string; the others follow.
  public let first: Int32

  init(_ strings: [String], first: Int32 = 0) {
    self.strings = strings
    self.first = first
  }

  /// The number of exactly this string.
  public func number(of text: ArraySlice<UInt8>) -> Int32? {
    strings.firstIndex { text.elementsEqual($0.utf8) }.map { first + Int32($0) }
  }
}
