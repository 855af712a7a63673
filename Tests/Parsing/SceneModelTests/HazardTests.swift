import ByteReading
import SceneModel
import Testing

/// Hazards of scenes: each has a code, a severity, a node and a position.
@Suite struct SceneHazardTests {
  /// A row: the elements, the code, the node it is about (nil for none), and the text at its
  /// offset.
  struct Row: Sendable, CustomTestStringConvertible {
    let elements: String
    let code: SceneHazard.Code
    let severity: HazardSeverity
    let node: String?
    let place: String
    var testDescription: String { "\(code)" }

    init(
      _ elements: String, _ code: SceneHazard.Code, _ severity: HazardSeverity,
      _ node: String?,
      at place: String
    ) {
      self.elements = elements
      self.code = code
      self.severity = severity
      self.node = node
      self.place = place
    }
  }

  private static let long = String(repeating: "x", count: 256)
  private static let hierarchy = "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:2\">"
  private static let kept = "vtkMRMLSubjectHierarchyNode1"
  private static let top =
    "<SubjectHierarchyItem id=\"3\" name=\"Scene\" parent=\"0\" attributes=\"Level^Scene|\"/>"

  private static func items(_ items: String) -> String {
    "\(hierarchy)\(top)\(items)</SubjectHierarchy>"
  }

  private static func storage(_ attribute: String, _ value: String) -> String {
    "<ModelStorage id=\"s\" \(attribute)=\"\(value)\"/>"
  }

