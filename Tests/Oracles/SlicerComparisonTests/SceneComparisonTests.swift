import SceneModel
import Testing

@testable import SlicerComparison

@Suite struct SceneComparisonTests {
  private static let text =
    "<MRML><Model id=\"m\" name=\"n\" attributes=\"a:1\" references=\"r:m;\"/>"
    + "<Text id=\"t\" text=\"x\" encoding=\"3\"/></MRML>"

  private func scene(_ text: String = Self.text) throws -> Scene {
    try Scene(reading: Array(text.utf8).span)
  }

  /// Compares a scene with the result of an equal reader, modified by `change`.
  private func compare(
    _ text: String = Self.text, _ change: (inout LoadedScene) -> Void = { _ in }
  ) throws -> Agreement {
    let scene = try scene(text)
    var slicer = LoadedScene(scene)
    slicer.values = scene.nodes.map { node in
      Dictionary(
        node.loadedValues.map { ($0.name, WrittenValue.text(written($0.value))) },
        uniquingKeysWith: { $1 })
    }
    change(&slicer)
    return SceneComparison(file: "f", ours: .success(scene), slicer: slicer).agreement
  }

  private func written(_ value: AttributeValue) -> String {
    if case .text(let bytes) = value { return String(decoding: bytes, as: UTF8.self) }
    return spelled(value)
  }

  @Test("equal results agree at every level") func agrees() throws {
    let agreement = try compare()
    #expect(agreement.isWhole)
    #expect(agreement.outcome.equal == 1)
    #expect(agreement.nodes.equal == 1)
    #expect(agreement.attributes.equal == 3)
    #expect(agreement.references.equal == 3)
    #expect(agreement.values.equal > 0)
  }

  /// A modification of the other reader's result.
  enum Change: Sendable {
    case name, missingNode, noItems, attribute, flag, description, reference, text, number, refused

    func apply(_ slicer: inout LoadedScene) {
      switch self {
      case .name: slicer.nodes[0].name = "other"
      case .missingNode: slicer.nodes.removeLast()
      case .noItems: slicer.items = nil
      case .attribute: slicer.nodes[0].attributes["a"] = "2"
      case .flag: slicer.nodes[0].flags["selected"] = true
      case .description: slicer.nodes[1].description = "d"
      case .reference: slicer.nodes[0].references["r"] = ["t"]
      case .text: slicer.values?[1]?["text"] = .text("y")
      case .number: slicer.values?[1]?["encoding"] = .numbers([4])
      case .refused: slicer.outcome = .refused
      }
    }
  }

  @Test(
    "a difference is reported at its level, with its node",
    arguments: [
      (Agreement.Level.nodes, "m", Change.name), (.nodes, "", .missingNode),
      (.nodes, "item 0", .noItems), (.attributes, "m", .attribute), (.attributes, "m", .flag),
      (.attributes, "t", .description), (.references, "m", .reference), (.values, "t", .text),
      (.values, "t", .number), (.outcome, "", .refused),
    ])
  func differs(_ level: Agreement.Level, _ node: String, _ change: Change) throws {
    let agreement = try compare { change.apply(&$0) }
    #expect(agreement.differences.map(\.level) == [level])
    #expect(agreement.differences.first?.node == node)
    #expect(agreement[level].different == 1)
    #expect(!agreement.isWhole)
  }

  @Test("a missing answer, a limit and a missing class are excused, a syntax error is not")
  func excuses() throws {
    var agreement = SceneComparison(
      file: "f", ours: .success(try scene()), slicer: nil
    ).agreement
    #expect(agreement.unanswered == 1)
    #expect(agreement.excuses == ["unanswered": 1])

    let limits = SceneLimits(maximumNodes: 1)
    let error = try #require(throws: SceneError.self) {
      try Scene(reading: Array(Self.text.utf8).span, limits: limits)
    }
    let slicer = LoadedScene(try scene())
    agreement = SceneComparison(file: "f", ours: .failure(error), slicer: slicer).agreement
    #expect(agreement.excuses == ["beyondLimit": 1])

    agreement =
      SceneComparison(
        file: "f", ours: .success(try scene()), slicer: slicer, missingTags: ["Text"]
      ).agreement
    #expect(agreement.excuses == ["classNotInWheel": 1])
    // A syntax error is not a limit.
    let syntax = try #require(throws: SceneError.self) { try scene("<MRML>") }
    agreement = SceneComparison(file: "f", ours: .failure(syntax), slicer: slicer).agreement
    #expect(agreement.outcome.different == 1)
  }

  @Test("differences after the limit are counted but not listed") func limitsList() throws {
    var whole = Agreement()
    whole.listed = 2
    for _ in 0..<3 { whole.add(try compare { $0.nodes[0].name = "x" }) }
    #expect(whole.nodes.different == 3)
    #expect(whole.differences.count == 2)
    #expect(whole.further == 1)
  }

  @Test("tag tables list tags with different classes and missing tags") func tagTables() {
    let one = TagTable(["A": "a", "B": "b"])
    let other = TagTable(["A": "a", "B": "c", "C": "c"])
    #expect(one.differences(from: other).count == 2)
    #expect(other.tags(missingIn: one) == ["C"])
    #expect(TagTable(.slicer).classes.count == 117)
  }
}
