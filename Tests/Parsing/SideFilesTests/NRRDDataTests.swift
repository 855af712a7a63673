import ByteReading
import SideFiles
import Testing
import ZipReading

@Suite("NRRD headers are compared with attached data, and name detached files")
struct NRRDDataTests {
  private func read(_ fields: String, _ data: [UInt8] = []) throws -> NRRDHeader {
    try NRRDHeader(reading: (Array("NRRD0004\n\(fields)".utf8) + data).span)
  }

  private func refusal(_ fields: String) -> SideFileError.Code? {
    do throws(SideFileError) {
      _ = try NRRDHeader(reading: Array("NRRD0004\n\(fields)".utf8).span)
      return nil
    } catch {
      return error.code
    }
  }

  static let sizes = "type: ushort\ndimension: 3\nsizes: 2 2 2\nendian: little\n"

  @Test(
    "attached data shorter than the sizes is a danger at the sizes",
    arguments: [
      ("raw", 16, []), ("raw", 15, [.dataTooShort]), ("hex", 32, []), ("hex", 31, [.dataTooShort]),
    ] as [(String, Int, [SideFileHazard.Code])])
  func attached(_ encoding: String, _ count: Int, _ codes: [SideFileHazard.Code]) throws {
    let header = try read(
      Self.sizes + "encoding: \(encoding)\n\n", [UInt8](repeating: 0x30, count: count))
    #expect(header.dataByteCount == 16)
    #expect(header.report.codes == codes)
    if !codes.isEmpty { #expect(header.report.hazards.first?.offset == 35) }
  }

  @Test("numbers of text data are counted")
  func text() throws {
    #expect(try read(Self.sizes + "encoding: text\n\n1 2 3 4\n5,6,7,8\n").report.hazards.isEmpty)
    let short = try read(Self.sizes + "encoding: text\n\n1 2 3 4 5 6       7\n")
    #expect(short.report.codes == [.dataTooShort])
  }

  @Test("data inside gzip is inflated and counted")
  func gzip() throws {
    func gzip(_ count: Int) -> [UInt8] {
      let content = [UInt8](repeating: 5, count: count)
      return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .good)
        + Shape.little(UInt64(CRC32.checksum(content.span)), 4) + Shape.little(UInt64(count), 4)
    }
    let fields = Self.sizes + "encoding: gzip\n\n"
    #expect(try read(fields, gzip(16)).report.hazards.isEmpty)
    #expect(try read(fields, gzip(15)).report.codes == [.dataTooShort])
    #expect(try read(fields, gzip(17)).report.noteCodes == [.surplusData])
    let cut = try read(fields, Array(gzip(16).dropLast(8)))
    #expect(cut.report.codes == [.invalidStream])
    let empty = try read(fields, Array(gzip(16).prefix(11)))
    #expect(empty.report.codes == [.invalidStream, .dataTooShort])
    #expect(empty.report.hazards.last?.severity == .danger)
    // zlib's file functions read all members.
    #expect(try read(fields, gzip(9) + gzip(7)).report.hazards.isEmpty)
    #expect(try read(fields, gzip(9) + gzip(6)).report.codes == [.dataTooShort])
  }

  @Test("samples beyond the limit of inflation are counted up to it, with a note")
  func inflationLimit() throws {
    let zeros = [UInt8](repeating: 0, count: 4000)
    let data =
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(zeros.span, level: .good)
      + Shape.little(UInt64(CRC32.checksum(zeros.span)), 4) + Shape.little(4000, 4)
    let fields = "type: uchar\ndimension: 1\nsizes: 4000\nencoding: gzip\n\n"
    let bytes = Array("NRRD0004\n\(fields)".utf8) + data
    let limited = try NRRDHeader(
      reading: bytes.span, limits: SideFileLimits(maximumInflatedBytes: 1000))
    #expect(limited.report.hazards.isEmpty)
    #expect(limited.report.noteCodes == [.uncheckedPart])
  }

