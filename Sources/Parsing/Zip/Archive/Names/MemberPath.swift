/// A member's name as a path: its hazards, and the relative path that is safe to write below a
/// chosen folder.
public struct MemberPath: Equatable, Sendable {
  /// Components between slashes, without empty ones and `.`.
  public let components: [String]
  /// Reasons not to write the path as it stands; empty when it is safe.
  public let hazards: [ZipHazard.Code]

  /// Components joined by slashes; nil when there is a hazard or no component.
  public var safe: String? {
    hazards.isEmpty && !components.isEmpty ? components.joined(separator: "/") : nil
  }

  /// Splits the name at slashes. Cost: one pass over its bytes.
  public init(_ name: String) {
    var scan = Scan(name)
    scan.run()
    components = scan.components
    hazards = scan.hazards
  }

  /// Whether a symbolic link at this path to `target` leads out of the tree.
  public func linkEscapes(to target: String) -> Bool {
    let link = MemberPath(target)
    let absolute: [ZipHazard.Code] = [
      .absoluteName, .driveLetter, .backslash, .nulInName, .controlInName,
    ]
    if target.isEmpty { return true }
    if absolute.contains(where: link.hazards.contains) { return true }
    var depth = components.count - 1
    for component in link.components {
      depth += component == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return false
  }
}

/// One pass over the bytes of a name.
private struct Scan {
  private(set) var components: [String] = []
  private(set) var hazards: [ZipHazard.Code] = []
  private let name: String
  private let bytes: [UInt8]

  init(_ name: String) {
    self.name = name
    bytes = Array(name.utf8)
  }

  mutating func run() {
    guard let first = bytes.first else { return note(.emptyName) }
    if first == 0x2F || first == 0x5C { note(.absoluteName) }
    // A letter and a colon at the start, as in `C:`.
    if isDriveLetter(at: 0, bytes.count) { note(.driveLetter) }
    var component = 0
    // A backslash separates components on Windows, so `..` between backslashes climbs there.
    var piece = 0
    var isASCII = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x2F {
        checkPiece(piece, index)
        addComponent(component, index)
        component = index + 1
        piece = index + 1
      } else if byte == 0x5C {
        note(.backslash)
        checkPiece(piece, index)
        piece = index + 1
      } else if byte < 0x20 || byte == 0x7F {
        note(byte == 0 ? .nulInName : .controlInName)
      } else if byte >= 0x80 {
        isASCII = false
      }
    }
    checkPiece(piece, bytes.count)
    addComponent(component, bytes.count)
    // A name of nothing but dots and slashes is the folder itself.
    if components.isEmpty { note(.emptyName) }
    if !isASCII { checkScalars() }
  }

  private mutating func note(_ code: ZipHazard.Code) {
    if !hazards.contains(code) { hazards.append(code) }
  }

  /// Checks a component between separators of any system.
  private mutating func checkPiece(_ start: Int, _ end: Int) {
    let piece = bytes[start..<end]
    if piece.elementsEqual([0x2E, 0x2E]) { return note(.parentComponent) }
    if piece.isEmpty || piece.elementsEqual([0x2E]) { return }
    // The colon of a drive letter has a hazard of its own.
    let isDrive = components.isEmpty && isDriveLetter(at: start, end)
    if isDrive { note(.driveLetter) }
    for code in PortableName.hazards(isDrive ? piece.dropFirst(2) : piece) { note(code) }
  }

  private func isDriveLetter(at start: Int, _ end: Int) -> Bool {
    end - start > 1 && bytes[start + 1] == 0x3A && (0x41...0x5A).contains(bytes[start] & 0xDF)
  }

  private mutating func addComponent(_ start: Int, _ end: Int) {
    if end == start || end - start == 1 && bytes[start] == 0x2E { return }
    // After a dropped component, as in `./C:x`, the drive letter comes first.
    if components.isEmpty, isDriveLetter(at: start, end) { note(.driveLetter) }
    components.append(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private mutating func checkScalars() {
    for scalar in name.unicodeScalars {
      if (0x80..<0xA0).contains(scalar.value) { note(.controlInName) }
      if scalar.properties.isBidiControl { note(.bidiInName) }
    }
  }
}
