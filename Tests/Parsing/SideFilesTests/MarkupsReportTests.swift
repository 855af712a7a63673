import SideFiles
import Testing

/// Notes and hazards of markups files, and the round trip.
@Suite struct MarkupsReportTests {
  private func report(_ text: String) throws -> SideFileReport {
    try MarkupsFile(reading: Array(text.utf8).span).report
  }

  @Test(
    "every dangerous value is a hazard at its offset",
    arguments: [
      ("{\"markups\":[{\"type\":\"Line\",\"type\":\"x\"}]}", .duplicateName, 27),
      ("{\"markups\":[{\"type\":\"Line\"},{}]}", .elementWithoutType, 28),
      ("{\"markups\":[{\"type\":\"Line\"},5]}", .elementWithoutType, 28),
      ("{\"markups\":[{\"type\":\"Line\",\"locked\":1}]}", .wrongType, 36),
      ("{\"markups\":[{\"type\":\"Line\",\"controlPoints\":5}]}", .wrongType, 43),
      ("{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[5]}]}", .itemNotObject, 44),
      (
        "{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[{\"position\":[1]}]}]}", .wrongLength,
        56
      ),
      (
        "{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[{\"position\":[1,null,3]}]}]}",
        .partialVector, 59
      ),
      (
        "{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[{\"position\":[1,2,NaN]}]}]}",
        .nonFiniteNumber, 61
      ),
      ("{\"markups\":[{\"type\":\"Line\",\"labelFormat\":\"%n\"}]}", .formatConversion, 41),
      ("{\"markups\":[{\"type\":\"Line\",\"labelFormat\":\"%99999d\"}]}", .formatConversion, 41),
      ("{\"markups\":[{\"type\":\"Line\",\"labelFormat\":\"\\n\"}]}", .controlCharacter, 41),
      ("{\"markups\":[{\"type\":\"Line\"}]}\0x", .bytesAfterNUL, 29),
      (
        "{\"markups\":[{\"type\":\"Line\",\"display\":" + String(repeating: "[", count: 99)
          + String(repeating: "]", count: 99) + "}]}", .deepNesting, 0
      ),
    ] as [(String, SideFileHazard.Code, Int)])
  func finds(_ text: String, _ code: SideFileHazard.Code, _ offset: Int) throws {
    let report = try report(text)
    #expect(report.hazards == [SideFileHazard(code, at: offset)])
  }

  @Test("bytes that are not UTF-8 are a hazard") func invalidUTF8() throws {
    let bytes =
      Array("{\"markups\":[{\"type\":\"Line\",\"labelFormat\":\"".utf8) + [0xC3]
      + Array("\"}]}".utf8)
    #expect(
      try MarkupsFile(reading: bytes.span).report.hazards
        == [SideFileHazard(.invalidUTF8, at: 41)])
  }

  @Test(
    "a value that the application changes or drops is a note",
    arguments: [
      ("{\"markups\":[{\"type\":\"Line\"}]}", .unknownSchema, 0),
      (
        "{\"@schema\":\"markups-schema-v2.0.0.json\",\"markups\":[{\"type\":\"Line\"}]}",
        .unknownSchema, 11
      ),
      ("{\"markups\":[{\"type\":\"Line\"},{\"type\":\"Line\"}]}", .furtherElement, 28),
      ("{\"markups\":[{\"type\":\"Line\",\"x\":[1]}]}", .unknownName, 31),
      (
        "{\"markups\":[{\"type\":\"Line\",\"coordinateSystem\":\"x\"}]}", .unknownCoordinateSystem,
        46
      ),
      ("{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[{}]}]}", .generatedID, 44),
      (
        "{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[{\"id\":\"a\"},{\"id\":\"a\"}]}]}",
        .repeatedID, 55
      ),
      ("{\"markups\":[{\"type\":\"Line\",\"measurements\":[{}]}]}", .namelessMeasurement, 43),
      (
        "{\"markups\":[{\"type\":\"Line\",\"measurements\":[{\"name\":\"a\"},{\"name\":\"a\"}]}]}",
        .repeatedMeasurement, 56
      ),
      (#"{"markups":[{"type":"Line","labelFormat":"a\u0000"}]}"#, .cutAtNUL, 41),
    ] as [(String, SideFileNote.Code, Int)])
  func notes(_ text: String, _ code: SideFileNote.Code, _ offset: Int) throws {
    #expect(try report(text).notes.contains(SideFileNote(code, at: offset)))
  }

  @Test("notes and hazards beyond the limit are counted only") func counted() throws {
    let items = Array(repeating: "5", count: 10).joined(separator: ",")
    let text = "{\"markups\":[{\"type\":\"Line\",\"controlPoints\":[\(items)]}]}"
    let report = try MarkupsFile(
      reading: Array(text.utf8).span, limits: SideFileLimits(maximumNotes: 3)
    ).report
    #expect(report.hazards.count == 3)
    #expect(report.dropped == 7)
  }

  @Test(
    "released schemas are known",
    arguments: [
      ("markups-schema-v1.0.0.json", 0), ("https://x/markups-schema-v1.0.3.json#", 3),
      ("HTTPS://X/MARKUPS-SCHEMA-V1.0.2.JSON#", 2), ("markups-schema-v1.0.json", nil),
      ("markups-schema-v1.0.0.json##", nil), ("", nil),
    ] as [(String, Int?)])
  func schemas(_ schema: String, _ patch: Int?) throws {
    let file = try MarkupsFile(
      reading: Array("{\"@schema\":\"\(schema)\",\"markups\":[{\"type\":\"Line\"}]}".utf8).span)
    #expect(file.schemaVersion?.patch == patch)
  }

  @Test("an error is at most 32 bytes") func errorIsSmall() {
    #expect(MemoryLayout<SideFileError>.size <= 32)
  }
}