  @Test("only the header counts against the limit of a text, and data may be longer")
  func longData() throws {
    let header = "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 4000\nencoding: raw\n\n"
    let bytes = Array(header.utf8) + [UInt8](repeating: 0, count: 4000)
    let limits = SideFileLimits(maximumBytes: header.utf8.count)
    #expect(try NRRDHeader(reading: bytes.span, limits: limits).report.hazards.isEmpty)
    #expect {
      _ = try NRRDHeader(
        reading: bytes.span, limits: SideFileLimits(maximumBytes: header.utf8.count - 1))
    } throws: { ($0 as? SideFileError)?.code == .sizeLimit }
  }

  @Test("skipped lines and bytes come before the data")
  func skips() throws {
    let data = Array("ab\ncd\nxyz".utf8) + [UInt8](repeating: 0, count: 16)
    let fields = Self.sizes + "encoding: raw\nline skip: 2\nbyte skip: 3\n\n"
    #expect(try read(fields, data).report.hazards.isEmpty)
    #expect(try read(fields, Array(data.dropLast())).report.codes == [.dataTooShort])
    let fromEnd = Self.sizes + "encoding: raw\nbyte skip: -1\n\n"
    #expect(try read(fromEnd, data).report.hazards.isEmpty)
  }

  @Test(
    "a pattern of data files is expanded with its minimum, maximum and step",
    arguments: [
      ("s_%03d.raw 1 2 1 2", ["s_001.raw", "s_002.raw"]),
      ("s%d.raw 4 2 -2", ["s4.raw", "s2.raw"]),
      ("%d 1 8 1 0x", nil), ("s%d.raw 1 2 0", nil), ("s%d.raw 1 2 -1", nil),
      ("s%d.raw 1 2", nil), ("s%d.raw 1 3 1", nil), ("s%d.raw 1 2 1 4", nil),
      ("s%d.raw 1 4 1 1", ["s1.raw", "s2.raw", "s3.raw", "s4.raw"]),
      ("s%d.raw 7 7 1 3", ["s7.raw"]), ("s%%d.raw", ["s%%d.raw"]), ("s%s.raw", ["s%s.raw"]),
    ] as [(String, [String]?)])
  func pattern(_ value: String, _ names: [String]?) throws {
    let fields = Self.sizes + "encoding: raw\ndata file: \(value)\n"
    guard let names else {
      #expect(refusal(fields) == .invalidField)
      return
    }
    let header = try read(fields)
    #expect(header.dataFiles.map { String(decoding: $0, as: UTF8.self) } == names)
  }

  @Test("a pattern before the sizes is refused")
  func order() {
    #expect(
      refusal("type: uchar\ndimension: 3\nencoding: raw\ndata file: s%d.raw 1 2 1\nsizes: 2 2 2\n")
        == .invalidField)
  }

  @Test("a pattern with another conversion is a danger and names no file")
  func conversion() throws {
    let header = try read(Self.sizes + "encoding: raw\ndata file: s%d%n.raw 1 2 1\n")
    #expect(header.report.codes == [.formatConversion])
    #expect(header.dataFiles.isEmpty)
  }

  @Test(
    "a list must have as many files as the sizes need",
    arguments: [
      ("LIST\na\nb\n", ["a", "b"]), ("LIST 2\na\nb\n", ["a", "b"]), ("LIST\na\n", nil),
      ("LIST\na\nb\nc\n", nil), ("LIST 3\na\n", ["a"]), ("LIST 4\na\n", nil), ("LISTx\na\n", nil),
      ("LIST\na\nb\n\nrest", ["a", "b"]),
    ] as [(String, [String]?)])
  func list(_ value: String, _ names: [String]?) throws {
    let fields = Self.sizes + "encoding: raw\ndata file: \(value)"
    guard let names else {
      #expect(refusal(fields) == .invalidField)
      return
    }
    #expect(try read(fields).dataFiles.map { String(decoding: $0, as: UTF8.self) } == names)
  }

  @Test(
    "a list with skips has a number and a name on each line, by Teem's rules",
    arguments: [
      ("SKIPLIST\n0 a\n-1 b\n", ["a", "b"], [0, -1]),
      ("SKIPLIST 2\n12 a\n8 b\n", ["a", "b"], [12, 8]),
      ("SKIPLIST 3\n7 a b\n", ["a b"], [7]), ("SKIPLIST\n 3 a\n4 b\n", ["3 a", "b"], [3, 4]),
      ("SKIPLIST\n0 a\nb\n", nil, []), ("SKIPLIST\n0 a\n1\n", nil, []),
      ("SKIPLIST\n0 a\n1 \n", nil, []),
      ("SKIPLIST\n0 a\n", nil, []), ("SKIPLIST 4\n0 a\n0 b\n", nil, []),
      ("SKIPLISTx\n0 a\n", nil, []),
    ] as [(String, [String]?, [Int64])])
  func skipList(_ value: String, _ names: [String]?, _ skips: [Int64]) throws {
    let fields = Self.sizes + "encoding: raw\ndata file: \(value)"
    guard let names else {
      #expect(refusal(fields) == .invalidField)
      return
    }
    let header = try read(fields)
    #expect(header.dataFiles.map { String(decoding: $0, as: UTF8.self) } == names)
    #expect(header.dataFileSkips == skips)
    // The library that ITK had until 2025 takes the word for the name of a file.
    #expect(header.report.codes == [.listWithSkips])
    #expect(try NRRDHeader(reading: header.write().span) == header)
  }

  @Test("a list keyword with a conversion is a pattern")
  func patternNamedList() throws {
    let header = try read(Self.sizes + "encoding: raw\ndata file: LIST%d 1 2 1\ncontent: x\n")
    #expect(header.dataFiles.map { String(decoding: $0, as: UTF8.self) } == ["LIST1", "LIST2"])
    #expect(header.value(of: "content") == Array("x".utf8))
  }

  @Test("keys of a sequence are compared with the sizes")
  func sequence() throws {
    let fields = "type: uchar\ndimension: 2\nsizes: 3 1\nencoding: raw\n"
    func codes(_ pairs: String) throws -> [SideFileHazard.Code] {
      SequenceHeader(try read(fields + pairs + "\n", [1, 2, 3])).hazards.map(\.code)
    }
    #expect(try codes("axis 0 index type:=numeric\naxis 0 index values:=0 1 2\n").isEmpty)
    #expect(try codes("axis 0 index values:=0 1\n") == [.countMismatch])
    #expect(try codes("axis 9 index values:=0 1\n") == [.indexOutside])
    #expect(try codes("axis 0 item 0003 name:=x\n") == [.indexOutside])
    #expect(try codes("axis 0 item 99999999999999999999 name:=x\n") == [.indexOutside])
    #expect(try codes("DataNodeClassName:=vtkMRMLScalarVolumeNode\n").isEmpty)
    #expect(try codes("DataNodeClassName:=vtkPythonInterpreter\n") == [.activeName])
  }
}
