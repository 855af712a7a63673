/// Plain text of a text node, checked for what an editor or terminal would act on.
///
/// Cost: linear in the file.
public struct TextFile: Sendable, Equatable {
  /// Number of lines.
  public internal(set) var lineCount = 0
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file. Throws only for a limit.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    report = SideFileReport(limit: limits.maximumNotes)
    var lines = LineReader(input)
    while let line = lines.next() {
      lineCount += 1
      if !line.isUTF8 { report.addHazard(.invalidUTF8, at: line.startIndex) }
      if Self.hasControlOrDirection(line) {
        report.addHazard(.controlCharacter, at: line.startIndex)
      }
    }
  }

  /// Whether a text has a control character besides tab and line ends, or a character that changes
  /// the text direction.
  static func hasControlOrDirection(_ text: ArraySlice<UInt8>) -> Bool {
    guard
      text.contains(where: {
        $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F || $0 >= 0x80
      })
    else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.contains { scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl && ![0x09, 0x0A, 0x0D].contains(scalar.value)
        || scalar.properties.isBidiControl
    }
  }
}
