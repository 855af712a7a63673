import ByteReading
import SideFiles
import Testing
import ZipReading

@Suite("image headers are compared with the bytes of the file")
struct ImageHeaderTests {
  private func metaImage(_ fields: String, _ data: [UInt8] = []) throws -> ImageHeader {
    try ImageHeader(reading: (Array(fields.utf8) + data).span)
  }

  private static let fields = "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\n"

  @Test("local data of the claimed size has no hazards")
  func local() throws {
    let text = Self.fields + "ElementType = MET_SHORT\nElementDataFile = LOCAL\n"
    let header = try metaImage(text, [UInt8](repeating: 0, count: 16))
    #expect(header.format == .metaImage)
    #expect(header.sizes == [2, 2, 2])
    #expect(header.sampleBytes == 16)
    #expect(header.dataOffset == text.utf8.count)
    #expect(header.report.hazards.isEmpty)
    #expect(header.report.claims.map(\.byteCount) == [16])
  }

  @Test("one byte less than claimed is a danger at the sizes, one more a note")
  func sizes() throws {
    let text = Self.fields + "ElementType = MET_UCHAR\nElementDataFile = LOCAL\n"
    let short = try metaImage(text, [UInt8](repeating: 0, count: 7))
    #expect(short.report.hazards.map(\.code) == [.dataTooShort])
    #expect(short.report.hazards.first?.offset == 39)
    #expect(short.report.hazards.first?.severity == .danger)
    let long = try metaImage(text, [UInt8](repeating: 0, count: 9))
    #expect(long.report.hazards.isEmpty)
    #expect(long.report.noteCodes == [.surplusData])
  }

  @Test(
    "an impossible value is a hazard",
    arguments: [
      ("DimSize = 2 -2 2", .negativeCount), ("DimSize = 4294967295 4294967295 9", .hugeImage),
      ("ElementNumberOfChannels = 0", .componentCount),
      ("ElementNumberOfChannels = 99999999", .componentCount),
      ("DimSize = 9 9 9", .dataTooShort),
    ] as [(String, SideFileHazard.Code)])
  func impossible(_ line: String, _ code: SideFileHazard.Code) throws {
    let sizes = line.hasPrefix("DimSize") ? "" : "DimSize = 2 2 2\n"
    let header = try metaImage(
      "NDims = 3\n\(sizes)\(line)\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n",
      [UInt8](repeating: 0, count: 8))
    #expect(header.report.codes.contains(code))
  }

