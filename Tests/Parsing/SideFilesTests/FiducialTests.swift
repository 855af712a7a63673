import ByteReading
import SideFiles
import Testing

/// Fiducial files. Expectations were observed in the application's core.
@Suite struct FiducialTests {
  static let header = "# Markups fiducial file version = 5.7\n# CoordinateSystem = RAS\n"

  private func read(
    _ text: String, _ form: FiducialFile.OldForm = .commas
  ) throws -> FiducialFile {
    try FiducialFile(reading: Array(text.utf8).span, oldForm: form)
  }

  @Test(
    "the readable prefix of a coordinate is used",
    arguments: [
      ("1,2,3", [1, 2, 3]), ("1.5abc,x, 3 ", [1.5, 0, 3]), (",2,3", [0, 2, 3]),
      ("nan,inf,-inf", [.nan, .infinity, -.infinity]), ("0x10,1e5,+3", [0, 100_000, 0]),
      ("1e999,-1e999,1e-400", [.infinity, -.infinity, 0]), ("007,-,.5", [7, 0, 0.5]),
      ("5.,1e,1e5x", [5, 1, 100_000]), ("--1,-.5,NaN(1)", [0, -0.5, .nan]),
      ("3.7182600000000003,4 5,1.5.5", [3.7182600000000003, 4, 1.5]),
    ] as [(String, [Double])])
  func coordinates(_ text: String, _ expected: [Double]) throws {
    let file = try read(Self.header + "a,\(text)\n")
    #expect(file.points.first?.point.position == Reals(expected))
  }

  @Test(
    "coordinates of the form of Slicer 3 are parsed like strtod",
    arguments: [
      ("0x10,+3,-0x1.8p1", [16, 3, -3]), ("0x,0xg,1e5000", [0, 0, .infinity]),
      ("nan,inf,1,5", [.nan, .infinity, 1]), ("1,,3", [1, 0, 3]),
    ] as [(String, [Double])])
  func oldCoordinates(_ text: String, _ expected: [Double]) throws {
    let file = try read("a,\(text)\n")
    #expect(file.points.first?.point.position == Reals(expected))
  }

  @Test(
    "in the form of Slicer 3 a missing column repeats the one before it",
    arguments: [
      ("a", [0, 0, 0], false, false), ("a,1", [1, 1, 1], true, true),
      ("a,1,2", [1, 2, 2], true, true), ("a,1,2,0", [1, 2, 0], false, false),
      ("a,1,2,3,1,0", [1, 2, 3], true, false), ("a,1,2,3,0.9,-1", [1, 2, 3], false, true),
      ("a,1,2,3,4294967296,2147483648", [1, 2, 3], false, true),
      ("a,1,2,3,,", [1, 2, 3], false, false),
      ("a,1,2,3,99999999999999999999,-99999999999999999999", [1, 2, 3], true, false),
    ] as [(String, [Double], Bool, Bool)])
  func oldColumns(
    _ line: String, _ position: [Double], _ isSelected: Bool, _ isVisible: Bool
  ) throws {
    let point = try #require(try read(line + "\n").points.first?.point)
    #expect(point.position == Reals(position))
    #expect(point.isSelected == isSelected)
    #expect(point.isVisible == isVisible)
    #expect(point.id == Array("1".utf8))
    #expect(point.label == Array("a".utf8))
  }

  @Test(
    "a status is the integer prefix, without leading zeros and overflow",
    arguments: [
      ("007", 0), ("0x10", 16), ("0b1", 1), ("+1", 1), ("-1", -1), (" 1 ", 1), ("1 x", 1),
      ("1e3", 1), ("01", 0), ("-0x1", 0), ("0x", 0), ("2147483648", 0), ("2147483647", .max),
      ("0xffffffff", 0), ("0o7", 7), ("0x-5", -5), ("0x+", 0), ("2.9", 2), ("x", 0), ("", 2),
      ("-2147483648", .min), ("-2147483649", 0), ("0x-80000000", .min), ("0b2", 0), ("0x1g", 1),
    ] as [(String, Int32)])
  func statuses(_ text: String, _ expected: Int32) throws {
    let file = try read(Self.header + "a,1,2,3,0,0,0,1,1,1,0,L,D,A,\(text)\n")
    #expect(file.points.first?.point.status.rawValue == expected)
  }