  static let rows: [Row] = [
    // Identifiers.
    Row("<Model id=\"\(long)\"/>", .longID, .warning, long, at: "<Model"),
    Row("<Model id=\"\u{E9}\"/>", .nonASCIIID, .note, "\u{E9}", at: "<Model"),
    Row("<Model id=\"a;b\"/>", .unusualID, .warning, "a;b", at: "<Model"),
    Row("<Model id=\"a\"/><Text id=\"a\"/>", .sharedID, .warning, "vtkMRMLTextNode1", at: "<Text"),
    Row("<SceneView id=\"../a\"/>", .identifierInPath, .danger, "../a", at: "<SceneView"),
    // Singletons that merge.
    Row(
      "<Model id=\"vtkMRMLTextNodeT\"/><Text singletonTag=\"T\"/>", .singletonAcrossClasses,
      .danger,
      "vtkMRMLTextNodeT", at: "<Model"),
    // References.
    Row("<Model id=\"a\" references=\"r:a;\"/>", .selfReference, .danger, "a", at: "<Model"),
    Row(
      "<Model id=\"a\" references=\"r:b;\"/><Text id=\"b\" references=\"r:a;\"/>", .referenceCycle,
      .danger, "a", at: "<Model"),
    Row(
      "<LinearTransform id=\"a\" references=\"transform:b;\"/>"
        + "<LinearTransform id=\"b\" references=\"transform:c;\"/>"
        + "<LinearTransform id=\"c\" references=\"transform:a;\"/>", .referenceCycle, .danger, "a",
      at: "<LinearTransform id=\"a\""),
    Row(
      "<Hierarchy id=\"a\" parentNodeRef=\"b\"/><Hierarchy id=\"b\" parentNodeRef=\"a\"/>",
      .referenceCycle, .danger, "a", at: "<Hierarchy id=\"a\""),
    Row(
      "<Model id=\"a\" references=\"transform:b;\"/><Text id=\"b\"/>", .crossClassReference,
      .warning, "a", at: "<Model"),
    // Items.
    Row(
      items(
        "<SubjectHierarchyItem id=\"5\" name=\"x\" parent=\"6\"/>"
          + "<SubjectHierarchyItem id=\"6\" name=\"y\" parent=\"5\"/>"), .itemCycle, .danger, kept,
      at: "<SubjectHierarchyItem id=\"5\""),
    Row(
      items("<SubjectHierarchyItem id=\"5\" name=\"x\" parent=\"9\"/>"), .danglingItemParent,
      .warning, kept, at: "<SubjectHierarchyItem id=\"5\""),
    Row(
      items(
        "<SubjectHierarchyItem id=\"5\" name=\"x\" parent=\"3\"/>"
          + "<SubjectHierarchyItem id=\"5\" name=\"y\" parent=\"3\"/>"), .duplicateItemID, .warning,
      kept, at: "<SubjectHierarchyItem id=\"5\" name=\"y\""),
    Row(
      "<Model/><SubjectHierarchyItem id=\"5\"/>", .itemOutsideHierarchy, .danger, nil,
      at: "<SubjectHierarchyItem"),
    // Scene views.
    Row(
      "<SceneView id=\"a\"><SceneView id=\"b\"/></SceneView>", .nestedSceneViews, .warning, "b",
      at: "<SceneView id=\"b\""),
    Row("<SceneViewNode/><Model id=\"m\"/>", .swallowedNode, .warning, "m", at: "<Model"),
    // Numbers.
    Row(
      "<Volume id=\"v\" spacing=\"1 2\"/>", .shortNumbers, .danger, "v", at: "spacing"),
    Row(
      "<ModelDisplay id=\"d\" opacity=\"nan\"/>", .nonFiniteNumber, .warning, "d", at: "opacity"),
    Row(
      "<VolumeProperty id=\"p\" scalarOpacity=\"9 1 2\"/>", .countMismatch, .danger, "p",
      at: "scalarOpacity"),
    Row(
      "<ColorTable id=\"c\" type=\"14\" numcolors=\"2000000\"/>", .hugeCount, .danger, "c",
      at: "numcolors"),
    Row(
      "<ColorTable id=\"c\" colors=\"0 'a' 1 1 1 1\"/>", .colorsWithoutType, .danger, "c",
      at: "colors"),
    Row(
      "<ColorTable id=\"c\" type=\"14\" numcolors=\"1\" colors=\"7 'a' 1 1 1 1\"/>",
      .colorIndexOutOfRange, .warning, "c", at: "colors="),
    Row(
      "<ColorTable id=\"c\" type=\"14\" numcolors=\"1\" colors=\"0 '' 1 1 1 1\"/>",
      .colorNameOfQuotes, .danger, "c", at: "colors="),
    // Formats.
    Row(
      "<MarkupsFiducial id=\"f\" controlPointLabelFormat=\"%n\"/>", .formatConversion, .danger, "f",
      at: "controlPointLabelFormat"),
    Row(
      "<MarkupsFiducial id=\"f\" controlPointLabelFormat=\"%999d\"/>", .formatWidth, .danger, "f",
      at: "controlPointLabelFormat"),
    // Points of lines.
    Row(
      "<AnnotationLines id=\"l\" ctrlPtsCoord=\"1 2 3\" linePtsID=\"0 -1\"/>", .negativePointIndex,
      .warning, "l", at: "linePtsID"),
    Row(
      "<AnnotationLines id=\"l\" ctrlPtsCoord=\"1 2 3\" linePtsID=\"0 1\"/>", .pointIndexPastEnd,
      .danger, "l", at: "linePtsID"),
    Row(
      "<AnnotationLines id=\"l\" ctrlPtsCoord=\"1 2 3\" linePtsID=\"0\"/>", .oddPointIndices,
      .warning, "l", at: "linePtsID"),
    // Paths and addresses.
    Row(storage("fileName", "/etc/x"), .absolutePath, .danger, "s", at: "fileName"),
    Row(storage("fileName", "a/../../x"), .parentPath, .danger, "s", at: "fileName"),
    Row(storage("fileName", "~/x"), .homePath, .danger, "s", at: "fileName"),
    Row(storage("fileName", "C:\\x"), .foreignPath, .warning, "s", at: "fileName"),
    Row(storage("fileName", "\\\\host\\x"), .foreignPath, .warning, "s", at: "fileName"),
    Row(storage("fileName", "slicer:x"), .schemeInPath, .danger, "s", at: "fileName"),
    Row(storage("fileName", "a\u{202E}b"), .controlCharacterInPath, .danger, "s", at: "fileName"),
    Row(storage("fileName", "a&#10;b"), .controlCharacterInPath, .danger, "s", at: "fileName"),
    Row(
      storage("fileName", String(repeating: "a/", count: 2100)), .longPath, .warning, "s",
      at: "fileName"),
    Row(storage("fileName", "a%2520b"), .doublyEncodedPath, .note, "s", at: "fileName"),
    Row(storage("fileName", "%252e%252e%252fup"), .parentPath, .danger, "s", at: "fileName"),
    Row(storage("fileListMember0", "x.mrml"), .sceneAsData, .warning, "s", at: "fileListMember0"),
    Row(storage("uri", "http://host/x"), .remoteURI, .danger, "s", at: "uri"),
    Row(storage("uri", "https://a:b@host/x"), .userInfoInURI, .danger, "s", at: "uri"),
    Row(storage("uriListMember0", "file:///x"), .foreignURI, .warning, "s", at: "uriListMember0"),
    // Size.
    Row(
      "<Text id=\"t\" text=\"\(String(repeating: "x", count: (1 << 20) + 1))\"/>", .longAttribute,
      .warning, "t", at: "text="),
    Row(
      String(repeating: "<a>", count: 1001) + String(repeating: "</a>", count: 1001), .deepNesting,
      .warning, nil, at: ""),
    Row(
      "<Model id=\"m\" \((0...1000).map { "a\($0)=\"\"" }.joined(separator: " "))/>",
      .manyAttributes, .warning, nil, at: "<Model"),
  ]

  @Test("a hazard is found with its severity, node and offset", arguments: rows)
  func finds(_ row: Row) throws {
    let scene = try load(row.elements)
    let hazard = try #require(scene.hazards.first { $0.code == row.code })
    #expect(hazard.severity == row.severity)
    #expect(hazard.node.map { scene.allNodes[$0].id } == row.node)
    guard !row.place.isEmpty else { return }
    let text = Array("<MRML>\(row.elements)</MRML>".utf8)
    #expect(text[hazard.offset...].starts(with: row.place.utf8))
  }

  @Test("attributes supplied by the document type declaration are hazards")
  func findsDefaults() throws {
    let text = "<!DOCTYPE MRML [<!ATTLIST Model id CDATA \"x\">]><MRML><Model/></MRML>"
    let scene = try read(text)
    let hazard = try #require(scene.hazards.first { $0.code == .defaultedAttribute })
    #expect(hazard.severity == .warning)
    #expect(hazard.node.map { scene.allNodes[$0].id } == "x")
  }

  @Test("more than a hundred thousand nodes are a hazard") func findsManyNodes() throws {
    let scene = try load(String(repeating: "<Model/>", count: 100_001))
    #expect(scene.hazards.contains { $0.code == .manyNodes && $0.node == 100_000 })
  }

  @Test("every code has a row, a severity and a sentence") func isComplete() {
    let elsewhere: Set<SceneHazard.Code> = [.defaultedAttribute, .manyNodes]
    #expect(Set(Self.rows.map(\.code)).union(elsewhere) == Set(SceneHazard.Code.allCases))
    #expect(Set(SceneHazard.Code.allCases.map(\.sentence)).count == SceneHazard.Code.allCases.count)
  }

  @Test(
    "an honest scene has no hazard",
    arguments: [
      "<Model id=\"vtkMRMLModelNode1\" references=\"display:d;\"/><ModelDisplay id=\"d\"/>",
      "<ModelStorage fileName=\"a.vtk\"/>",
      "<AnnotationLines ctrlPtsCoord=\"1 2 3|4 5 6\" linePtsID=\"0 1\"/>",
      "<MarkupsFiducial controlPointLabelFormat=\"%N-%d\"/>",
    ])
  func staysQuiet(_ elements: String) throws {
    #expect(try load(elements).hazards == [])
  }
}
