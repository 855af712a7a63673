/// Rules of names that another system cannot hold, or holds as something else.
///
/// Facts: "Naming Files, Paths, and Namespaces" of the Windows documentation; `NAME_MAX` of Linux.
enum PortableName {
  /// Maximum bytes of a component on Linux and macOS file systems.
  static let maximumComponent = 255
  /// Maximum characters of a path on Windows without long paths (`MAX_PATH`).
  static let maximumPath = 260

  /// Hazards of one component, which is neither empty nor `.` or `..`.
  static func hazards(_ component: ArraySlice<UInt8>) -> [ZipHazard.Code] {
    var codes: [ZipHazard.Code] = []
    if isDevice(component) { codes.append(.windowsDeviceName) }
    if let last = component.last, last == 0x2E || last == 0x20 {
      codes.append(.trailingDotOrSpace)
    }
    if component.contains(where: { "<>\"|?*".utf8.contains($0) }) {
      codes.append(.windowsCharacter)
    }
    if component.contains(UInt8(ascii: ":")) { codes.append(.alternateStream) }
    if component.count > maximumComponent { codes.append(.longComponent) }
    return codes
  }

  /// Whether Windows opens a device under this name: the part before the first dot or colon,
  /// without trailing blanks and in any case, names one.
  private static func isDevice(_ component: ArraySlice<UInt8>) -> Bool {
    var base = component.prefix { $0 != 0x2E && $0 != 0x3A }
    while base.last == 0x20 { base.removeLast() }
    guard (3...7).contains(base.count) else { return false }
    let name = String(decoding: base, as: UTF8.self).uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(name) { return true }
    guard name.hasPrefix("COM") || name.hasPrefix("LPT") else { return false }
    let number = name.dropFirst(3)
    // Superscript digits count too.
    return number.count == 1 && "0123456789¹²³".contains(number)
  }

  /// Hazards that do not stop extraction: a path too long for Windows, and scalars without a
  /// visible form, such as zero-width joiners.
  static func notes(_ name: String) -> [ZipHazard.Code] {
    var codes: [ZipHazard.Code] = []
    if name.utf16.count > maximumPath { codes.append(.longPath) }
    let isInvisible = name.unicodeScalars.contains { scalar in
      scalar.value >= 0x80 && !scalar.properties.isBidiControl
        && (scalar.properties.isDefaultIgnorableCodePoint
          || scalar.properties.generalCategory == .format
          || scalar.properties.isWhitespace && scalar.value != 0x85)
    }
    if isInvisible { codes.append(.invisibleInName) }
    return codes
  }
}
