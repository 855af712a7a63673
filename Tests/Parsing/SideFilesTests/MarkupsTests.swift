import ByteReading
import JSONReading
import SideFiles
import Testing

/// Markups files. Expectations were observed in the application's core.
@Suite struct MarkupsTests {
  private func read(_ text: String, _ limits: SideFileLimits = .default) throws -> MarkupsFile {
    try MarkupsFile(reading: Array(text.utf8).span, limits: limits)
  }

  /// A file whose first element has `type` and `members`.
  private func element(_ members: String, type: String = "Fiducial") -> String {
    "{\"markups\":[{\"type\":\"\(type)\"\(members.isEmpty ? "" : ",")\(members)}]}"
  }

  private func points(_ items: String) throws -> [ControlPoint] {
    try read(element("\"controlPoints\":[\(items)]")).markup.points
  }

  private func refusal(_ text: String, _ limits: SideFileLimits = .default) -> SideFileError? {
    do throws(SideFileError) {
      _ = try MarkupsFile(reading: Array(text.utf8).span, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "an element without a usable node is refused at its offset",
    arguments: [
      ("", .json(.unexpectedEnd), 0), ("{\"markups\":[}", .json(.valueExpected), 12),
      ("1", .rootNotContainer, 0), ("\"markups\"", .rootNotContainer, 0),
      ("{}", .missingMarkups, 0),
      ("[{\"markups\":[]}]", .missingMarkups, 0), (" {\"markups\":{}}", .missingMarkups, 12),
      ("{\"markups\":[]}", .emptyMarkups, 11),
      ("{\"markups\":[],\"markups\":[{}]}", .emptyMarkups, 11),
      ("{\"markups\":[5]}", .elementNotObject, 12), ("{\"markups\":[{}]}", .missingType, 12),
      ("{\"markups\":[{\"type\":5}]}", .missingType, 20),
      ("{\"markups\":[{\"type\":\"fiducial\"}]}", .unknownType, 20),
      ("{\"markups\":[{\"type\":\"\"}]}", .unknownType, 20),
    ] as [(String, SideFileError.Code, Int)])
  func refused(_ text: String, _ code: SideFileError.Code, _ offset: Int) {
    #expect(refusal(text)?.code == code)
    #expect(refusal(text)?.position.offset == offset)
  }

  @Test(
    "an invalid required member is refused at its offset",
    arguments: [
      ("Fiducial", "\"coordinateUnits\":[\"mm\",\"X\",\"m\"]", .foreignUnits, 49),
      ("Fiducial", "\"coordinateUnits\":[\"mm\",\"\"]", .foreignUnits, 49),
      (
        "Fiducial", "\"controlPoints\":[{\"positionStatus\":\"Defined\"}]", .unknownPositionStatus,
        66
      ),
      ("Fiducial", "\"controlPoints\":[{},{\"positionStatus\":\"\"}]", .unknownPositionStatus, 69),
      ("Plane", "\"objectToBase\":[1,2,3]", .invalidMatrix, 43),
      ("Plane", "\"baseToNode\":5", .invalidMatrix, 41),
      ("Plane", "\"size\":[1,2]", .invalidPlane, 35),
      ("Plane", "\"planeBounds\":null", .invalidPlane, 42),
      ("ROI", "\"center\":[1,2,true]", .invalidRegion, 35),
      ("ROI", "\"orientation\":[1,0,0]", .invalidRegion, 40),
    ] as [(String, String, SideFileError.Code, Int)])
  func refusedMember(_ type: String, _ members: String, _ code: SideFileError.Code, _ offset: Int) {
    let error = refusal(element(members, type: type))
    #expect(error?.code == code)
    #expect(error?.position.offset == offset)
  }

  @Test(
    "units are checked only when they are two or three strings",
    arguments: [
      "\"cm\"", "5", "{}", "[]", "[\"mm\"]", "[\"mm\",\"X\",5]", "[5,\"X\",\"x\"]", "[1,2,3,4]",
      "[\"mm\",\"UCUM\"]", "[\"mm\",\"UCUM\\u0000z\",\"x\"]",
    ])
  func units(_ value: String) throws {
    #expect(
      try read(element("\"coordinateUnits\":\(value)")).markup.className
        == "vtkMRMLMarkupsFiducialNode")
  }

  @Test(
    "the coordinate system determines the signs, and an unknown one changes none",
    arguments: [
      ("\"LPS\"", .lps, true), ("\"1\"", .lps, true), ("\"\"", .lps, true), ("5", .lps, true),
      ("null", .lps, true), ("\"RAS\"", .ras, false), ("\"0\"", .ras, false),
      ("\"lps\"", .ras, false), ("\"XYZ\"", .ras, false),
    ] as [(String, CoordinateSystem, Bool)])
  func coordinateSystems(_ value: String, _ system: CoordinateSystem, _ isFlipped: Bool) throws {
    let point = "{\"position\":[1,2,3],\"orientation\":[1,2,3,4,5,6,7,8,9]}"
    let markup = try read(
      element("\"coordinateSystem\":\(value),\"controlPoints\":[\(point)]")
    ).markup
    #expect(markup.coordinateSystem == system)
    let sign = isFlipped ? -1.0 : 1
    #expect(markup.points.first?.position == Reals([sign, sign * 2, 3]))
    #expect(
      markup.points.first?.orientation
        == Reals([1, 2, 3, 4, 5, 6].map { $0 * sign } + [7, 8, 9]))
  }

