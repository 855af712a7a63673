internal import ZipReading

/// The properties of what following an extraction plan would write, worked out on a folder that is only thought of.
///
/// The plan is checked where it is made; here it is carried out, and what was done is checked: a name that passes every
/// check and still leads elsewhere is seen.
struct ExtractionProperties {
  private enum Entry { case folder, file }

  /// What is there, by its path as file systems compare it: without case, in one normal form.
  private var entries: [String: Entry] = ["": .folder]

  /// Carries out a plan in its order.
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

  /// The parts of a path as Windows and Unix take it apart, each of which must be a name.
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
    // Equality of strings ignores the normal form.
    parts.joined(separator: "/").lowercased()
  }

  /// Makes a folder and those around it; none of them may be a file.
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

  /// Writes a file where nothing is yet.
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
