import ByteReading
import SceneModel
import Testing
import XMLReading

/// Repair of scenes: what is corrected, at which offset, and what is left to the reader's error.
@Suite struct SceneRepairTests {
  private func repair(_ text: String) throws(SceneError) -> SceneRepair {
    try SceneRepair(reading: Array(text.utf8).span)
  }

  private func text(_ repair: SceneRepair) -> String {
    String(decoding: repair.bytes, as: UTF8.self)
  }

  @Test("a scene that is accepted is returned without changes")
  func accepted() throws {
    let scene = "<MRML><Model name='a &amp; b'/></MRML>\n"
    let repair = try repair(scene)
    #expect(text(repair) == scene)
    #expect(repair.changes.isEmpty)
    #expect(repair.scene.nodes.first?.name == "a & b")
  }

  static let corrections: [(String, String, [SceneRepairChange.Kind], [Int])] = [
    (
      "<MRML><Model name=\"R&D\"/></MRML>", "<MRML><Model name=\"R&amp;D\"/></MRML>",
      [.escapedAmpersand], [20]
    ),
    (
      "<MRML><Model name='a & b &amp; c &x; &#65;'/></MRML>",
      "<MRML><Model name='a &amp; b &amp; c &amp;x; &#65;'/></MRML>",
      [.escapedAmpersand, .escapedAmpersand], [21, 33]
    ),
    (
      "<MRML><Text text=\"x<y <b>z</b>\"/></MRML>",
      "<MRML><Text text=\"x&lt;y &lt;b>z&lt;/b>\"/></MRML>",
      [.escapedLessThan, .escapedLessThan, .escapedLessThan], [19, 22, 26]
    ),
    (
      "<MRML>a & b<Model name=\"m\"/></MRML>", "<MRML>a &amp; b<Model name=\"m\"/></MRML>",
      [.escapedAmpersand], [8]
    ),
    (
      "<MRML><Model name=\"a\"></Model><Model name=\"b",
      "<MRML><Model name=\"a\"></Model></MRML>", [.droppedTail, .closedElement], [30, 44]
    ),
    (
      "<MRML>\n<SceneView id='v'><Model name='a'/>",
      "<MRML>\n<SceneView id='v'><Model name='a'/>"
        + "</SceneView></MRML>", [.closedElement, .closedElement], [42, 42]
    ),
    (
      "<MRML><Model name='a'/></MR", "<MRML><Model name='a'/></MRML>",
      [.droppedTail, .closedElement], [23, 27]
    ),
    // What only begins like a declaration declares nothing.
    (
      "<?xmll encoding='US-ASCII'?><MRML><Model name='\u{317}'/></MRML>\0",
      "<?xmll encoding='US-ASCII'?><MRML><Model name='\u{317}'/></MRML>", [.droppedAfterRoot], [59]
    ),
    ("<MRML><!-- open", "<MRML></MRML>", [.droppedTail, .closedElement], [6, 15]),
    ("<MRML></MRML>\n<!-- c -->\n\0\0\0", "<MRML></MRML>\n<!-- c -->\n", [.droppedAfterRoot], [25]),
    ("<MRML></MRML><MRML/>", "<MRML></MRML>", [.droppedAfterRoot], [13]),
    ("<MRML>\u{1}\u{2}<Model/></MRML>", "<MRML><Model/></MRML>", [.removedCharacters], [6]),
  ]

  @Test("a defect is corrected at its offset, and nothing else changes", arguments: corrections)
  func corrects(
    _ broken: String, _ expected: String, _ kinds: [SceneRepairChange.Kind], _ offsets: [Int]
  ) throws {
    let repair = try repair(broken)
    #expect(text(repair) == expected)
    #expect(repair.changes.map(\.kind) == kinds)
    #expect(repair.changes.map(\.offset) == offsets)
    #expect(try SceneRepair(reading: repair.bytes.span).changes.isEmpty)
  }

  @Test("undeclared ISO-8859-1 becomes UTF-8, and valid UTF-8 beside it stays")
  func latin1() throws {
    let bytes =
      Array("<MRML><Model name=\"M".utf8) + [0xFC] + Array("ller é".utf8)
      + Array("\"/></MRML>".utf8)
    let repair = try SceneRepair(reading: bytes.span)
    #expect(repair.scene.nodes.first?.name == "Müller é")
    #expect(repair.changes.map(\.kind) == [.decodedLatin1])
    #expect(repair.changes.map(\.offset) == [20])
    #expect(repair.changes.first?.replacement == [0xC3, 0xBC])
  }

  @Test("in a document declared as US-ASCII a byte becomes a character reference")
  func ascii() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='us-ascii'?><MRML><Model name='".utf8) + [0xE9]
      + Array("'/></MRML>".utf8)
    let repair = try SceneRepair(reading: bytes.span)
    #expect(repair.scene.nodes.first?.name == "é")
    #expect(repair.changes.first?.replacement == Array("&#233;".utf8))
  }

  @Test(
    "a scene that only a guess could correct is refused with the reader's error",
    arguments: [
      (
        "<MRML><Model name='a/>\n<Model name='b'/></MRML>", XMLError.Code.lessThanInAttributeValue,
        23
      ),
      ("<MRML><Model name=a/></MRML>", .missingQuote, 18),
      ("<MRML><Model name='a'></Mode></MRML>", .mismatchedEndTag, 24),
      ("<MRML><Model name='a' name='b'/></MRML>", .duplicateAttribute, 22),
      ("", .noRootElement, 0), ("text", .textOutsideRoot, 0),
    ])
  func refuses(_ broken: String, _ code: XMLError.Code, _ offset: Int) {
    let error = #expect(throws: SceneError.self) { try repair(broken) }
    #expect(error?.code == .xml(code))
    #expect(error?.offset == offset)
  }

  @Test("a reference to an entity that may be declared is not raw")
  func doctype() throws {
    let scene =
      "<!DOCTYPE MRML [<!ENTITY e 'v'>]><MRML><Model name='&e; & x'/></MRML>"
    let repair = try repair(scene)
    #expect(repair.scene.nodes.first?.name == "v & x")
    #expect(repair.changes.map(\.kind) == [.escapedAmpersand])
  }

  @Test("changes beyond the limit are counted, and the text is repaired all the same")
  func manyChanges() throws {
    let broken = "<MRML><Model name='" + String(repeating: "& ", count: 20) + "'/></MRML>"
    let repair = try SceneRepair(
      reading: Array(broken.utf8).span, limits: SceneLimits(maximumNotes: 5))
    #expect(repair.changes.count == 5)
    #expect(repair.droppedChanges == 15)
    #expect(repair.scene.nodes.first?.name == String(repeating: "& ", count: 20))
  }

  @Test("every cut of a scene after its root keeps the elements before the cut")
  func cuts() throws {
    let scene = """
      <MRML version="Slicer4.4.0">
        <SceneView id="vtkMRMLSceneViewNode1" name="v"><Model id="vtkMRMLModelNode1" name="é"></Model>
        </SceneView><!-- c --><Model id="vtkMRMLModelNode2" name="x &amp; y"/>
      </MRML>
      """
    let bytes = Array(scene.utf8)
    let whole = try SceneRepair(reading: bytes.span).scene
    for count in 29...bytes.count {
      let repair = try SceneRepair(reading: Array(bytes[..<count]).span)
      let elements = repair.scene.document.elementCount
      let complete = (0..<whole.document.elementCount).count { element in
        let start = whole.document.elementOffset(element)
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 < count } ?? false
      }
      #expect(elements == complete, "cut at \(count)")
    }
  }
}
