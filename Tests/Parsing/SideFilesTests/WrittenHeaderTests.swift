import ByteReading
import SideFiles
import Testing

@Suite("headers are written with zeros as data and read back equal")
struct WrittenHeaderTests {
  static let metaImages = [
    "NDims = 3\nDimSize = 2 3 4\nElementType = MET_SHORT\nElementDataFile = LOCAL\n",
    "NDims = 1\nDimSize = 5\nElementNumberOfChannels = 3\nElementType = MET_UCHAR\n"
      + "ElementDataFile = LOCAL\n",
    "NDims = 2\nDimSize = 2 2\nHeaderSize = 7\nElementType = MET_DOUBLE\n"
      + "ElementDataFile = s%d.raw 1 2 1\n",
    "NDims = 2\nDimSize = 2 2\nCompressedData = True\nCompressedDataSize = 31\n"
      + "ElementType = MET_FLOAT\nElementDataFile = a.zraw\n",
    "NDims = 2\nDimSize = 2 2\nBinaryData = False\nElementType = MET_INT\nElementDataFile = LIST\n"
      + "a\nb\n",
  ]

  @Test("a MetaImage header", arguments: metaImages)
  func metaImage(_ text: String) throws {
    let data = [UInt8](repeating: 0, count: text.contains("LOCAL") ? 48 : 0)
    let bytes = Array(text.utf8) + data
    let header = try ImageHeader(reading: bytes.span)
    #expect(header.report.hazards.isEmpty)
    let written = try #require(header.write())
    let again = try ImageHeader(reading: written.span)
    #expect(again.report.hazards.isEmpty)
    #expect(again.sizes == header.sizes)
    #expect(again.componentBytes == header.componentBytes)
    #expect(again.componentCount == header.componentCount)
    #expect(again.encoding == header.encoding)
    #expect(again.dataFiles == header.dataFiles)
    #expect(again.detachedData == header.detachedData)
  }

  @Test("local data that is compressed or text")
  func encodings() throws {
    for line in ["CompressedData = True", "BinaryData = False"] {
      var text = "NDims = 2\nDimSize = 3 3\n\(line)\nElementType = MET_UCHAR\n"
      text += "ElementDataFile = LIST\nx\n"
      var header = try ImageHeader(reading: Array(text.utf8).span)
      let local = text.replacing("LIST\nx\n", with: "LOCAL\n")
      let data: [UInt8] =
        line.hasPrefix("B") ? Array("0 0 0 0 0 0 0 0 0".utf8) : Shape.zlib(9)
      header = try ImageHeader(reading: (Array(local.utf8) + data).span)
      #expect(header.report.hazards.isEmpty)
      let written = try #require(header.write())
      let again = try ImageHeader(reading: written.span)
      #expect(again.report.hazards.isEmpty)
      #expect(again.encoding == header.encoding)
      #expect(again.sizes == [3, 3])
    }
  }

  @Test("NIfTI-1 and NIfTI-2 headers, also inside gzip")
  func nifti() throws {
    let first = try ImageHeader(reading: Shape.nifti(sizes: [2, 3], samples: 6).span)
    let plain = try #require(first.write())
    for header in [first, try ImageHeader(reading: Shape.gzip(plain).span)] {
      let written = try #require(header.write())
      let again = try ImageHeader(reading: written.span)
      #expect(again.report.hazards.isEmpty)
      #expect(again.encoding == header.encoding)
      #expect(again.sizes == [2, 3])
      #expect(again.dataOffset == 352)
    }
    let second = try ImageHeader(reading: Shape.nifti2(sizes: [3], samples: 3).span)
    #expect(second.format == .nifti2)
    #expect(second.report.hazards.isEmpty)
    let written = try #require(second.write())
    let again = try ImageHeader(reading: written.span)
    #expect(again.format == .nifti2)
    #expect(again.sizes == [3])
    #expect(again.report.hazards.isEmpty)
  }

  static let meshes: [(String, String)] = [
    (
      "m.vtk",
      "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\nPOINTS 2 float\n0 0 0 1 1 1\n"
        + "LINES 1 3\n2 0 1\nPOINT_DATA 2\nSCALARS s int 1\nLOOKUP_TABLE default\n1 2\n"
    ),
    (
      "m.vtk",
      "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\nFIELD f 1\na 2 9 bit\n"
        + "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"
    ),
    ("m.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"),
    (
      "m.stl",
      "solid s\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
        + "endloop\nendfacet\nendsolid s\n"
    ),
    (
      "m.ply",
      "ply\nformat ascii 1.0\nelement vertex 2\nproperty float x\nproperty float y\nend_header\n"
        + "1 2\n3 4\n"
    ),
  ]

  @Test("meshes", arguments: meshes)
  func mesh(_ name: String, _ text: String) throws {
    let header = try MeshHeader(reading: Array(text.utf8).span, fileName: name)
    #expect(header.report.hazards.isEmpty)
    let written = try #require(header.write())
    let again = try MeshHeader(reading: written.span, fileName: name)
    #expect(again.report.hazards.isEmpty)
    #expect(again.format == header.format)
    #expect(again.pointCount == header.pointCount)
    #expect(again.cellCount == header.cellCount)
    let arrays = again.arrays.suffix(header.arrays.count)
    #expect(arrays.map(\.tupleCount) == header.arrays.map(\.tupleCount))
    #expect(arrays.map(\.componentCount) == header.arrays.map(\.componentCount))
  }

  @Test("VTK XML files")
  func vtkXML() throws {
    let text =
      "<VTKFile type=\"UnstructuredGrid\"><UnstructuredGrid><Piece NumberOfPoints=\"2\" "
      + "NumberOfCells=\"1\"><Points><DataArray type=\"Float32\" NumberOfComponents=\"3\">"
      + "0 0 0 1 1 1</DataArray></Points><Cells><DataArray type=\"Int64\" Name=\"offsets\">2"
      + "</DataArray></Cells></Piece></UnstructuredGrid></VTKFile>"
    let header = try VTKXMLHeader(reading: Array(text.utf8).span)
    #expect(header.report.hazards.isEmpty)
    let written = try #require(header.write())
    let again = try VTKXMLHeader(reading: written.span)
    #expect(again.report.hazards.isEmpty)
    #expect(again.type == "UnstructuredGrid")
    #expect((again.pointCount, again.cellCount) == (2, 1))
    #expect(again.arrays.map(\.tupleCount) == [2, 1])
    #expect(again.arrays.map(\.type) == ["float32", "int64"])
  }

  @Test("a header whose data exceeds the limit is not written")
  func limit() throws {
    let header = try ImageHeader(reading: Shape.nifti(sizes: [1000], samples: 1000).span)
    #expect(header.write(limit: 999) == nil)
    #expect(header.write(limit: 1000)?.count == 1352)
    let stl = try MeshHeader(reading: Shape.stl(count: 0xFFFF_FFFF, triangles: 0).span)
    #expect(stl.write() == nil)
  }
}