  @Test(
    "an invalid header is refused at its offset",
    arguments: [
      ("hello\n", .missingMagic, 0), ("", .missingMagic, 0),
      ("NDims = 11\n", .invalidField, 8), ("NDims = x\n", .invalidField, 8),
      ("DimSize = 2 2\nNDims = 2\n", .dimensionMissing, 10),
      ("NDims = 2\nDimSize = 2\n", .invalidField, 20),
      ("NDims = 2\n", .headerNotEnded, 10),
      ("NDims = 2\nElementDataFile = LOCAL\n", .missingField, 28),
      ("NDims = 2\nDimSize = 1 1\nElementType = MET_FOO\n", .invalidField, 38),
      ("ObjectType = Tube\n", .invalidField, 13),
    ] as [(String, SideFileError.Code, Int)])
  func refused(_ text: String, _ code: SideFileError.Code, _ offset: Int) {
    #expect {
      _ = try metaImage(text)
    } throws: { error in
      let error = error as? SideFileError
      return error?.code == code && error?.position.offset == offset
    }
  }

  @Test("data files are named by a list, a pattern or a name, and paths outside are dangers")
  func dataFiles() throws {
    let start = Self.fields + "ElementType = MET_UCHAR\nElementDataFile = "
    let list = try metaImage(start + "LIST\na.raw\n\nb.raw\n")
    #expect(list.dataFiles == [Array("a.raw".utf8), Array("b.raw".utf8)])
    let pattern = try metaImage(start + "s%02d.raw 1 3 2\n")
    #expect(pattern.dataFiles == [Array("s01.raw".utf8), Array("s03.raw".utf8)])
    let outside = try metaImage(start + "../../etc/passwd\n")
    #expect(outside.report.codes == [.pathOutside])
    let hostile = try metaImage(start + "s%d%n.raw 1 3 1\n")
    #expect(hostile.report.codes == [.formatConversion])
    #expect(hostile.dataFiles.isEmpty)
  }

  @Test("compressed data is inflated and compared with the claim")
  func compressed() throws {
    let content = [UInt8](repeating: 1, count: 8)
    let stream: [UInt8] =
      [0x78, 0x01] + Deflate.deflate(content.span, level: .good)
      + Array(Shape.little(UInt64(Adler32.checksum(content.span)), 4).reversed())
    func header(_ sizes: String, _ data: [UInt8]) throws -> ImageHeader {
      try metaImage(
        "NDims = 1\nDimSize = \(sizes)\nCompressedData = True\nCompressedDataSize = "
          + "\(data.count)\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n", data)
    }
    #expect(try header("8", stream).report.hazards.isEmpty)
    #expect(try header("9", stream).report.codes == [.dataTooShort])
    #expect(try header("7", stream).report.noteCodes == [.surplusData])
    #expect(try header("8", Array(stream.dropLast())).report.codes == [.invalidStream])
    #expect(try header("9000000000", stream).report.codes == [.dataTooShort])
  }

  @Test("a NIfTI file of the claimed size has no hazards, and one byte less is a danger")
  func nifti() throws {
    let whole = Shape.nifti(sizes: [2, 2, 2], samples: 8)
    let header = try ImageHeader(reading: whole.span)
    #expect(header.format == .nifti1)
    #expect(header.sizes == [2, 2, 2])
    #expect(header.dataOffset == 352)
    #expect(header.report.hazards.isEmpty)
    let short = try ImageHeader(reading: Array(whole.dropLast()).span)
    #expect(short.report.codes == [.dataTooShort])
    #expect(short.report.hazards.first?.offset == 40)
  }

  @Test("a NIfTI offset outside the file and a size below one are dangers at their fields")
  func niftiOffset() throws {
    let outside = Shape.nifti(sizes: [2, 2], offset: 1e9, samples: 4)
    let header = try ImageHeader(reading: outside.span)
    #expect(header.report.hazards.map(\.code) == [.offsetOutside])
    #expect(header.report.hazards.map(\.offset) == [108])
    let negative = Shape.nifti(sizes: [2, 0xFFFF], samples: 4)
    let other = try ImageHeader(reading: negative.span)
    #expect(other.report.hazards.first == SideFileHazard(.negativeCount, at: 44))
  }

  @Test("a NIfTI header inside gzip is read, and its truncated data is a danger")
  func compressedNIfTI() throws {
    func gzip(_ content: [UInt8]) -> [UInt8] {
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .good)
        + Shape.little(UInt64(CRC32.checksum(content.span)), 4)
        + Shape.little(UInt64(content.count), 4)
    }
    let whole = Shape.nifti(sizes: [2, 2, 2], samples: 8)
    let header = try ImageHeader(reading: gzip(whole).span)
    #expect(header.encoding == .compressed)
    #expect(header.report.hazards.isEmpty)
    let short = try ImageHeader(reading: gzip(Array(whole.dropLast())).span)
    #expect(short.report.codes == [.dataTooShort])
    let cut = try ImageHeader(reading: Array(gzip(whole).dropLast()).span)
    #expect(cut.report.codes == [.invalidStream])
  }

  @Test("a compressed MetaImage states its size, which must exist and suffice")
  func compressedSize() throws {
    func codes(_ size: Int) throws -> [SideFileHazard.Code] {
      try metaImage(
        "NDims = 1\nDimSize = 8\nCompressedData = True\nCompressedDataSize = \(size)\n"
          + "ElementType = MET_UCHAR\nElementDataFile = LOCAL\n", Shape.zlib(8)
      ).report.codes
    }
    let count = Shape.zlib(8).count
    #expect(try codes(count).isEmpty)
    #expect(try codes(count + 1) == [.dataTooShort])
    #expect(try codes(-1) == [.negativeCount])
  }

  @Test("a NIfTI-2 file of the claimed size has no hazards, and one byte less is a danger")
  func nifti2() throws {
    let whole = Shape.nifti2(sizes: [2, 4], samples: 8)
    #expect(try ImageHeader(reading: whole.span).report.hazards.isEmpty)
    let short = try ImageHeader(reading: Array(whole.dropLast()).span)
    #expect(short.report.hazards == [SideFileHazard(.dataTooShort, at: 16)])
  }

  @Test("the members of a compressed NIfTI file are one file")
  func members() throws {
    let whole = Shape.nifti(sizes: [2, 2, 2], samples: 8)
    let halves = Shape.gzip(Array(whole.prefix(200))) + Shape.gzip(Array(whole.dropFirst(200)))
    let header = try ImageHeader(reading: halves.span)
    #expect(header.sizes == [2, 2, 2])
    #expect(header.report.hazards.isEmpty)
  }
}
