import Testing
import ZipReading

@Suite("names are compared by full case folding and compatibility forms")
struct NameFoldingTests {
  private func codes(_ one: String, _ other: String) throws -> [ZipHazard.Code] {
    try BentArchive([(one, ""), (other, "")]).codes().filter { $0 != .invisibleInName }
  }

  @Test(
    "names equal by folding are twins",
    arguments: [
      ("A", "a"), ("\u{E9}", "e\u{301}"), ("\u{FB01}", "fi"), ("STRASSE", "stra\u{DF}e"),
      ("\u{1E9E}", "ss"), ("\u{212B}", "\u{C5}"), ("\u{2126}", "\u{3C9}"), ("\u{3A3}", "\u{3C2}"),
      ("\u{FF21}", "a"), ("\u{2460}", "1"), ("\u{10400}", "\u{10428}"),
      ("\u{1F88}", "\u{1F00}\u{3B9}"),
      ("\u{AD}a", "a"), ("\u{3F4}", "\u{3B8}"), ("\u{13A0}", "\u{AB70}"), ("\u{2F800}", "\u{4E3D}"),
      ("\u{FDFA}", "صلى الله عليه وسلم"), ("\u{1D400}", "a"), ("\u{1FBF9}", "9"),
    ])
  func twins(_ one: String, _ other: String) throws {
    let codes = try codes(one, other)
    #expect(codes.count == 1)
    #expect([.caseFoldingTwin, .compatibilityTwin].contains(codes.first))
  }

  @Test(
    "names that differ in a letter are no twins",
    arguments: [
      ("a", "b"), ("a", "\u{E4}"), ("\u{131}", "i"), ("\u{3B1}", "a"), ("\u{430}", "a"),
      ("\u{4E00}", "\u{4E01}"), ("\u{1F600}", "\u{1F601}"),
    ])
  func different(_ one: String, _ other: String) throws {
    #expect(try codes(one, other).isEmpty)
  }
}
