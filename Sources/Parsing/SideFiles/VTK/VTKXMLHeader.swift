internal import ByteReading
internal import XMLReading

/// Structure of a VTK XML file (`.vtp`, `.vtu`, `.vti` and their relatives), compared with its
/// data.
///
/// The XML before the appended data is read; values are not kept. A count, component number, offset
/// or block size that the data does not bear out is a hazard. Cost: linear in the file.
public struct VTKXMLHeader: Sendable, Equatable {
  /// Type of the data set: `PolyData`, `UnstructuredGrid`, `ImageData`, …
  public internal(set) var type = ""
  /// Declared arrays in file order.
  public internal(set) var arrays: [MeshArray] = []
  /// Number of points of all pieces.
  public internal(set) var pointCount: UInt64 = 0
  /// Number of cells of all pieces.
  public internal(set) var cellCount: UInt64 = 0
  /// Offset of the first byte of the appended data; nil without any.
  public internal(set) var appendedOffset: Int?
  /// Notes, hazards and claims, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    var reading = VTKXMLReading(input, limits: limits)
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument(reading: reading.markup.span)
    } catch {
      let offset = min(error.position.offset, input.count)
      throw SideFileError(.xml(error.code), at: offset, in: input)
    }
    do throws(Refusal) {
      self = try reading.read(document, input)
    } catch {
      throw SideFileError(error, in: input)
    }
  }

  init(limits: SideFileLimits) { report = SideFileReport(limit: limits.maximumNotes) }
}
