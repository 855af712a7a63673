import SceneModel
import Testing

/// Text properties: each row was observed in the real core.
@Suite struct TextPropertyTests {
  @Test(
    "the readable parts of a text property count",
    arguments: [
      ("font-size:7px", "font-size", "7px"), ("font-size:7.5", "font-size", "7px"),
      ("font-size:-5px", "font-size", "0px"), ("font-size:07px", "font-size", "0px"),
      ("font-size:0x10px", "font-size", "16px"), ("font-size:7px:8px", "font-size", "7px"),
      ("font-size:7px;font-size:9px", "font-size", "9px"), (" font-size:7px", "font-size", "5px"),
      ("FONT-SIZE:7px", "font-size", "5px"), ("x", "font-size", "5px"),
      ("border-width:x", "border-width", "0px"), ("font-style:oblique", "font-style", "normal"),
      ("font-style:italic", "font-style", "italic"), ("font-weight:700", "font-weight", "normal"),
      ("font-family:x", "font-family", "x"), ("color:red", "color", "rgba(0,0,0,0)"),
      ("color:rgba(0,,0,0)", "color", "rgba(0,0,0,0)"),
      ("color:rgba(300,-1,1.5,2)", "color", "rgba(300,-1,1,1)"),
      ("color:rgba( 1, 2, 3, .50x)", "color", "rgba(1,2,3,0.5)"),
      ("color:rgb(1,2,3)", "color", "rgba(0,2,3,0)"),
      ("border-color:rgba(1,2,3,0.01)", "border-color", "rgba(1,2,3,1.0)"),
      ("border-color:rgba(1,2,3)", "border-color", "rgba(1,2,3,0.0)"),
      ("text-shadow:1px -1px 2px inf", "text-shadow", "1px -1px 2px rgba(0,0,0,0.0)"),
      ("text-shadow:3px", "text-shadow", "3px 2px 2px rgba(0,0,0,1.0)"),
      ("text-shadow:1px -1px 9px rgba(9,9,9,0.5", "text-shadow", "1px -1px 2px rgba(0,0,0,1.0)"),
    ])
  func reads(_ text: String, _ name: String, _ expected: String) throws {
    let value = try value(text)
    let written = try #require(pairs(of: value))
    #expect(written.count == 9)
    #expect(written.first { $0.name == Array(name.utf8) }?.value == Array(expected.utf8))
  }

  @Test(
    "an undefined part of a text property makes it unspecified",
    arguments: [
      "font-size:99999999999px", "color:rgba(nan,0,0,1)", "color:rgba(99999999999,0,0,1)",
      "color:rgba(1,2,3,0.123456789)", "color:rgba(1,2,3,1e-1)", "text-shadow: 1px",
      "font-family:#",
    ])
  func leavesUnspecified(_ text: String) throws {
    #expect(try value(text) == .unspecified)
  }

  @Test("parts missing from a text property keep the default of the class") func completes() throws
  {
    let scene = try load("<ColorLegendDisplay labelTextProperty=\"font-style:italic\"/>")
    let values = scene.nodes[0].loadedValues
    let label = try #require(pairs(of: values.first { $0.name == "labelTextProperty" }?.value))
    #expect(
      Array(label.map(\.name).prefix(3)) == ["font-family", "font-size", "font-style"].map(bytes))
    #expect(Array(label.map(\.value).prefix(3)) == ["Courier", "12px", "italic"].map(bytes))
  }

  private func value(_ text: String) throws -> AttributeValue? {
    let scene = try load("<MarkupsDisplay textProperty=\"\(text)\"/>")
    return scene.nodes[0].loadedValues.first { $0.name == "textProperty" }?.value
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func pairs(of value: AttributeValue?) -> [NamedValue]? {
    if case .pairs(let pairs) = value { pairs } else { nil }
  }
}
