import ByteReading

/// Parts of a name: Namespaces in XML 1.0, section 4.
struct QualifiedName: Sendable {
  /// QName ::= PrefixedName | UnprefixedName ; PrefixedName ::= Prefix ':' LocalPart. False for a
  /// name that is not one.
  var isQualified: Bool
  /// Number of the prefix in the name table; `NamespaceScopes.none` without one.
  var prefix: UInt32
  /// Number of the local part in the name table.
  var local: UInt32
}

/// Prefixes bound at the current position, and the namespaces they are bound to.
///
/// Each declaration is an entry of an undo list, so that closing an element costs as much as its
/// declarations.
struct NamespaceScopes: Sendable {
  static let none = UInt32.max
  /// No namespace: that of an unprefixed name without a default declaration.
  static let noNamespace: UInt32 = 0
  static let xml: UInt32 = 1
  static let xmlns: UInt32 = 2

  /// Names of namespaces, by number.
  private(set) var names = known
  /// Empty until the first namespace: most documents have none, and each reader has one of these.
  private var numbers: [[UInt8]: UInt32] = [:]
  private var bound: [UInt32: UInt32] = [:]
  private var undo: [(depth: Int, prefix: UInt32, former: UInt32?)] = []
  /// Parts of names, by number of the name.
  private var qualified: [UInt32: QualifiedName] = [:]
  /// Last start tag with an attribute of this expanded name.
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

  /// Returns the namespace bound to `prefix`, nil for an undeclared one. `none` stands for the
  /// default.
  func namespace(of prefix: UInt32) -> UInt32? {
    bound[prefix] ?? (prefix == Self.none ? Self.noNamespace : nil)
  }

  /// Binds `prefix` in the element at this depth.
  mutating func bind(_ prefix: UInt32, to namespace: UInt32, depth: Int) {
    undo.append((depth, prefix, bound[prefix]))
    bound[prefix] = namespace
  }

  /// Removes the declarations of elements at this depth and deeper.
  mutating func close(depth: Int) {
    while let last = undo.last, last.depth >= depth {
      bound[last.prefix] = last.former
      undo.removeLast()
    }
  }

  /// Returns whether the start tag `serial` already has an attribute of this expanded name, and
  /// records that it has one.
  mutating func stamp(_ namespace: UInt32, _ local: UInt32, _ serial: UInt32) -> Bool {
    let key = UInt64(namespace) << 32 | UInt64(local)
    return stamps.updateValue(serial, forKey: key) == serial
  }

  /// Returns the parts of a name, computed once for each.
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

  /// Returns whether a name may begin like these bytes of one. Names follow the fifth edition here,
  /// whatever the rules.
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
  /// Returns the number of a name, adding it if it is new.
  mutating func number(of name: ArraySlice<UInt8>) -> UInt32 {
    let padded = Array(name) + [UInt8](repeating: 0, count: 16)
    return number(padded.span, 0, name.count)
  }
}
