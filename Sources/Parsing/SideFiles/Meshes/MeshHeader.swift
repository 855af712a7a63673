/// Structure of a mesh file: legacy VTK, STL, OBJ or PLY, compared with the bytes of the file.
///
/// Coordinates are not kept. A count, index or component number that the file does not bear out is
/// a hazard. Cost: linear in the file; memory does not depend on counts in the file.
public struct MeshHeader: Sendable, Equatable {
  /// Format of the file.
  public enum Format: String, Sendable, CaseIterable {
    /// Legacy VTK file with text or big-endian data.
    case legacyVTK
    /// Text STL.
    case stlText
    /// Binary STL: 80 bytes, a count, 50 bytes per triangle.
    case stlBinary
    /// Wavefront OBJ.
    case obj
    /// PLY, text or binary.
    case ply
  }

  /// Format of the file.
  public internal(set) var format: Format
  /// Number of points, as declared or counted.
  public internal(set) var pointCount: UInt64 = 0
  /// Number of cells or faces, as declared or counted.
  public internal(set) var cellCount: UInt64 = 0
  /// Declared arrays in file order.
  public internal(set) var arrays: [MeshArray] = []
  /// Notes, hazards and claims, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file; its first bytes determine the format, and `fileName` decides between STL
  /// and OBJ where they do not.
  public init(
    reading input: Span<UInt8>, fileName: String = "", limits: SideFileLimits = .default
  ) throws(SideFileError) {
    do throws(Refusal) {
      self = try Self.read(input, fileName, limits)
    } catch {
      throw SideFileError(error, in: input)
    }
  }

  private static func read(
    _ input: Span<UInt8>, _ fileName: String, _ limits: SideFileLimits
  ) throws(Refusal) -> MeshHeader {
    if input.has("# vtk DataFile", at: 0) {
      var reading = LegacyVTKReading(limits: limits)
      return try reading.read(input)
    }
    if input.has("ply\n", at: 0) || input.has("ply\r", at: 0) {
      var reading = PLYReading(limits: limits)
      return try reading.read(input)
    }
    if fileName.lowercased().hasSuffix(".obj") {
      var reading = OBJReading(limits: limits)
      return try reading.read(input)
    }
    return try STLReading.read(input, limits)
  }

  init(_ format: Format, limits: SideFileLimits) {
    self.format = format
    report = SideFileReport(limit: limits.maximumNotes)
  }
}

/// A declared array of a mesh or VTK XML file.
public struct MeshArray: Sendable, Equatable {
  /// Name of the array, or the keyword of its section.
  public var name: [UInt8]
  /// Type of a component, in lower case.
  public var type: String
  /// Components per tuple.
  public var componentCount: UInt64
  /// Number of tuples.
  public var tupleCount: UInt64
  /// Byte offset of the declaration.
  public var offset: Int
}
