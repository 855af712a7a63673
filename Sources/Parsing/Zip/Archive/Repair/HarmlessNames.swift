/// Replaces names that an extraction would refuse.
enum HarmlessNames {
  /// Number of attempts to tell colliding names apart.
  private static let maximumRounds = 8

  /// Returns the entries with harmless, distinct names. Entries without such a name are dropped.
  static func apply(
    to entries: [ZipRepairEntry], _ limits: ZipLimits, _ changes: inout [ZipRepairChange]
  ) -> [ZipRepairEntry] {
    var renamed = entries
    for index in renamed.indices {
      let name = renamed[index].name
      renamed[index].name = MemberPath(name).safe ?? harmless(name)
    }
    var collisions = refused(renamed)
    for round in 0..<maximumRounds where !collisions.isEmpty {
      for (index, reason) in collisions where !isNeedless(renamed[index], reason) {
        renamed[index].name = numbered(renamed[index].name, index + 1, round)
      }
      collisions = refused(renamed)
    }
    let dropped = Dictionary(collisions, uniquingKeysWith: { first, _ in first })
    var kept: [ZipRepairEntry] = []
    var folders: Set<String> = []
    for (index, entry) in renamed.enumerated() {
      if entry.contents == nil, !folders.insert(entry.name).inserted { continue }
      let name = entries[index].name
      if let reason = dropped[index] {
        if isNeedless(entry, reason) { continue }
        changes.append(
          ZipRepairChange(.droppedMember, name, reason.sentence, at: entry.offset))
      } else if entry.name.utf8.count + 1 > limits.maximumNameLength {
        changes.append(
          ZipRepairChange(.droppedMember, name, "a name that is too long", at: entry.offset))
      } else {
        if entry.name != MemberPath(name).safe {
          changes.append(ZipRepairChange(.renamedMember, name, entry.name, at: entry.offset))
        }
        kept.append(entry)
      }
    }
    return kept
  }

  /// A directory may be listed twice, and one without a name is not needed.
  private static func isNeedless(_ entry: ZipRepairEntry, _ reason: ZipHazard.Code) -> Bool {
    entry.contents == nil && (reason == .duplicateName || entry.name.isEmpty)
  }

  /// A relative path that every system can hold: without empty components, `.`, `..` and a drive
  /// letter; backslashes become slashes, and other characters that a name may not have become `_`.
  static func harmless(_ name: String) -> String {
    var components: [String] = []
    for piece in name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      var component = String(String.UnicodeScalarView(piece))
      while components.isEmpty, isDriveLetter(component) {
        component = String(component.unicodeScalars.dropFirst(2))
      }
      if component.isEmpty || component == "." || component == ".." { continue }
      components.append(portable(component))
    }
    return components.joined(separator: "/")
  }

  /// The component without characters, ends, device names and lengths that Windows refuses.
  private static func portable(_ component: String) -> String {
    var length = 0
    var scalars: [Unicode.Scalar] = []
    for scalar in component.unicodeScalars {
      length += UTF8.width(scalar)
      if length > 240 { break }
      scalars.append(isPlain(scalar) ? scalar : "_")
    }
    var end = scalars.count
    while end > 0, scalars[end - 1] == "." || scalars[end - 1] == " " {
      end -= 1
      scalars[end] = "_"
    }
    var stem = String(String.UnicodeScalarView(scalars.prefix { $0 != "." })).uppercased()
    while stem.last == " " { stem.removeLast() }
    let isDevice =
      ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"].contains(stem)
      || (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.count == 4
        && "0123456789¹²³".contains(stem.suffix(1))
    return (isDevice ? "_" : "") + String(String.UnicodeScalarView(scalars))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 || "<>:\"|?*".unicodeScalars.contains(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isDriveLetter(_ component: String) -> Bool {
    let bytes = Array(component.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == 0x3A && (0x41...0x5A).contains(bytes[0] & 0xDF)
  }

  /// Returns `name-7.ext` for `name.ext`. Where that collides, the first component gets the number,
  /// and then the path is replaced.
  private static func numbered(_ name: String, _ number: Int, _ round: Int) -> String {
    if name.isEmpty { return "member-\(number)" }
    switch round {
    case 0:
      let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
      guard let dot = name[start...].lastIndex(of: "."), dot > start else {
        return "\(name)-\(number)"
      }
      return "\(name[..<dot])-\(number)\(name[dot...])"
    case 1:
      let end = name.firstIndex(of: "/") ?? name.endIndex
      return "\(name[..<end])-\(number)\(name[end...])"
    default: return "member-\(number)-\(round)"
    }
  }

  /// Indexes and reasons of the entries that an extraction would leave out, from names alone.
  private static func refused(_ entries: [ZipRepairEntry]) -> [(Int, ZipHazard.Code)] {
    let names = entries.map { entry in
      var copy = entry
      if entry.contents != nil { copy.contents = [] }
      copy.isStored = true
      return copy
    }
    var limits = ZipLimits()
    limits.maximumNameLength = 0xFFFF
    guard let archive = try? ZipArchive(reading: ZipRepair.write(names).span, limits: limits) else {
      return []
    }
    return ExtractionPlan(archive).placements.enumerated().compactMap { index, placement in
      if case .leftOut(let code) = placement { (index, code) } else { nil }
    }
  }
}