  @Test(
    "a position needs three numbers, and a partial one is kept without a sign change",
    arguments: [
      ("[1,2,3]", [-1, -2, 3], .defined), ("[1,2]", [0, 0, 0], .undefined),
      ("[1,2,3,4]", [0, 0, 0], .undefined), ("\"x\"", [0, 0, 0], .undefined),
      ("{}", [0, 0, 0], .undefined), ("[1,\"x\",3]", [1, 0, 3], .undefined),
      ("[true,2,3]", [0, 2, 3], .undefined),
      ("[NaN,Inf,-Inf]", [.nan, -.infinity, -.infinity], .defined),
      ("[3.7182600000000003,0,1e2]", [-3.71826, 0, 100], .defined),
    ] as [(String, [Double], ControlPoint.PositionStatus)])
  func positions(_ value: String, _ expected: [Double], _ status: ControlPoint.PositionStatus)
    throws
  {
    let point = try #require(try points("{\"position\":\(value)}").first)
    #expect(point.position == Reals(expected))
    #expect(point.status == status)
  }

  @Test(
    "a given status is kept, but a point without a position is not defined",
    arguments: [
      ("\"undefined\"", true, 0), ("\"preview\"", true, 1), ("\"defined\"", true, 2),
      ("\"missing\"", true, 3), ("5", true, 2), ("null", true, 2), ("\"defined\"", false, 0),
      ("\"missing\"", false, 3), ("\"preview\"", false, 1), ("5", false, 0),
    ] as [(String, Bool, Int32)])
  func statuses(_ value: String, _ hasPosition: Bool, _ expected: Int32) throws {
    let position = hasPosition ? ",\"position\":[1,2,3]" : ""
    let point = try #require(try points("{\"positionStatus\":\(value)\(position)}").first)
    #expect(point.status.rawValue == expected)
  }

