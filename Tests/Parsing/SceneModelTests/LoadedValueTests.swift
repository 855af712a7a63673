import SceneModel
import Testing

/// Values of nodes after loading: each row was observed in the real core.
@Suite struct LoadedValueTests {
  @Test(
    "an attribute is decoded as its class does",
    arguments: [
      ("<ModelDisplay opacity=\"x\"/>", "opacity", "1.0"),
      ("<ModelDisplay scalarRangeFlag=\"3\"/>", "scalarRangeFlag", "UseDataType"),
      ("<ModelDisplay autoScalarRange=\"\"/>", "scalarRangeFlag", "UseManual"),
      ("<ModelDisplay sliceIntersectionVisibility=\"true\"/>", "visibility2D", "true"),
      ("<MarkupsDisplay sliceIntersectionVisibility=\"false\"/>", "visibility2D", "true"),
      ("<MarkupsDisplay glyphType=\"13\"/>", "glyphType", "ThickArrow2D"),
      ("<MarkupsDisplay glyphType=\"13\"/>", "pointLabelsVisibility", "true"),
      ("<MarkupsDisplay interactionHandleOpacity=\"5\"/>", "interactionHandleOpacity", "1.0"),
      (
        "<MarkupsFiducial maximumNumberOfControlPoints=\"0\"/>", "maximumNumberOfControlPoints",
        "-1"
      ),
      ("<MarkupsLine markupLabelFormat=\"%d\"/>", "controlPointLabelFormat", "%d"),
      ("<MarkupsCurve curveType=\"straight\"/>", "curveType", "spline"),
      (
        "<MarkupsCurve numberOfPointsPerInterpolatingSegment=\"0\"/>",
        "numberOfPointsPerInterpolatingSegment", "10"
      ),
      ("<Camera viewUp=\"0 0 5\"/>", "viewUp", "0.0 0.0 1.0"),
      ("<Camera viewAngle=\"200\"/>", "viewAngle", "179.0"),
      ("<View layoutName=\"foo\"/>", "layoutName", "1"),
      ("<View backgroundColor=\"1 0 0\"/>", "backgroundColor2", "1.0 0.0 0.0"),
      (
        "<View backgroundColor2=\"0 1 0\" backgroundColor=\"1 0 0\"/>", "backgroundColor2",
        "0.0 1.0 0.0"
      ),
      ("<View AxisLabels=\"a;b\"/>", "AxisLabels", "a,b,,,,"),
      ("<Slice layoutName=\"Green\"/>", "layoutLabel", "G"),
      ("<Slice layoutName=\"Green\" layoutLabel=\"x\"/>", "layoutLabel", "x"),
      ("<Slice layoutName=\"Compare12\"/>", "layoutLabel", "12"),
      (
        "<Slice layoutName=\"Compare1\"/>", "layoutColor",
        "0.8823529411764706 0.4392156862745098 0.07058823529411765"
      ),
      ("<Slice layoutName=\"Compare\"/>", "layoutLabel", ""),
      ("<Slice layoutName=\"Compare1\" layoutLabel=\"x\"/>", "layoutLabel", "x"),
      ("<Slice id=\"vtkMRMLSliceNodeCompare3\"/>", "layoutLabel", "3"),
      ("<Slice fieldOfView=\"9 5 1\"/>", "fieldOfView", "5.0 5.0 1.0"),
      ("<Slice orientation=\"Axial\"/>", "orientation", "Reformat"),
      ("<Slice orientationMatrixA=\"1 0 0 0 1 0 0 0 1\"/>", "orientation", "A"),
      (
        "<Slice orientationMatrixA=\"0 1 0 1 0 0 0 0 1\" orientation=\"A\"/>", "sliceToRAS",
        "0.0 1.0 0.0 0.0 1.0 0.0 0.0 0.0 0.0 0.0 1.0 0.0 0.0 0.0 0.0 1.0"
      ),
      ("<Slice resliceDimensions=\"1 2 3\"/>", "uvwDimensions", "1 2 3"),
      ("<ROI/><MRMLROINode LabelText=\"x\"/>", "labelText", "x"),
      ("<SegmentEditor maskMode=\"x\"/>", "maskMode", ""),
      ("<Sequence indexType=\"x\"/>", "indexType", "text"),
      ("<SequenceBrowser indexDisplayDecimals=\"3\"/>", "indexDisplayFormat", "%.3f"),
      ("<Text encoding=\"100\"/>", "encoding", "20"),
      ("<Selection activePlaceNodeClassName=\"NULL\"/>", "activePlaceNodeClassName", ""),
      ("<ModelStorage coordinateSystem=\"1\"/>", "coordinateSystem", "RAS"),
      ("<MarkupsFiducialStorage coordinateSystem=\"0\"/>", "coordinateSystem", "RAS"),
      ("<ModelStorage fileListMember7=\"a\" fileListMember3=\"./a\"/>", "fileListMember0", "a"),
      (
        "<Model id=\"x\"/><Model id=\"x\"/><Hierarchy parentNodeRef=\"x\"/>", "parentNodeRef",
        "vtkMRMLModelNode1"
      ),
      ("<SceneView sceneViewDescription=\"a[br]b&lt;br>c\"/>", "sceneViewDescription", "a\nb\nc"),
      (
        "<LinearTransform matrixTransformFromParent=\"1 0 0 5 0 1 0 6 0 0 1 7 0 0 0 1\"/>",
        "matrixTransformToParent",
        "1.0 0.0 0.0 -5.0 0.0 1.0 0.0 -6.0 0.0 0.0 1.0 -7.0 0.0 0.0 0.0 1.0"
      ),
      (
        "<MarkupsLine interactionHandleToWorldMatrix=\"1 0 0 5 0 1 0 6 0 0 1 7 0 0 0 1\"/>",
        "interactionHandleToWorldMatrix",
        "1.0 0.0 0.0 0.0 0.0 1.0 0.0 0.0 0.0 0.0 1.0 0.0 0.0 0.0 0.0 1.0"
      ),
      ("<Annotation textList=\"a|b\"/>", "textSelected", "1.0 1.0"),
      ("<Annotation textList=\"||a|\"/>", "textList", "a,"),
      ("<Annotation textList=\"||a|\"/>", "textSelected", "1.0 1.0"),
      ("<Annotation textList=\"|||\"/>", "textVisible", ""),
      ("<Annotation textList=\"a|b|c\" textSelected=\"0.5 0\"/>", "textSelected", "0.0 0.0 1.0"),
      ("<Annotation textList=\"a|b\" textSelected=\"x 0\"/>", "textSelected", "1.0 1.0"),
      ("<Annotation textSelected=\"0 0\" textList=\"a|b\"/>", "textSelected", "1.0 1.0"),
      (
        "<AnnotationLines ctrlPtsCoord=\"1 2|3 4 x\" ctrlPtsSelected=\"2\"/>", "ctrlPtsSelected",
        "1.0 0.0"
      ),
      ("<AnnotationLines ctrlPtsCoord=\"x 1 2 3\" ctrlPtsSelected=\"1\"/>", "ctrlPtsSelected", ""),
      (
        "<SliceComposite id=\"vtkMRMLViewNode1\" layoutName=\"Red\"/>"
          + "<View id=\"w\" layoutName=\"1\"/>", "layoutName", "1"
      ),
      (
        "<ModelDisplay id=\"vtkMRMLMarkupsDisplayNodeT\" opacity=\"0.5\"/>"
          + "<MarkupsDisplay singletonTag=\"T\"/>", "opacity", "1.0"
      ),
      (
        "<ModelDisplay id=\"vtkMRMLMarkupsDisplayNodeT\"/><MarkupsDisplay singletonTag=\"T\"/>",
        "color", "0.4 1.0 1.0"
      ),
      (
        "<ModelDisplay id=\"vtkMRMLMarkupsDisplayNodeT\" thresholdEnabled=\"true\"/>"
          + "<MarkupsDisplay singletonTag=\"T\"/>", "thresholdEnabled", "true"
      ),
      ("<SliceComposite id=\"vtkMRMLViewNode1\" compositing=\"2\"/><View/>", "compositing", "2"),
      (
        "<ModelDisplay singletonTag=\"T\" lineWidth=\"3\"/>"
          + "<ModelDisplay singletonTag=\"T\" lineWidth=\"2\"/>", "lineWidth", "3.0"
      ),
      // Values that the format does not define are unspecified.
      ("<Slice sliceToRAS=\"1 2\"/>", "orientation", "unspecified"),
      ("<Volume spacing=\"\"/>", "spacing", "unspecified"),
      ("<Camera position=\"\"/>", "focalPoint", "unspecified"),
      (
        "<LinearTransform matrixTransformFromParent=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\"/>",
        "matrixTransformToParent", "unspecified"
      ),
    ])
  func loads(_ elements: String, _ name: String, _ expected: String) throws {
    let node = try #require(try load(elements).own.last)
    let value = node.loadedValues.first { $0.name == name }
    #expect(value.map { spell($0.value) } == expected)
  }

