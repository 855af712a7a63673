import CorpusTools
import Testing

@Suite struct MergeControlFileTests {
  static let text = """
    4
    1
    out/seed-a
    in/b
    in/c with space
    in/d
    STARTED 0 10
    FT 0 1 2
    COV 0 5
    STARTED 1 20
    FT 1 2 3 4
    COV 1 6
    STARTED 2 30
    STARTED 3 40
    FT 3 4
    COV 3

    """

  @Test("inputs, their features, and those that did not finish")
  func reading() throws {
    let file = try #require(MergeControlFile(Self.text))
    #expect(file.inputs.map(\.path) == ["out/seed-a", "in/b", "in/c with space", "in/d"])
    #expect(file.inputs[1].features == [2, 3, 4])
    #expect(file.failed == ["in/c with space"])
    #expect(file.features == [1, 2, 3, 4])
  }

  @Test("an input with a feature of its own is needed; what seeds reach needs nobody")
  func lowerBound() throws {
    let file = try #require(MergeControlFile(Self.text))
    #expect(file.lowerBound { $0.contains("seed-") } == 1)
    #expect(file.lowerBound { _ in false } == 2)
    #expect(file.lowerBound { _ in true } == 0)
  }

  @Test(
    "what is no control file is refused",
    arguments: [
      "", "x", "1", "1\n2\n", "-1\n0\n", "3\n0\na\n", "99999999999\n0\n", "1\n2\na\n", "\n\n\n",
    ])
  func refused(text: String) {
    #expect(MergeControlFile(text) == nil)
  }

  @Test("lines about files that are not listed, or that say nothing, are passed over")
  func oddLines() throws {
    let file = try #require(
      MergeControlFile("1\n0\na\nSTARTED 7 1\nFT x 1\nFT 0 1 y 99999999999\n\nSTARTED\n"))
    #expect(file.inputs == [MergeControlFile.Input(path: "a", features: [1])])
  }

  @Test("a file cut off in the middle still names who was started last")
  func cutOff() throws {
    let cut = try #require(Self.text.firstRange(of: "STARTED 3"))
    let file = try #require(MergeControlFile(String(Self.text[..<cut.lowerBound])))
    #expect(file.failed == ["in/c with space"])
  }
}
