/// A member's name as a path: what is wrong with it, and the path that may be written below a chosen folder.
public struct MemberPath: Equatable, Sendable {
  /// Components between separators; no empty ones and no `.`.
  public let components: [String]
  /// Why the path must not be written as it stands; empty when it may.
  public let hazards: [ZipFinding.Code]

  /// Components joined by slashes; nil when there is a hazard or nothing is left.
  public var safe: String? {
    hazards.isEmpty && !components.isEmpty ? components.joined(separator: "/") : nil
  }

  /// Splits at slashes and looks at every character once.
  public init(_ name: String) {
    var hazards: [ZipFinding.Code] = []
    func note(_ code: ZipFinding.Code) {
      if !hazards.contains(code) { hazards.append(code) }
    }
    if name.isEmpty { note(.emptyName) }
    let bytes = name.utf8
    if bytes.first == 0x2F || bytes.first == 0x5C { note(.absoluteName) }
    if Self.hasDriveLetter(name) { note(.driveLetter) }
    for byte in bytes where byte < 0x20 || byte == 0x5C || byte == 0x7F {
      note(byte == 0 ? .nulInName : byte == 0x5C ? .backslash : .controlInName)
    }
    if !bytes.allSatisfy({ $0 < 0x80 }) {
      for scalar in name.unicodeScalars {
        if (0x80..<0xA0).contains(scalar.value) { note(.controlInName) }
        if scalar.properties.isBidiControl { note(.bidiInName) }
      }
    }
    var components: [String] = []
    for part in bytes.split(separator: 0x2F) {
      if part.elementsEqual(".".utf8) { continue }
      components.append(String(Substring(part)))
    }
    // A backslash separates components on Windows, so `..` between backslashes climbs there.
    let climbs = bytes.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C })
      .contains { $0.elementsEqual("..".utf8) }
    if climbs { note(.parentComponent) }
    self.components = components
    self.hazards = hazards
  }

  /// A letter and a colon in front, as `C:`.
  private static func hasDriveLetter(_ name: String) -> Bool {
    var bytes = name.utf8.makeIterator()
    guard let letter = bytes.next(), bytes.next() == 0x3A else { return false }
    return (0x41...0x5A).contains(letter & 0xDF)
  }

  /// Whether a link at this path that points to `target` leads out of the tree.
  public func linkEscapes(to target: String) -> Bool {
    let link = MemberPath(target)
    guard link.hazards.allSatisfy({ $0 == .parentComponent || $0 == .bidiInName }) else {
      return true
    }
    var depth = components.count - 1
    for component in link.components {
      depth += component == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return false
  }
}
