internal import SceneModel

/// Dictionary words of scenes, from the catalogue of node types.
enum SceneWords {
  static func sections(of catalog: NodeCatalog) -> [FuzzDictionary.Section] {
    [
      .init("Markup and escapes", markup.map { DictionaryWord($0) }),
      .init("Numbers", ValueWords.numbers.map { DictionaryWord($0) }),
      .init("Tags", tags(of: catalog)),
      .init("Attributes that are more than a number or a text", attributes(of: catalog)),
      .init("Reference roles", roles(of: catalog)),
      .init("Values of enumerations", enumerationStrings(of: catalog)),
      .init("Identifiers that make singletons", singletonIdentifiers(of: catalog)),
    ]
  }

  private static let markup = [
    "<MRML", "</MRML>", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE MRML [",
    "<!ENTITY e \"", "&e;", "&amp;", "&lt;", "&quot;", "&#10;", "&#x10FFFF;",
    "<?xml version=\"1.0\"?>", "%20", "%25", "%3B", "file://", "../", "https://",
    "1 0 0 0  0 1 0 0  0 0 1 0  0 0 0 1",
  ]

  /// Registered tags, and class names that the loader accepts where no tag is registered.
  static func tags(of catalog: NodeCatalog) -> [DictionaryWord] {
    var names: Set = ["MRML", "SubjectHierarchyItem"]
    for type in catalog.types where !type.tags.isEmpty {
      names.formUnion(type.tags)
      if catalog.type(forTag: Array(type.name.utf8)[...]) == nil { names.insert(type.name) }
    }
    return names.sorted().map { DictionaryWord("<\($0)") }
  }

  /// Attributes with a grammar or an effect, attributes that set references, and those of every
  /// node and item.
  ///
  /// A name that is only a part of an attribute's name has no `="`, so that the rest can follow.
  static func attributes(of catalog: NodeCatalog) -> [DictionaryWord] {
    var words: Set = ["id", "name", "singletonTag", "parent", "dataNode", "uids"]
    for type in catalog.types {
      words.formUnion(type.roles.map(\.attribute))
      words.formUnion(type.impliedAttributes.map(\.attribute))
      words.formUnion(type.impliedReferences.map(\.attribute))
    }
    var openings: Set<String> = []
    for attribute in catalog.types.flatMap(\.attributes)
    where hasGrammar(attribute.kind) || !attribute.effects.isEmpty {
      if attribute.match == .whole {
        words.insert(attribute.name)
      } else {
        openings.insert(attribute.name)
      }
    }
    return words.sorted().map { DictionaryWord(" \($0)=\"") }
      + openings.sorted().map { DictionaryWord(" \($0)") }
  }

  /// Whether a value has a grammar beyond plain text and a few numbers.
  static func hasGrammar(_ kind: ValueKind) -> Bool {
    switch kind {
    case .vector(_, 9...): true
    case .bool, .string, .int, .float, .stream, .vector, .atoi, .atof, .presence, .ignored: false
    default: true
    }
  }

  /// Roles. A generic role ends with `/`, and the specific name follows.
  static func roles(of catalog: NodeCatalog) -> [DictionaryWord] {
    let roles = catalog.types.flatMap(\.roles).map { $0.isGeneric ? $0.role : $0.role + ":" }
    return Set(roles).sorted().map { DictionaryWord($0) }
  }

  static func enumerationStrings(of catalog: NodeCatalog) -> [DictionaryWord] {
    var strings: Set<String> = []
    for attribute in catalog.types.flatMap(\.attributes) {
      switch attribute.kind {
      case .enumeration(let enumeration), .enumerationOrNumber(let enumeration),
        .looseEnumeration(let enumeration, else: _):
        strings.formUnion(enumeration.strings)
      default: break
      }
    }
    return strings.filter { !$0.isEmpty }.sorted().map { DictionaryWord($0) }
  }

  /// Names of the classes whose singleton tag follows from the identifier.
  static func singletonIdentifiers(of catalog: NodeCatalog) -> [DictionaryWord] {
    let names = catalog.types.filter { type in
      switch type.singleton {
      case .identifier, .layoutName(orIdentifier: true): true
      default: false
      }
    }
    return names.map(\.className).sorted().map { DictionaryWord($0) }
  }
}
