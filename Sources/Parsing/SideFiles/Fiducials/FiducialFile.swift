/// A point of a fiducial file, with what markups of scenes have in another form.
public struct FiducialPoint: Equatable, Sendable {
  /// The point as markups have it; its orientation stays the identity, since `quaternion` holds what the file says.
  public var point: ControlPoint
  /// The four numbers `ow,ox,oy,oz` as written.
  public var quaternion = Reals([0, 0, 0, 1])
  /// Last column of new files. Such a point is locked as well.
  public var isAutoCreated = false
}

/// A fiducial file (`.fcsv`), or an old annotation file read as one (`.acsv`), as 3D Slicer reads it into a point list.
///
/// Any text is one: what is no point is skipped with a note. Two forms exist. A file that names its version has
/// comma-separated fields with quotes and a coordinate system; one that does not is of Slicer 3, read as
/// right-anterior-superior. Cost: linear in the file.
public struct FiducialFile: Sendable {
  /// Form of the lines that name no version.
  public enum OldForm: Sendable {
    /// `label,x,y,z,sel,vis`.
    case commas
    /// `type|x|y|z|sel|vis`; every point has the label.
    case bars(label: [UInt8])

    /// By the file name: `.acsv` holds bars, and its base name is the label.
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

  /// What follows `Markups fiducial file version`; nil or empty without one.
  public internal(set) var version: [UInt8]?
  /// The last one that the file names; `ras` for one that does not exist.
  public internal(set) var coordinateSystem: CoordinateSystem
  /// In the order of the file, right-anterior-superior whatever the file's axes are.
  public internal(set) var points: [FiducialPoint]
  /// Remarks and hazards, with offsets in the file.
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

  /// The file in the form with a version, along its coordinate system. Reading it gives equal points.
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
