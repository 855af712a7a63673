import SideFiles
import Testing

/// Legacy annotation files. Expectations were observed in the application's core.
@Suite struct AnnotationTests {
  private func read(_ text: String) throws -> AnnotationFile {
    try AnnotationFile(reading: Array(text.utf8).span)
  }

  @Test("name, texts and points are read in a fixed order, whatever the columns claim")
  func values() throws {
    let file = try read(
      "# Name = F_2 \n# pointColumns = type|z|y|x\ntext|hello|1|1\npoint|1,5|0x10|3|1|1\npoint|4|5|6\n"
    )
    #expect(file.name == Array("F_2 ".utf8))
    #expect(file.texts == [Array("hello".utf8)])
    #expect(file.points == [Reals([1, 16, 3]), Reals([4, 5, 6])])
  }

  @Test(
    "display properties are read in single precision",
    arguments: [
      ("pointColor = 0.1,0.2,0.3", "Color", [0.1, 0.2, 0.3]),
      ("pointColor = 0.1 0.2", "Color", [0.1, 0, 0]),
      ("pointSelectedColor = x", "SelectedColor", [0, 0, 0]),
      ("pointOpacity = 0.5x", "Opacity", [0.5]),
      ("pointPower = 1e3", "Power", [1000]), ("pointVisibility = true", "Visibility", [0]),
    ])
  func displays(_ line: String, _ name: String, _ expected: [Float]) throws {
    let file = try read("# \(line)\n")
    #expect(file.pointDisplay.values == [name: Reals(expected.map(Double.init))])
    #expect(file.textDisplay.values.isEmpty)
  }

  @Test(
    "a header must match in every blank, and a line must begin with its word",
    arguments: [
      "#Name = a", "# name = a", "# Name=a", " point|1|2|3", "POINT|1|2|3", "|1|2|3", "x|1|2|3",
    ])
  func passedOver(_ line: String) throws {
    let file = try read(line + "\n")
    #expect(file.name == nil)
    #expect(file.points.isEmpty && file.texts.isEmpty)
  }

  @Test("a line of 1024 bytes ends the file, and one of 1023 is read") func longLines() throws {
    let line = "# " + String(repeating: "x", count: 1021)
    #expect(try read(line + "\npoint|1|2|3\n").points.count == 1)
    let longer = try read("point|1|2|3\n\(line)x\npoint|1|2|3\n")
    #expect(longer.points.count == 1)
    #expect(longer.report.hazards == [SideFileHazard(.longLine, at: 12)])
  }

  @Test(
    "dangerous lines are hazards at their offset",
    arguments: [
      ("point|1|2", .missingColumn, 0), ("text", .missingColumn, 0),
      ("point|1|2|inf", .nonFiniteNumber, 0), ("# pointColor = 1", .wrongLength, 15),
    ] as [(String, SideFileHazard.Code, Int)])
  func finds(_ line: String, _ code: SideFileHazard.Code, _ offset: Int) throws {
    #expect(try read(line + "\n").report.hazards == [SideFileHazard(code, at: offset)])
  }
}
