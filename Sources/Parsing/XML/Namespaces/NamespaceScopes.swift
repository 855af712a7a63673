import ByteReading

/// A name taken apart: Namespaces in XML 1.0, section 4.
struct QualifiedName: Sendable {
  /// QName ::= PrefixedName | UnprefixedName ; PrefixedName ::= Prefix ':' LocalPart. Otherwise the name is none.
  var isQualified: Bool
  /// Number of the prefix in the name table; `NamespaceScopes.none` for a name without.
  var prefix: UInt32
  /// Number of the local part in the name table.
  var local: UInt32
}

/// The prefixes that are bound where the reader stands, and the names of namespaces that they are bound to.
///
/// A declaration is one entry of an undo list, so that the end of an element costs what its declarations did.
struct NamespaceScopes: Sendable {
  static let none = UInt32.max
  /// No namespace: what an unprefixed name is in where no default is declared.
  static let noNamespace: UInt32 = 0
  static let xml: UInt32 = 1
  static let xmlns: UInt32 = 2

  /// Names of namespaces, by number.
  private(set) var names = known
  /// Empty until a namespace is asked for: most documents have none, and each reader has one of these.
  private var numbers: [[UInt8]: UInt32] = [:]
  private var bound: [UInt32: UInt32] = [:]
  private var undo: [(depth: Int, prefix: UInt32, former: UInt32?)] = []
  /// By number of a name.
  private var qualified: [UInt32: QualifiedName] = [:]
  /// Start tag that had an attribute of this expanded name last.
  private var stamps: [UInt64: UInt32] = [:]

  private static let known: [[UInt8]] = [
    [], Array("http://www.w3.org/XML/1998/namespace".utf8),
    Array("http://www.w3.org/2000/xmlns/".utf8),
  ]

  mutating func number(of namespace: [UInt8]) -> UInt32 {
    if numbers.isEmpty {
      for number in names.indices { numbers[names[number]] = UInt32(number) }
    }
    if let known = numbers[namespace] { return known }
    let number = UInt32(names.count)
    names.append(namespace)
    numbers[namespace] = number
    return number
  }

  /// The namespace that `prefix` is bound to, nil for one that is not declared. `none` asks for the default.
  func namespace(of prefix: UInt32) -> UInt32? {
    bound[prefix] ?? (prefix == Self.none ? Self.noNamespace : nil)
  }

  /// Binds `prefix` in the element whose depth this is.
  mutating func bind(_ prefix: UInt32, to namespace: UInt32, depth: Int) {
    undo.append((depth, prefix, bound[prefix]))
    bound[prefix] = namespace
  }

  /// Forgets what elements at this depth and deeper declared.
  mutating func close(depth: Int) {
    while let last = undo.last, last.depth >= depth {
      bound[last.prefix] = last.former
      undo.removeLast()
    }
  }

  /// Says whether the start tag `serial` has an attribute of this expanded name already, and that it has now.
  mutating func stamp(_ namespace: UInt32, _ local: UInt32, _ serial: UInt32) -> Bool {
    let key = UInt64(namespace) << 32 | UInt64(local)
    return stamps.updateValue(serial, forKey: key) == serial
  }

  /// The parts of a name, found once for each.
  mutating func parts(of name: UInt32, in table: inout NameTable) -> QualifiedName {
    if let known = qualified[name] { return known }
    let bytes = Array(table.bytes(of: name))
    var found = QualifiedName(isQualified: true, prefix: Self.none, local: name)
    if let colon = bytes.firstIndex(of: 0x3A) {
      let local = bytes[(colon + 1)...]
      found.isQualified =
        colon > 0 && !local.isEmpty && !local.contains(0x3A) && Self.startsName(local)
      if found.isQualified {
        found.prefix = table.number(of: bytes[..<colon])
        found.local = table.number(of: local)
      }
    }
    qualified[name] = found
    return found
  }

  /// May a name begin as these bytes of one do? Names follow the fifth edition here, whatever the rules.
  static func startsName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return first.isASCII
      ? CharacterClass.isASCIINameStart(UInt8(truncatingIfNeeded: first.value)) && first != ":"
      : CharacterClass.isNameStart(first.value)
  }
}

extension NameTable {
  /// The number of a name, which is entered when it is new.
  mutating func number(of name: ArraySlice<UInt8>) -> UInt32 {
    let padded = Array(name) + [UInt8](repeating: 0, count: 16)
    return find(padded.span, 0, name.count) ?? insert(padded.span, 0, name.count)
  }
}
