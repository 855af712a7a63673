/// An old annotation file (`.acsv`) as the annotation storage of 3D Slicer reads it into a fiducial.
///
/// Any text is one. Lines that begin with `#` set the name and properties of how text and points are shown; other
/// lines begin with the word `text` or `point`. A line of 1024 bytes or more ends the file. Cost: linear in the file.
public struct AnnotationFile: Sendable, Equatable {
  /// Properties of the display of texts or of points, in the single precision that the application keeps.
  public struct Display: Sendable, Equatable {
    /// By name: `Visibility`, `Color`, `SelectedColor`, `Opacity`, `Ambient`, `Diffuse`, `Specular`, `Power`.
    public var values: [String: Reals] = [:]
  }

  /// Longest line that is read, in bytes.
  public static let maximumLine = 1023
  static let properties = [
    "Visibility", "Color", "SelectedColor", "Opacity", "Ambient", "Diffuse", "Specular", "Power",
  ]

  /// Bytes behind `# Name = `; of several lines the last counts. Nil when there is none.
  public private(set) var name: [UInt8]?
  /// Second field of each line that begins with `text`, in the order of the file; the whole line when it has no bar.
  public private(set) var texts: [[UInt8]] = []
  /// In the order of the file; a fiducial has one, so its last counts.
  public private(set) var points: [Reals] = []
  /// From lines `# text… = …`: how labels are shown.
  public private(set) var textDisplay = Display()
  /// From lines `# point… = …`: how glyphs are shown.
  public private(set) var pointDisplay = Display()
  /// Remarks and hazards, with offsets in the file.
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
        report.find(.longLine, at: whole.startIndex)
        return
      }
      let line = whole.prefix { $0 != 0 }
      guard let first = line.first else { continue }
      if !line.isUTF8 { report.find(.invalidUTF8, at: line.startIndex) }
      guard texts.count + points.count < limits.maximumRecords else {
        throw SideFileError(.recordLimit, at: line.startIndex, in: input)
      }
      if first == UInt8(ascii: "#") { readHeader(line) } else { readLine(line) }
    }
  }

  /// `# Name = value` and `# textColor = 1,0,0`, to the blank.
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

  /// A whole number, three numbers between commas, or a number; what is missing is 0.
  private mutating func number(_ property: String, _ text: ArraySlice<UInt8>) -> Reals {
    switch property {
    case "Visibility": return Reals([Double(PartialNumber.cInt(text))])
    case "Color", "SelectedColor":
      var parts = text.split(separator: UInt8(ascii: ","))
      if parts.count != 3 { report.find(.wrongLength, at: text.startIndex) }
      while parts.count < 3 { parts.append([]) }
      return Reals(parts.prefix(3).map { Self.single(PartialNumber.cDouble($0)) })
    default: return Reals([Self.single(PartialNumber.cDouble(text))])
    }
  }

  private static func single(_ value: Double) -> Double { Double(Float(value)) }

  /// `text|annotation|…` or `point|x|y|z|…`, of which only the beginning is looked at; every other line is passed over.
  private mutating func readLine(_ line: ArraySlice<UInt8>) {
    let fields = line.split(
      separator: UInt8(ascii: "|"), maxSplits: 6, omittingEmptySubsequences: false)
    if line.starts(with: "text".utf8) {
      if fields.count < 2 { report.find(.missingColumn, at: line.startIndex) }
      texts.append(Array(fields.count > 1 ? fields[1] : line))
    } else if line.starts(with: "point".utf8) {
      if fields.count < 4 { report.find(.missingColumn, at: line.startIndex) }
      let values = (1...3).map { place in
        place < fields.count ? Self.single(PartialNumber.cDouble(fields[place])) : 0
      }
      if values.contains(where: { !$0.isFinite }) {
        report.find(.nonFiniteNumber, at: line.startIndex)
      }
      points.append(Reals(values))
    } else {
      report.note(.unknownName, at: line.startIndex)
    }
  }
}
