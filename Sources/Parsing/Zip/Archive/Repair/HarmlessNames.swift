/// Replaces names that an extraction would refuse.
enum HarmlessNames {
  /// Returns the entries with harmless, distinct names. Entries without such a name are dropped.
  static func apply(
    to entries: [ZipRepairEntry], _ limits: ZipLimits, _ changes: inout [ZipRepairChange]
  ) -> [ZipRepairEntry] {
    var renamed = entries
    for index in renamed.indices {
      let name = renamed[index].name
      renamed[index].name = MemberPath(name).safe ?? harmless(name)
    }
    // A second name for those that collide, with the number of the member.
    for (index, reason) in refused(renamed) {
      // A directory may be listed twice, and one without a name is not needed.
      let isNeedless = reason == .duplicateName || renamed[index].name.isEmpty
      if renamed[index].contents == nil, isNeedless { continue }
      renamed[index].name = numbered(renamed[index].name, index + 1)
    }
    let dropped = Dictionary(refused(renamed), uniquingKeysWith: { first, _ in first })
    var kept: [ZipRepairEntry] = []
    for (index, entry) in renamed.enumerated() {
      let name = entries[index].name
      if let reason = dropped[index] {
        if entry.contents == nil, reason == .duplicateName || entry.name.isEmpty { continue }
        changes.append(
          ZipRepairChange(.droppedMember, name, reason.explanation, at: entry.offset))
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

  /// A relative path: without empty components, `.`, `..`, a drive letter, control characters and
  /// bidirectional formatting characters; backslashes become slashes.
  static func harmless(_ name: String) -> String {
    var components: [String] = []
    for piece in name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      var component = ""
      for scalar in piece {
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        component.unicodeScalars.append(isControl || scalar.properties.isBidiControl ? "_" : scalar)
      }
      while components.isEmpty, isDriveLetter(component) {
        component = String(component.unicodeScalars.dropFirst(2))
      }
      if component.isEmpty || component == "." || component == ".." { continue }
      components.append(component)
    }
    return components.joined(separator: "/")
  }

  private static func isDriveLetter(_ component: String) -> Bool {
    let bytes = Array(component.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == 0x3A && (0x41...0x5A).contains(bytes[0] & 0xDF)
  }

  /// Returns `name-7.ext` for `name.ext`.
  private static func numbered(_ name: String, _ number: Int) -> String {
    if name.isEmpty { return "member-\(number)" }
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[start...].lastIndex(of: "."), dot > start else {
      return "\(name)-\(number)"
    }
    return "\(name[..<dot])-\(number)\(name[dot...])"
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
