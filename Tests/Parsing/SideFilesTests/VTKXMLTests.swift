import ByteReading
import SideFiles
import Testing

@Suite("VTK XML files are compared with their counts, offsets and block sizes")
struct VTKXMLTests {
  /// A PolyData file of three points, whose coordinates are `array`, and what follows the grid.
  private func file(_ array: String, attributes: String = "", _ rest: [UInt8] = []) -> [UInt8] {
    let start =
      "<VTKFile type=\"PolyData\" version=\"1.0\" byte_order=\"LittleEndian\" \(attributes)>"
      + "<PolyData><Piece NumberOfPoints=\"3\" NumberOfPolys=\"0\"><Points>\(array)</Points>"
      + "</Piece></PolyData>"
    return Array(start.utf8) + (rest.isEmpty ? Array("</VTKFile>".utf8) : rest)
  }

  private func codes(_ bytes: [UInt8]) throws -> [SideFileHazard.Code] {
    try VTKXMLHeader(reading: bytes.span).report.codes
  }

  private func array(_ format: String, _ text: String = "", components: String = "3") -> String {
    "<DataArray type=\"Float32\" Name=\"p\" NumberOfComponents=\"\(components)\" \(format)>"
      + "\(text)</DataArray>"
  }

  @Test("text arrays of the claimed number of values have no hazards")
  func text() throws {
    let bytes = file(array("format=\"ascii\"", "0 0 0 1 0 0 0 1 0"))
    let header = try VTKXMLHeader(reading: bytes.span)
    #expect(header.type == "PolyData")
    #expect(header.pointCount == 3)
    #expect(header.arrays.map(\.componentCount) == [3])
    #expect(header.report.hazards.isEmpty)
    #expect(try codes(file(array("format=\"ascii\"", "0 0 0 1 0 0 0 1"))) == [.dataTooShort])
    #expect(try codes(file(array("format=\"ascii\""))) == [.dataTooShort])
  }

  private func appended(_ data: [UInt8], offset: String = "0", attributes: String = "") -> [UInt8] {
    file(
      array("format=\"appended\" offset=\"\(offset)\""), attributes: attributes,
      Array("<AppendedData encoding=\"raw\">_".utf8) + data
        + Array("</AppendedData></VTKFile>".utf8))
  }

