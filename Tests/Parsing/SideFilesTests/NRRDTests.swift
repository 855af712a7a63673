import ByteReading
import SideFiles
import Testing

/// NRRD headers. Verdicts and pairs were observed in the reader of the application's core.
@Suite struct NRRDTests {
  private func read(_ text: String) throws -> NRRDHeader {
    try NRRDHeader(reading: Array(text.utf8).span)
  }

  private func refusal(_ text: String) -> SideFileError? {
    do throws(SideFileError) {
      _ = try NRRDHeader(reading: Array(text.utf8).span)
      return nil
    } catch {
      return error
    }
  }

  static let fields = "type: uchar\ndimension: 3\nsizes: 2 2 2\nencoding: raw\n"
  /// Offset of the line after magic and fields.
  static let offset = 9 + fields.utf8.count

  @Test(
    "the magic names a version from 1 to 6",
    arguments: [
      ("NRRD0001", 1), ("NRRD0005", 5), ("NRRD0006", 6), ("NRRD00.01", 1), ("NRRD0000", nil),
      ("NRRD0007", nil), ("NRRD0010", nil), ("NRRD0005 ", nil), ("nrrd0005", nil), ("NRRD5", nil),
      ("NRRD", nil), ("", nil),
    ] as [(String, Int?)])
  func magic(_ line: String, _ version: Int?) {
    let text = "\(line)\n\(Self.fields)\n"
    #expect((try? read(text))?.version == version)
    if version == nil { #expect(refusal(text)?.code == .missingMagic) }
  }

  @Test("lines end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ("NRRD0005\n" + Self.fields + "k:=v\n\n").replacing("\n", with: end)
    let header = try read(text + "data")
    #expect(header.value(ofKey: "k") == Array("v".utf8))
    #expect(header.dataOffset == text.utf8.count)
    #expect(header.sizes == [2, 2, 2])
  }

  @Test(
    "an invalid line is refused at its offset",
    arguments: [
      ("foo: bar", .unknownField, 0), ("k=v", .unknownField, 0), ("k: v", .unknownField, 0),
      ("content:", .unknownField, 0), ("type : uchar", .unknownField, 0),
      ("type: uchar", .repeatedField, 0), ("Encoding: raw", .repeatedField, 0),
      ("centers: cell foo cell", .invalidField, 9), ("kinds: domain domain", .invalidField, 7),
      ("kinds: foo domain domain", .invalidField, 7),
      ("kinds: RGB-color domain domain", .invalidField, 7),
      ("labels: a b c", .invalidField, 8), ("labels: \"a\" \"b\"", .invalidField, 8),
      ("labels: \"a\" \"b\" \"c", .invalidField, 8), ("spacings: 1 2", .invalidField, 10),
      ("spacings: 0 1 1", .invalidField, 10), ("spacings: inf 1 1", .invalidField, 10),
      ("spacings: x 1 1", .invalidField, 10), ("endian: middle", .invalidField, 8),
      ("line skip: -1", .invalidField, 11), ("byte skip: x", .invalidField, 11),
      ("space: foo", .invalidField, 7), ("space dimension: 9", .invalidField, 17),
      ("space origin: (0,0,0)", .invalidField, 14), ("space units: \"mm\"", .invalidField, 13),
      ("measurement frame: (1,0,0)", .invalidField, 19),
    ] as [(String, SideFileError.Code, Int)])
  func refusedLines(_ line: String, _ code: SideFileError.Code, _ offset: Int) {
    let error = refusal("NRRD0005\n\(Self.fields)\(line)\n\n")
    #expect(error?.code == code)
    #expect(error?.position.offset == Self.offset + offset)
  }

  @Test(
    "fields of a space need the space and its number of axes",
    arguments: [
      ("space origin: (0,0)", false), ("space origin: 0,0,0", false),
      ("space origin: (nan,0,0)", false),
      ("space origin: (1e999,0,0)", false), ("space origin: (0, 0, 0)", true),
      ("space origin: none", true), ("space directions: (1,0,0) (0,1,0)", false),
      ("space directions: (1,0,0)(0,1,0)(0,0,1)", true),
      ("space directions: none (0,1,0) (0,0,1)", true),
      ("space directions: (1,0,0) (0,1,0) (0,0,1) x", false), ("space: LPS", false),
      ("space dimension: 3", false), ("space units: \"mm\" \"mm\" \"mm\"", true),
      ("measurement frame: (1,0,0) (0,1,0) (0,0,1)", true),
    ])
  func spaces(_ line: String, _ isAccepted: Bool) {
    #expect((refusal("NRRD0005\n\(Self.fields)space: RAS\n\(line)\n\n") == nil) == isAccepted)
  }

  @Test(
    "the numeric prefix of a header value is used",
    arguments: [
      ("+3", "2 2 2", true), ("3x", "2 2.5 2x", true), ("03", "2\t2  2", true), ("0", "", false),
      ("17", "1 1 1", false), ("-3", "2 2 2", false), ("x", "2 2 2", false), ("3", "0 2 2", false),
      ("3", "+2 2 2", false),
      ("3", "-1 2 2", false), ("3", "2,2,2", false), ("3", "2 2", false), ("3", "2 2 2 2", false),
      ("3", "99999999999999 99999999999 2", false), ("3", "4294967296 1 1", true),
    ])
  func numbers(_ dimension: String, _ sizes: String, _ isAccepted: Bool) {
    let text = "NRRD0005\ntype: uchar\ndimension: \(dimension)\nsizes: \(sizes)\nencoding: raw\n\n"
    #expect((refusal(text) == nil) == isAccepted)
  }

  @Test(
    "a header without a required field is refused",
    arguments: ["type: uchar\n", "dimension: 3\n", "sizes: 2 2 2\n", "encoding: raw\n"])
  func required(_ line: String) {
    let error = refusal("NRRD0005\n" + Self.fields.replacing(line, with: "") + "\n")
    #expect(error?.code == (line.hasPrefix("dim") ? .dimensionMissing : .missingField))
  }

  @Test("samples of several bytes need a byte order, and text does not") func endian() {
    let wide = Self.fields.replacing("uchar", with: "float")
    #expect(refusal("NRRD0005\n\(wide)\n")?.code == .missingField)
    #expect(refusal("NRRD0005\n\(wide)endian: little\n\n") == nil)
    #expect(refusal("NRRD0005\n" + wide.replacing("raw", with: "ascii") + "\n") == nil)
  }

  @Test("an attached header ends with an empty line, a detached one may end with the file")
  func ends() throws {
    #expect(refusal("NRRD0005\n\(Self.fields)")?.code == .headerNotEnded)
    let apart = try read("NRRD0005\n\(Self.fields)data file: x.raw\n")
    #expect(apart.dataFiles == [Array("x.raw".utf8)])
    #expect(apart.dataOffset == nil)
    let list = try read("NRRD0005\n\(Self.fields)datafile: LIST\na.raw\n../b.raw\n\nc.raw\n")
    #expect(list.dataFiles == [Array("a.raw".utf8), Array("../b.raw".utf8)])
    #expect(list.report.hazards.map(\.code) == [.pathOutside])
  }

  @Test("pairs are unescaped, and of pairs with one key the last wins") func pairs() throws {
    let header = try read(
      "NRRD0005\n\(Self.fields)k:=v\na\\nb:=c\\\\d\\x\nk:=w\n k :=  v \nsizes:=x\na:b:=c:=d\n:=lost\n\n"
    )
    #expect(
      header.pairs.map {
        [String(decoding: $0.key, as: UTF8.self), String(decoding: $0.value, as: UTF8.self)]
      }
        == [["k", "w"], ["a\nb", "c\\d\\x"], [" k ", "  v "], ["sizes", "x"], ["a:b", "c:=d"]])
    #expect(header.report.hazards.map(\.code) == [.duplicateName, .dataTooShort])
    #expect(header.report.notes.map(\.code) == [.pairWithoutKey])
    #expect(try NRRDHeader(reading: header.write().span) == header)
  }