  @Test("a missing or rejected attribute has the default of its class")
  func defaults() throws {
    let values = try load("<View rulerType=\"x\" letterSize=\"0.1\"/>").own[0].loadedValues
    func value(_ name: String) -> LoadedValue? { values.first { $0.name == name } }
    #expect(value("rulerType")?.value == .term("none", 0))
    #expect(value("rulerType")?.isDefault == true)
    #expect(value("letterSize")?.value == .real(0.1))
    #expect(value("letterSize")?.isDefault == false)
    #expect(!values.contains { ["id", "name", "selected"].contains($0.name) })
  }

  @Test(
    "descriptions and flags are those of the node after loading",
    arguments: [
      ("<Model description=\"d\"/>", LoadedDescription.text(Array("d".utf8)), false),
      ("<Model/>", .none, false), ("<MarkupsLine description=\"d\"/>", .text([]), false),
      ("<ColorTable description=\"d\"/>", .text(Array("d".utf8)), true),
      ("<ColorTable description=\"d\" type=\"1\"/>", .ofColorType(1), true),
      ("<ColorTable description=\"d\" type=\"11\"/>", .text(Array("d".utf8)), true),
      ("<ColorTable type=\"\"/>", .unspecified, true),
      ("<ModelDisplay/>", .none, true), ("<Volume labelMap=\"1\"/>", .none, false),
      ("<ModelDisplay hideFromEditors=\"1\"/>", .none, false),
      ("<SceneSnapshot hideFromEditors=\"true\"/>", .none, false),
    ])
  func identities(_ element: String, _ description: LoadedDescription, _ isHidden: Bool) throws {
    let node = try load(element).own[0]
    #expect(node.description == description)
    #expect(node.flags["hideFromEditors"] == isHidden)
    #expect(node.flags.count == 4)
  }

