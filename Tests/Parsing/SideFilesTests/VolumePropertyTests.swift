import SideFiles
import Testing

/// Volume property files. Expectations were observed in the application's core.
@Suite struct VolumePropertyTests {
  private func read(_ text: String) throws -> VolumePropertyFile {
    try VolumePropertyFile(reading: Array(text.utf8).span)
  }

  private func file(opacity: String) throws -> VolumePropertyFile {
    try read("1\n1\n0.9\n0.1\n0.2\n10\n\(opacity)\n4 0 1 255 1\n8 0 0 0 0 255 1 1 1\n")
  }

  @Test("nine lines in order, and a written file reads back equal") func values() throws {
    let file = try file(opacity: "4 0 0.5 255 1")
    #expect(file.interpolation == 1)
    #expect(file.shade == 1)
    #expect(file.diffuse == Reals([0.9]))
    #expect(file.specularPower == Reals([10]))
    #expect(file.scalarOpacity == [Reals([0, 0.5]), Reals([255, 1])])
    #expect(file.color == [Reals([0, 0, 0, 0]), Reals([255, 1, 1, 1])])
    #expect(file.report.hazards.isEmpty)
    #expect(try VolumePropertyFile(reading: file.write().span) == file)
  }

  @Test("an empty line leaves its value unset") func emptyLines() throws {
    let file = try read("\n\n0.9\n")
    #expect(file.interpolation == nil)
    #expect(file.shade == nil)
    #expect(file.diffuse == Reals([0.9]))
    #expect(file.ambient == nil)
  }

  @Test("a last line without an end is used for all missing lines") func lastLine() throws {
    let file = try read("1\n1\n0.9\n0.1\n0.2")
    #expect(file.specularPower == Reals([0.2]))
    #expect(file.scalarOpacity == [])
  }

  @Test(
    "a counted list has the values that its count and its text allow",
    arguments: [
      ("0", []), ("x", []), ("3 0 0 255", []), ("4 0 0 255", [[0, 0], [255, 0]]),
      ("4 0 0 255 1 9 9", [[0, 0], [255, 1]]),
      ("4 nan 0 255 inf", [[.nan, 0], [255, .infinity]]),
      ("2147483646 1 2", [[1, 2]]), ("-4 0 0 255 1", []),
    ] as [(String, [[Double]])])
  func lists(_ text: String, _ expected: [[Double]]) throws {
    #expect(try file(opacity: text).scalarOpacity == expected.map { Reals($0) })
  }

  @Test(
    "dangerous counts and positions are hazards at their line",
    arguments: [
      ("-4 0 0 255 1", .negativeCount), ("3 0 0 255", .countMismatch), ("4 0 0", .countMismatch),
      ("2000000000 0 0", .countMismatch), ("4 0 0 255 inf", .nonFiniteNumber),
      ("4 255 0 0 1", .positionsNotAscending),
    ] as [(String, SideFileHazard.Code)])
  func finds(_ text: String, _ code: SideFileHazard.Code) throws {
    #expect(try file(opacity: text).report.hazards == [SideFileHazard(code, at: 19)])
  }

  @Test("a missing line is a hazard") func missingLines()
    throws
  {
    #expect(try read("").report.hazards.map(\.code) == Array(repeating: .missingLine, count: 9))
  }
}
