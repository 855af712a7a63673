/// Reads the lines of a fiducial file, as the storage node does.
struct FiducialReading {
  let oldForm: FiducialFile.OldForm
  let limits: SideFileLimits
  var version: [UInt8]?
  /// Nil for an unknown one: coordinates are then kept as written.
  var coordinateSystem: CoordinateSystem? = .lps
  var points: [FiducialPoint] = []
  var report: SideFileReport
  /// Last number used for an identifier.
  private var lastNumber: Int32 = 0
  private var ids: Set<[UInt8]> = []
  /// Number of versioned lines without a point.
  private var failures = 0

  init(oldForm: FiducialFile.OldForm, limits: SideFileLimits) {
    self.oldForm = oldForm
    self.limits = limits
    report = SideFileReport(limit: limits.maximumNotes)
  }

  /// Reads one line. False when there are too many points.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    // A line that is empty as a C string is ignored.
    guard let first = line.first, first != 0 else { return true }
    note(line)
    if first == UInt8(ascii: "#") {
      readHeader(line.dropFirst())
      return true
    }
    guard var point = isVersioned ? readLine(line) : readOldLine(line) else { return true }
    guard points.count < limits.maximumRecords else { return false }
    lastNumber &+= 1
    if point.point.id.isEmpty {
      // The application consumes a number for a versioned point before it reads the line.
      if isVersioned {
        lastNumber &+= 1
        report.addNote(.generatedID, at: line.startIndex)
      }
      point.point.id = Array("\(lastNumber)".utf8)
    }
    if !ids.insert(point.point.id).inserted { report.addNote(.repeatedID, at: line.startIndex) }
    point.point.offset = line.startIndex
    points.append(point)
    return true
  }

  /// An empty version counts as none.
  private var isVersioned: Bool { version?.isEmpty == false }

  private mutating func note(_ line: ArraySlice<UInt8>) {
    if !line.isUTF8 { report.addHazard(.invalidUTF8, at: line.startIndex) }
    var text = line
    if text.last == 0x0D {
      text.removeLast()
      // Values of headers are trimmed; the last value of a point is not.
      if line.first != UInt8(ascii: "#") { report.addNote(.carriageReturn, at: text.endIndex) }
    }
    if text.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      report.addHazard(.controlCharacter, at: line.startIndex)
    }
  }

  /// Reads `# name = value`; without `=` the text is both name and value.
  private mutating func readHeader(_ text: ArraySlice<UInt8>) {
    let equals = text.firstIndex(of: UInt8(ascii: "="))
    let name = text[..<(equals ?? text.endIndex)].trimmed
    let value = equals.map { text[($0 + 1)...].trimmed } ?? name
    if !points.isEmpty { report.addHazard(.lateHeader, at: text.startIndex - 1) }
    if name.elementsEqual("Markups fiducial file version".utf8) {
      version = Array(value)
      if Self.versionNumber(value) == nil {
        report.addHazard(.unknownVersion, at: text.startIndex - 1)
      }
    } else if name.elementsEqual("CoordinateSystem".utf8) {
      coordinateSystem = CoordinateSystem(value)
      if coordinateSystem == nil {
        report.addNote(.unknownCoordinateSystem, at: text.startIndex - 1)
      }
    } else if name.elementsEqual("columns".utf8) {
      if !hasFixedColumns(value) { report.addHazard(.columnsContradict, at: text.startIndex - 1) }
    } else if isVersioned {
      report.addNote(.unknownName, at: text.startIndex - 1)
    }
  }

  /// Whether the listed columns are those of the form, whose order is fixed. The last two are new.
  private func hasFixedColumns(_ value: ArraySlice<UInt8>) -> Bool {
    let listed = String(decoding: value, as: UTF8.self).split(
      separator: ",", omittingEmptySubsequences: false
    ).map { String(decoding: Array($0.utf8)[...].trimmed, as: UTF8.self) }
    let fixed =
      isVersioned
      ? Self.columns : ["label", "x", "y", "z", "sel", listed.last == "vis" ? "vis" : "visibility"]
    return listed.count <= fixed.count && zip(listed, fixed).allSatisfy { $0 == $1 }
  }

  private static let columns = [
    "id", "x", "y", "z", "ow", "ox", "oy", "oz", "vis", "sel", "lock", "label", "desc",
    "associatedNodeID", "positionStatus", "autoCreated",
  ]

  /// Parses `major.minor` of a version that some release wrote.
  private static func versionNumber(_ value: ArraySlice<UInt8>) -> (Int, Int)? {
    let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1], (4...6).contains(major)
    else { return nil }
    return (major, minor)
  }

  /// Reads
  /// `id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID,positionStatus,autoCreated`;
  /// the first four fields are required.
  private mutating func readLine(_ line: ArraySlice<UInt8>) -> FiducialPoint? {
    // The application reads the line as a C string.
    let cells = CommaFields(line.prefix { $0 != 0 })
    if cells.isUnclosed { report.addHazard(.unclosedQuote, at: line.startIndex) }
    let fields = cells.fields
    guard fields.count >= 4 else {
      let separators = [UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
      let isForeign = separators.contains { separator in
        line.count { $0 == separator } >= 3
      }
      report.addHazard(isForeign ? .foreignSeparator : .missingColumn, at: line.startIndex)
      failures += 1
      return nil
    }
    if fields.count > 16 { report.addHazard(.surplusColumn, at: line.startIndex) }
    func text(_ index: Int) -> [UInt8] { index < fields.count ? fields[index] : [] }
    func flag(_ index: Int, _ preset: Bool) -> Bool {
      text(index).isEmpty ? preset : PartialNumber.variantInt(text(index)[...]) != 0
    }
    var point = ControlPoint(
      id: text(0), label: text(11), description: text(12), associatedNodeID: text(13))
    point.position = numbers(fields[1..<4], line)
    if coordinateSystem == .lps { CoordinateSystem.flip(&point.position.values, first: 2) }
    point.isVisible = flag(8, true)
    point.isSelected = flag(9, true)
    let isAutoCreated = flag(15, false)
    point.isLocked = flag(10, false) || isAutoCreated
    point.status = .defined
    if !text(14).isEmpty {
      point.status.rawValue = PartialNumber.variantInt(text(14)[...])
      if point.status.name == nil { report.addHazard(.unknownStatus, at: line.startIndex) }
    }
    var quaternion = Reals([0, 0, 0, 1])
    for index in 4..<8 where !text(index).isEmpty {
      quaternion.values[index - 4] = PartialNumber.variantDouble(text(index)[...])
    }
    return FiducialPoint(point: point, quaternion: quaternion, isAutoCreated: isAutoCreated)
  }

  private mutating func numbers(_ fields: ArraySlice<[UInt8]>, _ line: ArraySlice<UInt8>) -> Reals {
    let values = fields.map { PartialNumber.variantDouble($0[...]) }
    if values.contains(where: { !$0.isFinite }) {
      report.addHazard(.nonFiniteNumber, at: line.startIndex)
    }
    if fields.contains(where: { !PartialNumber.isWhole($0[...]) }) {
      report.addHazard(.notANumber, at: line.startIndex)
    }
    return Reals(values)
  }

  /// Reads a line of the form of Slicer 3. A missing column has the value of the column before it;
  /// the identifier is generated.
  ///
  /// The application stores values by a line counter that includes versioned lines without a point.
  /// After such a line the index does not exist, and the point keeps its defaults.
  private mutating func readOldLine(_ line: ArraySlice<UInt8>) -> FiducialPoint {
    guard failures == 0 else { return FiducialPoint(point: ControlPoint(status: .defined)) }
    let separator: UInt8
    if case .bars = oldForm { separator = UInt8(ascii: "|") } else { separator = UInt8(ascii: ",") }
    var fields = line.split(separator: separator, maxSplits: 6, omittingEmptySubsequences: false)
    if fields.count < 4 { report.addHazard(.missingColumn, at: line.startIndex) }
    if fields.count > 6 { report.addHazard(.surplusColumn, at: line.startIndex) }
    while fields.count < 6, let last = fields.last { fields.append(last) }
    var point = ControlPoint(status: .defined)
    if case .bars(let label) = oldForm, !fields[0].isEmpty {
      point.label = label
    } else {
      point.label = Array(fields[0].prefix { $0 != 0 }.isEmpty ? [] : fields[0])
    }
    let values = fields[1..<4].map { PartialNumber.cDouble($0) }
    if values.contains(where: { !$0.isFinite }) {
      report.addHazard(.nonFiniteNumber, at: line.startIndex)
    }
    if fields[1..<4].contains(where: { !PartialNumber.isWhole($0) }) {
      report.addHazard(.notANumber, at: line.startIndex)
    }
    point.position = Reals(values)
    point.isSelected = PartialNumber.cInt(fields[4]) != 0
    point.isVisible = PartialNumber.cInt(fields[5]) != 0
    return FiducialPoint(point: point)
  }
}