  @Test("a NUL ends its line, and a line that begins with one is refused") func nul() throws {
    let cut = try read("NRRD0005\n\(Self.fields)k:=v\0w\n\n")
    #expect(cut.value(ofKey: "k") == Array("v".utf8))
    let error = refusal("NRRD0005\n\(Self.fields)\0k:=v\n\n")
    #expect(error?.code == .unknownField)
    #expect(error?.position.offset == Self.offset)
  }

  @Test("a huge number of samples is a hazard") func hugeImage() throws {
    let header = try read(
      "NRRD0005\ntype: uchar\ndimension: 3\nsizes: 131072 131072 65536\nencoding: raw\n\n")
    #expect(
      header.report.hazards == [
        SideFileHazard(.hugeImage, at: 34), SideFileHazard(.dataTooShort, at: 34),
      ])
  }

  @Test("segments are read to the first missing number, and have defaults") func segments() throws {
    let header = try read(
      "NRRD0005\n\(Self.fields)Segmentation_MasterRepresentation:=Binary labelmap\n"
        + "Segmentation_ContainedRepresentationNames:=a|b|\nSegment0_ID:=s\nSegment0_Color:=0.25 x\n"
        + "Segment0_Extent:=1 2 3\nSegment0_LabelValue:=007\nSegment0_Layer:=-1\n"
        + "Segment0_NameAutoGenerated:=true\nSegment0_ColorAutoGenerated:=1\n"
        + "Segment0_Tags:=k:v|x|a:b:c|\nSegment1_ID:=t\nSegment3_ID:=gap\n\n")
    let segmentation = SegmentationHeader(header)
    #expect(segmentation.segments.map(\.id) == [Array("s".utf8), Array("t".utf8)])
    #expect(segmentation.containedRepresentations.count == 2)
    #expect(!segmentation.isLegacy)
    let first = segmentation.segments[0]
    #expect(first.color == Reals([0.25, 0, 0.5]))
    #expect(first.name == first.id)
    #expect(!first.isNameGenerated)
    #expect(first.isColorGenerated)
    #expect(first.extent == [1, 2, 3, -1, 0, -1])
    #expect(first.labelValue == 0)
    #expect(first.layer == -1)
    #expect(first.tags.map(\.value) == [Array("v".utf8), Array("b:c".utf8)])
    #expect(segmentation.segments[1].labelValue == 1)
    #expect(segmentation.segments[1].layer == 1)
    #expect(segmentation.kept.isEmpty)
    #expect(segmentation.hazards.map(\.code) == [.unusualSegment, .unusualSegment])
    #expect(segmentation.hazards.map(\.offset) == [160, 357])
  }
}