  @Test(
    "a missing optional column has its default",
    arguments: 4...16)
  func missingColumns(_ count: Int) throws {
    let columns = "a,1,2,3,0.5,0.25,0,0.75,0,0,1,L,D,A,1,0".split(separator: ",")
    let file = try read(Self.header + columns.prefix(count).joined(separator: ",") + "\n")
    let fiducial = try #require(file.points.first)
    let point = fiducial.point
    #expect(point.isVisible == (count < 9))
    #expect(point.isSelected == (count < 10))
    #expect(point.isLocked == (count > 10))
    #expect(point.label == (count > 11 ? Array("L".utf8) : []))
    #expect(point.description == (count > 12 ? Array("D".utf8) : []))
    #expect(point.associatedNodeID == (count > 13 ? Array("A".utf8) : []))
    #expect(point.status == (count > 14 ? .preview : .defined))
    #expect(fiducial.quaternion.values[0] == (count > 4 ? 0.5 : 0))
    #expect(fiducial.quaternion.values[3] == (count > 7 ? 0.75 : 1))
  }

  @Test("a line without its first four columns is skipped, later lines are read", arguments: 1...3)
  func shortLines(_ count: Int) throws {
    let line = ["a", "1", "2"].prefix(count).joined(separator: ",")
    let file = try read(Self.header + line + "\nz,7,8,9\n")
    #expect(file.points.map(\.point.id) == [Array("z".utf8)])
    #expect(file.report.hazards == [SideFileHazard(.missingColumn, at: Self.header.utf8.count)])
  }

  @Test(
    "a quote opens a quoted field only at its start",
    arguments: [
      ("\"a,b\"", "a,b"), ("a\"b\"", "a\"b\""), ("\"a\"b", "ab"), ("\"a\"\"b\"c\"d", "a\"bc\"d"),
      ("\"#x\"", "#x"), ("\"\"\"\"", "\""),
    ])
  func quotes(_ field: String, _ expected: String) throws {
    let file = try read(Self.header + "\(field),1,2,3\n")
    #expect(file.points.first?.point.id == Array(expected.utf8))
  }

  @Test(
    "the coordinate system applies to the lines after it",
    arguments: [
      ("RAS", 1, .ras), ("0", 1, .ras), ("LPS", -1, .lps), ("1", -1, .lps), ("LPS\r", -1, .lps),
      (" LPS ", -1, .lps), ("ras", 1, .ras), ("XYZ", 1, .ras), ("", 1, .ras), ("2", 1, .ras),
    ] as [(String, Double, CoordinateSystem)])
  func coordinateSystems(_ text: String, _ sign: Double, _ system: CoordinateSystem) throws {
    let file = try read(
      "# Markups fiducial file version = 5.7\n# CoordinateSystem = \(text)\na,1,2,3\n")
    #expect(file.points.first?.point.position == Reals([sign, 2 * sign, 3]))
    #expect(file.coordinateSystem == system)
  }

