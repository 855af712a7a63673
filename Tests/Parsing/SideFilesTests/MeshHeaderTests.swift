import ByteReading
import SideFiles
import Testing

@Suite("mesh files are compared with their counts, indices and component numbers")
struct MeshHeaderTests {
  private func read(_ text: String, _ name: String = "") throws -> MeshHeader {
    try MeshHeader(reading: Array(text.utf8).span, fileName: name)
  }

  private func refusal(_ text: String) -> SideFileError.Code? {
    do throws(SideFileError) {
      let bytes = Array(text.utf8)
      _ = try MeshHeader(reading: bytes.span)
      return nil
    } catch {
      return error.code
    }
  }

  static let points =
    "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\nPOINTS 3 float\n"
    + "0 0 0 1 0 0 0 1 0\n"

  @Test("a sound text VTK file has no hazards")
  func vtk() throws {
    let header = try read(
      Self.points + "POLYGONS 1 4\n3 0 1 2\nPOINT_DATA 3\nSCALARS s float 1\nLOOKUP_TABLE default\n"
        + "1 2 3\nNORMALS n float\n0 0 1 0 0 1 0 0 1\nMETADATA\nINFORMATION 0\n\n")
    #expect(header.format == .legacyVTK)
    #expect(header.pointCount == 3)
    #expect(header.cellCount == 1)
    #expect(header.arrays.map(\.tupleCount) == [3, 3, 3])
    #expect(header.report.hazards.isEmpty)
  }

  @Test(
    "a section that claims what is not there is a hazard",
    arguments: [
      ("POLYGONS 1 4\n3 0 1 3\n", .indexOutside), ("POLYGONS 1 4\n3 0 -1 2\n", .indexOutside),
      ("POLYGONS 1 4\n9 0 1 2\n", .countMismatch), ("POLYGONS 1 4\n-3 0 1 2\n", .negativeCount),
      ("POLYGONS 1 400\n3 0 1 2\n", .dataTooShort), ("POLYGONS 1 5\n3 0 1 2 2\n", .countMismatch),
      ("POLYGONS 9223372036854775807 4\n3 0 1 2\n", .countMismatch),
      ("POINT_DATA 9\n", .sizesDisagree), ("POINT_DATA -9\n", .negativeCount),
      ("POINT_DATA 3\nSCALARS s float 0\nLOOKUP_TABLE d\n", .componentCount),
      ("POINT_DATA 3\nVECTORS v double\n1 2 3\n", .dataTooShort),
      ("FIELD f 1\na 9999999999 9999999999 float\n1\n", .dataTooShort),
    ] as [(String, SideFileHazard.Code)])
  func vtkHazards(_ section: String, _ code: SideFileHazard.Code) throws {
    let header = try read(Self.points + section)
    #expect(header.report.codes.contains(code))
  }

  @Test("binary VTK data is passed by its claim, and one byte less is a danger")
  func binaryVTK() throws {
    let head = "# vtk DataFile Version 3.0\nt\nBINARY\nDATASET POLYDATA\nPOINTS 2 float\n"
    let data = [UInt8](repeating: 0, count: 24)
    let cells = Array("\nLINES 1 3\n".utf8) + Shape.big(2, 4) + Shape.big(0, 4) + Shape.big(1, 4)
    let whole = Array(head.utf8) + data + cells
    let header = try MeshHeader(reading: whole.span)
    #expect(header.report.hazards.isEmpty)
    #expect(header.report.claims.map(\.byteCount) == [24, 12])
    let short = try MeshHeader(reading: Array(whole.dropLast()).span)
    #expect(short.report.codes == [.dataTooShort])
    let changed = Array(whole.dropLast(4)) + Shape.big(2, 4)
    let outside = try MeshHeader(reading: changed.span)
    #expect(outside.report.hazards.map(\.code) == [.indexOutside])
    #expect(outside.report.hazards.map(\.offset) == [whole.count - 4])
  }

  @Test("cells of version 5.1 are offsets and connectivity")
  func newCells() throws {
    let points = Self.points.replacing("3.0", with: "5.1")
    let sound = "POLYGONS 2 3\nOFFSETS vtktypeint64\n0 3\nCONNECTIVITY vtktypeint64\n0 1 2\n"
    let header = try read(points + sound)
    #expect(header.cellCount == 1)
    #expect(header.report.hazards.isEmpty)
    let offsets = try read(points + sound.replacing("0 3\n", with: "0 9\n"))
    #expect(offsets.report.codes == [.offsetOutside])
    let index = try read(points + sound.replacing("0 1 2\n", with: "0 1 7\n"))
    #expect(index.report.codes == [.indexOutside])
  }

  @Test("an STL file is binary when its length is that of its count")
  func stl() throws {
    let header = try MeshHeader(reading: Shape.stl(count: 2, triangles: 2).span)
    #expect(header.format == .stlBinary)
    #expect(header.cellCount == 2)
    #expect(header.report.hazards.isEmpty)
    let short = try MeshHeader(reading: Shape.stl(count: 0xFFFF_FFFF, triangles: 2).span)
    #expect(short.report.hazards == [SideFileHazard(.dataTooShort, at: 80)])
    let named = Array("solid".utf8) + Shape.stl(count: 1, triangles: 1).dropFirst(5)
    #expect(try MeshHeader(reading: named.span).format == .stlBinary)
  }

