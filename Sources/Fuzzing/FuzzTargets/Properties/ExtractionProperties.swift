internal import ZipReading

/// Simulates extraction on an in-memory file system, and checks its effects.
///
/// The planner checks names. This simulation also detects a name that passes those checks and still
/// leads elsewhere.
struct ExtractionProperties {
  private enum Entry { case folder, file }

  /// Entries by path as file systems compare it: ignoring case and normal form.
  private var entries: [String: Entry] = ["": .folder]

  /// Simulates the placements of a plan in order.
  static func check(_ plan: [ExtractionPlan.Placement]) throws(PropertyViolation) {
    var disk = ExtractionProperties()
    for (index, placement) in plan.enumerated() {
      switch placement {
      case .leftOut: continue
      case .folder(let path): try disk.make(folder: try components(of: path, index), index)
      case .file(let path):
        let parts = try components(of: path, index)
        try disk.make(folder: parts.dropLast(), index)
        try disk.write(parts, index)
      }
    }
  }

  /// Every reason to leave a member out is a hazard of the archive, for that member.
  static func reasonsAreHazards(
    _ plan: [ExtractionPlan.Placement], _ archive: ZipArchive
  ) throws(PropertyViolation) {
    guard !archive.hazards.contains(where: { $0.code == .moreHazards }) else { return }
    var codes: [Int: Set<ZipHazard.Code>] = [:]
    for hazard in archive.hazards {
      if let member = hazard.member { codes[member, default: []].insert(hazard.code) }
    }
    for (index, placement) in plan.enumerated() {
      guard case .leftOut(let code) = placement, codes[index]?.contains(code) != true else {
        continue
      }
      throw PropertyViolation(
        property: "left-out-is-a-hazard", place: "member \(index)", expected: code.rawValue,
        found: "none")
    }
  }

  /// Splits a path at the separators of Windows and Unix. Every component must be a name.
  private static func components(
    of path: String, _ index: Int
  ) throws(PropertyViolation) -> ArraySlice<String> {
    let parts = path.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
      .map { String(decoding: Array($0), as: UTF8.self) }
    for (place, part) in parts.enumerated() {
      let bytes = Array(part.utf8)
      let isDrive =
        place == 0 && bytes.count > 1 && bytes[1] == 0x3A && (0x41...0x5A).contains(bytes[0] & 0xDF)
      let isName = !bytes.isEmpty && part != "." && part != ".." && !bytes.contains(0) && !isDrive
      guard isName else {
        throw PropertyViolation(
          property: "extraction-stays-inside", place: "member \(index)",
          expected: "a path of names below the folder", found: path)
      }
    }
    return parts[...]
  }

  private static func key(_ parts: ArraySlice<String>) -> String {
    // Equality of strings ignores the Unicode normal form.
    parts.joined(separator: "/").lowercased()
  }

  /// Creates a folder and its parents, none of which may be a file.
  private mutating func make(
    folder parts: ArraySlice<String>, _ index: Int
  ) throws(PropertyViolation) {
    for end in parts.indices {
      let key = Self.key(parts[...end])
      guard entries[key] != .file else {
        throw PropertyViolation(
          property: "extraction-through-folders", place: "member \(index)", expected: "a folder",
          found: "a file at \(key)")
      }
      entries[key] = .folder
    }
  }

  /// Writes a file at a path that must be free.
  private mutating func write(_ parts: ArraySlice<String>, _ index: Int) throws(PropertyViolation) {
    let key = Self.key(parts)
    guard entries[key] == nil else {
      throw PropertyViolation(
        property: "extraction-overwrites-nothing", place: "member \(index)", expected: "a new path",
        found: key)
    }
    entries[key] = .file
  }
}