  @Test(
    "without a coordinate system a versioned file is left-posterior-superior, an old one is not")
  func presets() throws {
    #expect(
      try read("# Markups fiducial file version = 5\na,1,2,3\n").points.first?.point.position
        == Reals([-1, -2, 3]))
    #expect(
      try read("# CoordinateSystem = LPS\na,1,2,3\n").points.first?.point.position
        == Reals([1, 2, 3]))
  }

  @Test(
    "a version header changes the form of the lines after it",
    arguments: [
      ("# Markups fiducial file version = 5.7", true), ("#Markups fiducial file version=x", true),
      ("# Markups fiducial file version", true), ("# Markups fiducial file version = ", false),
      ("# markups fiducial file version = 5", false),
      ("# Markups  fiducial file version = 5", false),
    ])
  func versions(_ header: String, _ isVersioned: Bool) throws {
    let file = try read(header + "\nq,1,2,3\n")
    #expect(file.points.first?.point.id == Array((isVersioned ? "q" : "1").utf8))
  }

  @Test("legacy annotation files are separated by bars, and every point has the name of the file")
  func bars()
    throws
  {
    let form = FiducialFile.OldForm(fileName: "folder/F_2.acsv")
    let file = try read("# pointColumns = type|x|y|z|sel|vis\npoint|1|2|3|0|1\n|4|5|6\n", form)
    #expect(file.points.map(\.point.label) == [Array("F_2".utf8), []])
    #expect(file.points.map(\.point.position) == [Reals([1, 2, 3]), Reals([4, 5, 6])])
    #expect(file.points.map(\.point.isSelected) == [false, true])
  }

  @Test("a point without an identifier gets a number that every line advances") func numbers()
    throws
  {
    let file = try read(Self.header + "a,1,2,3\na,1,2,3\n,1,2,3\n,1,2,3\nq,1,2,3\n,1,2,3\n")
    #expect(file.points.map(\.point.id) == ["a", "a", "4", "6", "q", "9"].map { Array($0.utf8) })
    #expect(
      file.report.notes.map(\.code) == [.repeatedID, .generatedID, .generatedID, .generatedID])
  }

  @Test(
    "every dangerous line is a hazard at its offset",
    arguments: [
      ("\"a,1,2,3", [.unclosedQuote, .missingColumn]), ("a;1;2;3", [.foreignSeparator]),
      ("a\t1\t2\t3", [.foreignSeparator]), ("a|1|2|3", [.foreignSeparator]),
      ("a,x,2,3", [.notANumber]), ("a,1,inf,3", [.nonFiniteNumber]),
      ("a,1,2,3,0,0,0,1,1,1,0,L,D,A,7", [.unknownStatus]),
      ("a,1,2,3,0,0,0,1,1,1,0,L,D,A,2,0,9", [.surplusColumn]),
      ("\u{1B},1,2,3", [.controlCharacter]),
    ] as [(String, [SideFileHazard.Code])])
  func finds(_ line: String, _ codes: [SideFileHazard.Code]) throws {
    let report = try read(Self.header + line + "\n").report
    #expect(
      report.hazards == codes.map { SideFileHazard($0, at: Self.header.utf8.count) })
  }

  @Test("a header after a point and an unknown version are hazards") func lateHeaders() throws {
    let late = try read("a,1,2,3,1,1\n" + Self.header).report
    #expect(late.hazards.map(\.code) == [.lateHeader, .lateHeader])
    #expect(late.hazards.map(\.offset) == [12, 50])
    let unknown = try read("# Markups fiducial file version = 99.x\n").report
    #expect(unknown.hazards == [SideFileHazard(.unknownVersion, at: 0)])
  }

  @Test(
    "after a versioned line without a point, points of the old form keep their defaults"
  )
  func takenBack() throws {
    let file = try read(Self.header + "a\nb,1,2,3\n# Markups fiducial file version =\nc,4,5,6\n")
    #expect(file.points.map(\.point.id) == ["b", "2"].map { Array($0.utf8) })
    #expect(file.points.last?.point.position == Reals([0, 0, 0]))
    #expect(file.points.last?.point.label == [])
  }

  @Test("more points than the limit are refused at the first one too many") func recordLimit() {
    let text = Array("a,1,2,3\nb,1,2,3\n".utf8)
    do throws(SideFileError) {
      _ = try FiducialFile(reading: text.span, limits: SideFileLimits(maximumRecords: 1))
      Issue.record("two points were accepted")
    } catch {
      #expect(error.code == .recordLimit)
      #expect(error.position.offset == 8)
      #expect(error.position.line == 2)
    }
  }

  @Test("a carriage return before the line end is a note, since the last value keeps it")
  func carriageReturns() throws {
    let text = "# Markups fiducial file version = 4.11\r\n1,1,2,3,0,0,0,1,1,1,0,F,,v\r\n"
    let file = try FiducialFile(reading: Array(text.utf8).span)
    #expect(file.points.first?.point.associatedNodeID == Array("v\r".utf8))
    #expect(file.report.notes == [SideFileNote(.carriageReturn, at: text.utf8.count - 2)])
    #expect(file.report.hazards.isEmpty)
  }

  @Test(
    "listed columns in another order are a hazard, since the order is fixed",
    arguments: [
      ("id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID", true),
      ("id,x,y,z", true), (" id , x,y,z\r", true), ("id,z,y,x", false), ("x,y,z", false),
      (
        "id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID,positionStatus,autoCreated,q",
        false
      ),
    ])
  func columns(_ list: String, _ isFixed: Bool) throws {
    let text = "# Markups fiducial file version = 4.11\n# columns = \(list)\n1,30,20,10\n"
    let file = try FiducialFile(reading: Array(text.utf8).span)
    #expect(file.report.hazards.map(\.code) == (isFixed ? [] : [.columnsContradict]))
    #expect(file.points.first?.point.position == Reals([-30, -20, 10]))
  }
}
