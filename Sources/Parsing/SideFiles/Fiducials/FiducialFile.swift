/// A point of a fiducial file, with the values that markups of scenes store differently.
public struct FiducialPoint: Equatable, Sendable {
  /// The point in the form of markups; its orientation stays the identity, since `quaternion` holds
  /// the file's value.
  public var point: ControlPoint
  /// The four numbers `ow,ox,oy,oz` as written.
  public var quaternion = Reals([0, 0, 0, 1])
  /// Last column of new files. Such a point is also locked.
  public var isAutoCreated = false
}

/// Fiducial file (`.fcsv`), or legacy annotation file (`.acsv`), as 3D Slicer reads it into a point
/// list.
///
/// Any text is accepted; lines without a point are skipped with a note. A file that names its
/// version has comma-separated fields with quotes and a coordinate system; a file without one is of
/// Slicer 3, in right-anterior-superior coordinates. Cost: linear in the file.
public struct FiducialFile: Sendable {
  /// Form of lines without a version.
  public enum OldForm: Sendable {
    /// `label,x,y,z,sel,vis`.
    case commas
    /// `type|x|y|z|sel|vis`; every point has this label.
    case bars(label: [UInt8])

    /// Chooses the form by the file name: `.acsv` holds bars, and its base name is the label.
    public init(fileName: String) {
      let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
      if name.hasSuffix(".acsv") {
        self = .bars(label: Array(name.dropLast(5).utf8))
      } else if name.lowercased().hasSuffix(".acsv") {
        self = .bars(label: Array(name.utf8))
      } else {
        self = .commas
      }
    }
  }

  /// Text after `Markups fiducial file version`; nil or empty without one.
  public internal(set) var version: [UInt8]?
  /// Last coordinate system in the file; `ras` for an unknown one.
  public internal(set) var coordinateSystem: CoordinateSystem
  /// Points in file order, in right-anterior-superior coordinates whatever the file's axes are.
  public internal(set) var points: [FiducialPoint]
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file. Throws only for a limit: more bytes or more points than `limits` allow.
  public init(
    reading input: Span<UInt8>, oldForm: OldForm = .commas, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    var reading = FiducialReading(oldForm: oldForm, limits: limits)
    var lines = LineReader(input)
    while let line = lines.next() {
      guard reading.take(line) else {
        throw SideFileError(.recordLimit, at: line.startIndex, in: input)
      }
    }
    version = reading.version
    coordinateSystem = reading.coordinateSystem ?? .ras
    points = reading.points
    report = reading.report
  }

  /// Writes the file with a version and in its coordinate system. Reading it gives equal points.
  public func write() -> [UInt8] {
    var text = Array("# Markups fiducial file version = 5.13\n".utf8)
    text += "# CoordinateSystem = \(coordinateSystem.name)\n".utf8
    text += "# columns = id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID\n".utf8
    for fiducial in points { text += fiducial.line(coordinateSystem) + [0x0A] }
    return text
  }
}

extension FiducialPoint {
  fileprivate func line(_ system: CoordinateSystem) -> [UInt8] {
    var position = point.position.values
    if system == .lps { CoordinateSystem.flip(&position, first: 2) }
    var fields = [point.id]
    fields += (position + quaternion.values).map { Array("\($0)".utf8) }
    fields += [point.isVisible, point.isSelected, point.isLocked].map { $0 ? [0x31] : [0x30] }
    fields += [point.label, point.description, point.associatedNodeID]
    fields += [Array("\(point.status.rawValue)".utf8), isAutoCreated ? [0x31] : [0x30]]
    return Array(fields.map { CommaFields.write($0) }.joined(separator: [UInt8(ascii: ",")]))
  }
}