  @Test("a volume that became a label map is not selected") func labelMapsAreNotSelected() throws {
    let scene = try load("<Volume labelMap=\"1\" selected=\"true\"/><Volume selected=\"true\"/>")
    #expect(scene.own.map { $0.flags["selected"] } == [false, true])
  }

  @Test("the display of a folder adds a subject hierarchy before it")
  func folderDisplays() throws {
    var scene = try load("<FolderDisplay id=\"f\"/>")
    #expect(scene.nodes.map(\.id) == ["vtkMRMLSubjectHierarchyNode1", "f"])
    scene = try load("<SceneView><FolderDisplay id=\"f\"/></SceneView>")
    // In a view it comes after the display.
    #expect(scene.nodes[0].children.map(\.id) == ["f", "vtkMRMLSubjectHierarchyNode1"])
    let hierarchy = "<SubjectHierarchy id=\"s\" attributes=\"SubjectHierarchyVersion:2\"/>"
    #expect(
      try load("\(hierarchy)<FolderDisplay id=\"f\"/>").nodes.map(\.id) == ["s", "f"])
    #expect(
      try load("<FolderDisplay id=\"f\"/>\(hierarchy)").nodes.map(\.id)
        == ["vtkMRMLSubjectHierarchyNode1", "f"])
  }
}

private func spell(_ value: AttributeValue) -> String {
  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  return switch value {
  case .bool(let flag): "\(flag)"
  case .integer(let number): "\(number)"
  case .real(let number): "\(number)"
  case .text(let bytes): text(bytes)
  case .term(let term, _): term
  case .integers(let numbers): numbers.map { "\($0)" }.joined(separator: " ")
  case .reals(let numbers): numbers.map { $0 == 0 ? "0.0" : "\($0)" }.joined(separator: " ")
  case .texts(let texts): texts.map(text).joined(separator: ",")
  case .unspecified: "unspecified"
  default: "\(value)"
  }
}
