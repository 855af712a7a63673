/// Legacy annotation file (`.acsv`), as the annotation storage of 3D Slicer reads it into a
/// fiducial.
///
/// Any text is accepted. Lines that begin with `#` set the name and display properties; other lines
/// begin with the word `text` or `point`. A line of 1024 bytes or more ends the file. Cost: linear
/// in the file.
public struct AnnotationFile: Sendable, Equatable {
  /// Display properties of texts or of points, in the single precision of the application.
  public struct Display: Sendable, Equatable {
    /// Values by name: `Visibility`, `Color`, `SelectedColor`, `Opacity`, `Ambient`, `Diffuse`,
    /// `Specular`, `Power`.
    public var values: [String: Reals] = [:]
  }

  /// Maximum length of a line in bytes.
  public static let maximumLine = 1023
  static let properties = [
    "Visibility", "Color", "SelectedColor", "Opacity", "Ambient", "Diffuse", "Specular", "Power",
  ]

  /// Bytes after `# Name = `; the last such line wins. Nil without one.
  public private(set) var name: [UInt8]?
  /// Second field of each line that begins with `text`, in file order; the whole line when it has
  /// no bar.
  public private(set) var texts: [[UInt8]] = []
  /// Points in file order; a fiducial has one point, so the last wins.
  public private(set) var points: [Reals] = []
  /// Display of labels, from lines `# text… = …`.
  public private(set) var textDisplay = Display()
  /// Display of glyphs, from lines `# point… = …`.
  public private(set) var pointDisplay = Display()
  /// Notes and hazards, with offsets in the file.
  public private(set) var report: SideFileReport

  /// Reads a whole file. Throws only for a limit: more bytes or more lines than `limits` allow.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    report = SideFileReport(limit: limits.maximumNotes)
    var lines = LineReader(input)
    while let whole = lines.next() {
      guard whole.count <= Self.maximumLine else {
        report.addHazard(.longLine, at: whole.startIndex)
        return
      }
      let line = whole.prefix { $0 != 0 }
      guard let first = line.first else { continue }
      if !line.isUTF8 { report.addHazard(.invalidUTF8, at: line.startIndex) }
      guard texts.count + points.count < limits.maximumRecords else {
        throw SideFileError(.recordLimit, at: line.startIndex, in: input)
      }
      if first == UInt8(ascii: "#") { readHeader(line) } else { readLine(line) }
    }
  }

  /// Reads `# Name = value` and `# textColor = 1,0,0`, which must match in every blank.
  private mutating func readHeader(_ line: ArraySlice<UInt8>) {
    if let value = Self.value(of: "Name", in: line) { name = Array(value) }
    for property in Self.properties {
      if let value = Self.value(of: "text" + property, in: line) {
        textDisplay.values[property] = number(property, value)
      }
      if let value = Self.value(of: "point" + property, in: line) {
        pointDisplay.values[property] = number(property, value)
      }
    }
  }

  private static func value(of name: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = Array("# \(name) = ".utf8)
    return line.starts(with: start) ? line.dropFirst(start.count) : nil
  }

  /// Reads an integer, three numbers between commas, or a number; missing values are 0.
  private mutating func number(_ property: String, _ text: ArraySlice<UInt8>) -> Reals {
    switch property {
    case "Visibility": return Reals([Double(PartialNumber.cInt(text))])
    case "Color", "SelectedColor":
      var parts = text.split(separator: UInt8(ascii: ","))
      if parts.count != 3 { report.addHazard(.wrongLength, at: text.startIndex) }
      while parts.count < 3 { parts.append([]) }
      return Reals(parts.prefix(3).map { Self.single(PartialNumber.cDouble($0)) })
    default: return Reals([Self.single(PartialNumber.cDouble(text))])
    }
  }

  private static func single(_ value: Double) -> Double { Double(Float(value)) }

  /// Reads `text|annotation|…` or `point|x|y|z|…`, of which only the beginning matters; other lines
  /// are ignored.
  private mutating func readLine(_ line: ArraySlice<UInt8>) {
    let fields = line.split(
      separator: UInt8(ascii: "|"), maxSplits: 6, omittingEmptySubsequences: false)
    if line.starts(with: "text".utf8) {
      if fields.count < 2 { report.addHazard(.missingColumn, at: line.startIndex) }
      texts.append(Array(fields.count > 1 ? fields[1] : line))
    } else if line.starts(with: "point".utf8) {
      if fields.count < 4 { report.addHazard(.missingColumn, at: line.startIndex) }
      let values = (1...3).map { place in
        place < fields.count ? Self.single(PartialNumber.cDouble(fields[place])) : 0
      }
      if values.contains(where: { !$0.isFinite }) {
        report.addHazard(.nonFiniteNumber, at: line.startIndex)
      }
      points.append(Reals(values))
    } else {
      report.addNote(.unknownName, at: line.startIndex)
    }
  }
}