  @Test("a text STL file has facets of three finite vertices")
  func textSTL() throws {
    let facet =
      "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
      + "endloop\nendfacet\n"
    let header = try read("solid a\n\(facet)endsolid a\n")
    #expect(header.format == .stlText)
    #expect(header.cellCount == 1)
    #expect(header.pointCount == 3)
    #expect(header.report.hazards.isEmpty)
    let odd = try read("solid a\n\(facet.replacing("vertex 1 0 0\n", with: ""))endsolid\n")
    #expect(odd.report.codes == [.countMismatch])
    let infinite = try read("solid a\n\(facet.replacing("0 1 0", with: "0 1e999 0"))endsolid\n")
    #expect(infinite.report.codes == [.nonFiniteNumber])
    #expect(refusal("solid a\nfoo\n") == .unknownField)
    // The end of a facet ends one that has begun.
    #expect(refusal("solid a\n\(facet)endfacet\nendsolid a\n") == .unknownField)
    #expect(refusal("solid a\nendfacet\nendsolid a\n") == .unknownField)
  }

  @Test(
    "an OBJ index must name a vertex of the file",
    arguments: [
      ("f 1 2 3\n", []), ("f -1 -2 -3\n", []), ("f 1/1 2/1 3/1\n", [.indexOutside]),
      ("f 1 2 4\n", [.indexOutside]), ("f 0 1 2\n", [.indexOutside]),
      ("f -4 1 2\n", [.indexOutside]), ("f 1//1 2 3\nvn 0 0 1\n", []),
      ("f a b c\n", [.notANumber, .notANumber, .notANumber]), ("v 1 2\n", [.missingColumn]),
      ("mtllib ../x.mtl\n", [.pathOutside]), ("f\n", [.missingColumn]),
      ("f 99999999999999999999 1 2\n", [.indexOutside]),
    ] as [(String, [SideFileHazard.Code])])
  func obj(_ lines: String, _ codes: [SideFileHazard.Code]) throws {
    let header = try read("v 0 0 0\nv 1 0 0\nv 0 1 0\n" + lines, "m.obj")
    #expect(header.format == .obj)
    #expect(header.report.codes == codes)
  }

  static let ply =
    "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\n"
    + "property float z\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n"
    + "0 0 0\n1 0 0\n0 1 0\n"

  @Test(
    "PLY rows must bear out their counts and indices",
    arguments: [
      ("3 0 1 2\n", []), ("3 0 1 3\n", [.indexOutside]), ("4 0 1 2\n", [.dataTooShort]),
      ("-1\n", [.negativeCount]), ("x\n", [.notANumber]), ("3 0 1 -1\n", [.indexOutside]),
    ] as [(String, [SideFileHazard.Code])])
  func plyRows(_ row: String, _ codes: [SideFileHazard.Code]) throws {
    let header = try read(Self.ply + row)
    #expect(header.format == .ply)
    #expect(header.pointCount == 3)
    #expect(header.report.codes == codes)
  }

  @Test("a binary PLY file is passed by its claim, and one byte less is a danger")
  func binaryPLY() throws {
    let head =
      Self.ply.replacing("ascii", with: "binary_little_endian")
      .split(separator: "end_header\n")[0] + "end_header\n"
    let data =
      [UInt8](repeating: 0, count: 36) + [3]
      + [0, 1, 2].flatMap { Shape.little($0, 4) }
    let whole = Array(String(head).utf8) + data
    #expect(try MeshHeader(reading: whole.span).report.hazards.isEmpty)
    let short = try MeshHeader(reading: Array(whole.dropLast()).span)
    #expect(short.report.codes == [.dataTooShort])
    let claimed = String(head).replacing("vertex 3", with: "vertex 4000000000")
    let long = try MeshHeader(reading: (Array(claimed.utf8) + data).span)
    #expect(long.report.codes == [.dataTooShort])
  }

  @Test("a PLY element without properties and a negative count are dangers")
  func plyElements() throws {
    let empty = try read("ply\nformat ascii 1.0\nelement vertex 9\nend_header\n")
    #expect(empty.report.codes == [.componentCount])
    let negative = try read(
      "ply\nformat ascii 1.0\nelement vertex -9\nproperty int x\nend_header\n")
    #expect(negative.report.codes == [.negativeCount])
  }

  @Test(
    "an invalid header is refused",
    arguments: [
      ("# vtk DataFile Version 3.0\nt\nTEXT\n", .invalidField),
      ("# vtk DataFile Version 3.0\nt\n", .headerNotEnded),
      ("ply\nformat ascii 1.0\n", .headerNotEnded), ("ply\nend_header\n", .missingField),
      ("ply\nformat foo 1.0\n", .invalidField), ("ply\nfoo\n", .unknownField),
      ("short", .headerNotEnded), ("", .headerNotEnded),
    ] as [(String, SideFileError.Code)])
  func refused(_ text: String, _ code: SideFileError.Code) {
    #expect(refusal(text) == code)
  }
}