  @Test("appended data has its length before it, which must exist and suffice")
  func appendedData() throws {
    let data = Shape.little(36, 4) + [UInt8](repeating: 0x3C, count: 36)
    #expect(try codes(appended(data)).isEmpty)
    #expect(try codes(appended(data, offset: "41")) == [.offsetOutside])
    #expect(try codes(appended(data, offset: "-1")) == [.offsetOutside])
    #expect(try codes(appended(data, offset: "40")) == [.dataTooShort])
    #expect(try codes(appended(Array(data.dropLast()))) == [.dataTooShort])
    #expect(
      try codes(appended(Shape.little(35, 4) + [UInt8](repeating: 0, count: 35)))
        == [.dataTooShort])
    #expect(
      try codes(appended(Shape.little(0xFFFF_FFFF, 4) + data)) == [.dataTooShort, .sizesDisagree])
  }

  @Test("compressed blocks must lie in the data and hold the claimed values")
  func blocks() throws {
    func table(_ count: UInt64, _ size: UInt64, _ last: UInt64, _ sizes: [UInt64]) -> [UInt8] {
      ([count, size, last] + sizes).flatMap { Shape.little($0, 8) }
    }
    let attributes = "header_type=\"UInt64\" compressor=\"vtkZLibDataCompressor\""
    func codes(_ data: [UInt8]) throws -> [SideFileHazard.Code] {
      try self.codes(appended(data, attributes: attributes))
    }
    let block = [UInt8](repeating: 1, count: 10)
    #expect(try codes(table(1, 36, 0, [10]) + block).isEmpty)
    #expect(try codes(table(1, 36, 0, [11]) + block) == [.dataTooShort])
    #expect(try codes(table(1 << 60, 36, 0, [10]) + block) == [.dataTooShort])
    #expect(try codes(table(1, 35, 0, [10]) + block) == [.dataTooShort])
    #expect(try codes(table(2, 36, 1, [5, 5]) + block) == [.sizesDisagree])
    #expect(try codes(table(1, 1 << 62, 0, [10]) + block) == [.dataTooShort, .sizesDisagree])
  }

  @Test("appended base64 has its offsets in characters")
  func appendedBase64() throws {
    func codes(_ offset: String, _ text: String) throws -> [SideFileHazard.Code] {
      try self.codes(
        file(
          array("format=\"appended\" offset=\"\(offset)\""),
          Array("<AppendedData encoding=\"base64\">\n _\(text)</AppendedData></VTKFile>".utf8)))
    }
    // Length 36 and 36 zero bytes.
    let text = "JAAAAA" + String(repeating: "A", count: 48) + "=="
    #expect(try codes("0", text).isEmpty)
    #expect(try codes("0", String(text.prefix(40))) == [.dataTooShort])
    #expect(try codes("57", text) == [.offsetOutside])
  }

  @Test("an unstructured grid has as many types and offsets as cells")
  func unstructured() throws {
    func codes(_ offsets: String, _ types: String) throws -> [SideFileHazard.Code] {
      let text =
        "<VTKFile type=\"UnstructuredGrid\"><UnstructuredGrid><Piece NumberOfPoints=\"0\" "
        + "NumberOfCells=\"2\"><Cells><DataArray type=\"Int64\" Name=\"offsets\">\(offsets)"
        + "</DataArray><DataArray type=\"UInt8\" Name=\"types\">\(types)</DataArray></Cells>"
        + "</Piece></UnstructuredGrid></VTKFile>"
      return try self.codes(Array(text.utf8))
    }
    #expect(try codes("1 2", "1 1").isEmpty)
    #expect(try codes("1", "1 1") == [.dataTooShort])
    #expect(try codes("1 2", "1") == [.dataTooShort])
  }

  @Test("inline base64 has its length before it")
  func base64() throws {
    // Length 36 and 36 zero bytes.
    let text = "JAAAAA" + String(repeating: "A", count: 48) + "=="
    #expect(try codes(file(array("format=\"binary\"", text))).isEmpty)
    #expect(try codes(file(array("format=\"binary\"", String(text.prefix(40))))) == [.dataTooShort])
  }

  @Test(
    "impossible counts are dangers",
    arguments: [
      ("NumberOfComponents=\"3\"", "NumberOfComponents=\"0\"", .componentCount),
      ("NumberOfComponents=\"3\"", "NumberOfComponents=\"-3\"", .componentCount),
      ("NumberOfPoints=\"3\"", "NumberOfPoints=\"-3\"", .negativeCount),
      ("NumberOfPoints=\"3\"", "NumberOfPoints=\"99999999999999\"", .hugeImage),
    ] as [(String, String, SideFileHazard.Code)])
  func counts(_ old: String, _ new: String, _ code: SideFileHazard.Code) throws {
    let text = String(decoding: file(array("format=\"ascii\"", "0 0 0 0 0 0 0 0 0")), as: UTF8.self)
    #expect(try codes(Array(text.replacing(old, with: new).utf8)).contains(code))
  }

  @Test("an extent determines points and cells")
  func extent() throws {
    let text =
      "<VTKFile type=\"ImageData\"><ImageData WholeExtent=\"0 1 0 1 0 1\">"
      + "<Piece Extent=\"0 1 0 1 0 1\"><PointData><DataArray type=\"UInt8\" Name=\"s\">"
      + "1 2 3 4 5 6 7 8</DataArray></PointData></Piece></ImageData></VTKFile>"
    let header = try VTKXMLHeader(reading: Array(text.utf8).span)
    #expect(header.pointCount == 8)
    #expect(header.cellCount == 1)
    #expect(header.report.hazards.isEmpty)
    let backwards = text.replacing("Piece Extent=\"0 1", with: "Piece Extent=\"2 0")
    #expect(try codes(Array(backwards.utf8)) == [.negativeCount])
    // VTK writes the extent of an empty image in this way.
    let empty =
      "<VTKFile type=\"ImageData\"><ImageData WholeExtent=\"0 -1 0 -1 0 -1\">"
      + "<Piece Extent=\"0 -1 0 -1 0 -1\"/></ImageData></VTKFile>"
    #expect(try codes(Array(empty.utf8)).isEmpty)
  }

  @Test("XML that is not well-formed, or no VTKFile, is refused")
  func refused() {
    #expect {
      _ = try codes(Array("<VTKFile type=\"x\"><a></VTKFile>".utf8))
    } throws: { error in
      if case .xml = (error as? SideFileError)?.code { true } else { false }
    }
    #expect {
      _ = try codes(Array("<a/>".utf8))
    } throws: { ($0 as? SideFileError)?.code == .missingMagic }
  }
}