  @Test("members of another type have their defaults") func wrongTypes() throws {
    let point = try #require(
      try points(
        "{\"id\":5,\"label\":6,\"description\":null,\"associatedNodeID\":[],\"selected\":\"no\","
          + "\"locked\":1,\"visibility\":0}"
      ).first)
    #expect(point == ControlPoint(id: Array("1".utf8), isSelected: false, isVisible: false))
    let markup = try read(
      element(
        "\"locked\":\"true\",\"labelFormat\":5,\"fixedNumberOfControlPoints\":1,"
          + "\"lastUsedControlPointNumber\":7.5,\"controlPoints\":{},\"measurements\":\"x\"")
    ).markup
    #expect(!markup.isLocked && !markup.hasFixedNumberOfPoints)
    #expect(markup.labelFormat == [])
    #expect(markup.lastUsedPointNumber == 0)
    #expect(markup.points.isEmpty && markup.measurements.isEmpty)
  }

  @Test("of duplicate members the first wins, and texts end at a NUL") func firstWins() throws {
    let point = try #require(try points(#"{"id":"a","id":"b","label":"a\u0000b"}"#).first)
    #expect(point.id == Array("a".utf8))
    #expect(point.label == Array("a".utf8))
  }

  @Test(
    "a point without an identifier gets the next number, even a used one",
    arguments: [
      ("{\"id\":\"1\"},{}", ["1", "1"], 1), ("{},{\"id\":\"1\"},{}", ["1", "1", "2"], 2),
      ("{\"id\":\"2\"},{},{}", ["2", "1", "2"], 2),
      ("{\"id\":\"\"},{\"id\":\"x\"}", ["1", "x"], 1),
    ])
  func generatedIDs(_ items: String, _ ids: [String], _ last: Int32) throws {
    let markup = try read(element("\"controlPoints\":[\(items)]")).markup
    #expect(markup.points.map(\.id) == ids.map { Array($0.utf8) })
    #expect(markup.lastUsedPointNumber == last)
  }

  @Test("generated numbers continue from the last used one and wrap at 32 bits") func lastNumber()
    throws
  {
    let nine = try read(
      element("\"controlPoints\":[{}],\"lastUsedControlPointNumber\":9")
    ).markup
    #expect(nine.lastUsedPointNumber == 10)
    #expect(nine.points.first?.id == Array("10".utf8))
    let maximum = try read(
      element("\"controlPoints\":[{}],\"lastUsedControlPointNumber\":2147483647")
    ).markup
    #expect(maximum.lastUsedPointNumber == .min)
  }

  @Test("a measurement of the same name updates the earlier one") func measurements()
    throws
  {
    let markup = try read(
      element(
        "\"measurements\":[{\"name\":\"a\",\"value\":1,\"units\":\"mm\",\"enabled\":false,"
          + "\"description\":\"d\"},{},{\"name\":\"b\",\"value\":\"x\",\"units\":[\"mm\",\"X\"]},"
          + "{\"name\":\"a\",\"value\":2,\"quantityCode\":[\"c\",\"s\",\"m\"]}]")
    ).markup
    #expect(markup.measurements.map(\.name) == [Array("a".utf8), Array("b".utf8)])
    let first = markup.measurements[0]
    #expect(first.value == 2)
    #expect(first.units.isEmpty)
    #expect(!first.isEnabled)
    #expect(first.description == Array("d".utf8))
    #expect(first.quantity?.meaning == Array("m".utf8))
    #expect(markup.measurements[1].value == nil)
    #expect(markup.measurements[1].units == Array("mm".utf8))
  }

  @Test("a plane keeps its terms as written and converts its matrices") func planes() throws {
    let matrix = (1...16).map { "\($0)" }.joined(separator: ",")
    let plane = try #require(
      try read(
        element(
          "\"planeType\":\"x\",\"autoScalingFactor\":\"y\",\"objectToBase\":[\(matrix)]",
          type: "Plane")
      ).markup.plane)
    #expect(plane.planeType == Array("x".utf8))
    #expect(plane.sizeMode == nil)
    #expect(plane.autoScalingFactor == Reals([0]))
    #expect(plane.objectToBase == Reals((1...16).map { $0 <= 8 ? -Double($0) : Double($0) }))
  }

  @Test("a region is converted whatever its coordinate system is", arguments: ["LPS", "RAS"])
  func regions(_ system: String) throws {
    let region = try #require(
      try read(
        element(
          "\"coordinateSystem\":\"\(system)\",\"center\":[1,2,3],\"orientation\":[1,2,3,4,5,6,7,8,9]",
          type: "ROI")
      ).markup.region)
    #expect(region.center == Reals([-1, -2, 3]))
    #expect(region.orientation == Reals([-1, -2, -3, -4, -5, -6, 7, 8, 9]))
  }

  @Test("more points than the limit are refused at the first one too many") func recordLimit() {
    let error = refusal(
      element("\"controlPoints\":[{},{}]"), SideFileLimits(maximumRecords: 1))
    #expect(error?.code == .recordLimit)
    #expect(error?.position.offset == 51)
  }
}
