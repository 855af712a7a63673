import ByteReading
import Testing
import ZipReading

@Suite("an extraction plan stays inside its folder")
struct ExtractionPlanTests {
  private func plan(_ names: [String]) throws -> [ExtractionPlan.Placement] {
    let bytes = BentArchive(names.map { ($0, "") }).bytes
    return ExtractionPlan(try ZipArchive(reading: bytes.span)).placements
  }

  @Test("ordinary names are placed under their own path")
  func ordinary() throws {
    #expect(
      try plan(["a/", "a/b.txt", "./c", "d//e", "a/"]) == [
        .folder("a"), .file("a/b.txt"), .file("c"), .file("d/e"), .folder("a"),
      ])
  }

  @Test("a member with a hazardous name is left out with its reason")
  func hazards() throws {
    #expect(
      try plan(["../a", "/b", "c\\d", "D:e", "f\u{0}", "", "./"]) == [
        .leftOut(.parentComponent), .leftOut(.absoluteName), .leftOut(.backslash),
        .leftOut(.driveLetter), .leftOut(.nulInName), .leftOut(.emptyName), .leftOut(.emptyName),
      ])
  }

  @Test("a drive letter after a dropped dot component is a hazard")
  func driveAfterDot() throws {
    #expect(
      try plan(["./C:x", ".//c:../d", "././e:", "a/C:x", "./1:x"]) == [
        .leftOut(.driveLetter), .leftOut(.driveLetter), .leftOut(.driveLetter),
        .leftOut(.alternateStream), .leftOut(.alternateStream),
      ])
  }

  @Test("a name that Windows holds as something else is left out, a long path is not")
  func portable() throws {
    let long = Array(repeating: "abcdefgh", count: 40).joined(separator: "/")
    #expect(
      try plan(["CON", "a. ", "xy:z", "a?b", long, "a\u{200B}b"]) == [
        .leftOut(.windowsDeviceName), .leftOut(.trailingDotOrSpace), .leftOut(.alternateStream),
        .leftOut(.windowsCharacter), .file(long), .file("a\u{200B}b"),
      ])
  }

  @Test(
    "every reason to leave a member out is a hazard of the archive",
    arguments: [
      ["../a"], ["a/../../b"], ["/b"], ["\\x"], ["c\\d"], ["D:e"], ["./C:x"], ["f\u{0}"], [""],
      ["./"], ["."], ["/"], ["//"], ["CON"], ["aux.nrrd"], ["Lpt1.TXT"], ["com¹"], ["nul .x"],
      ["CONIN$"], ["a."], ["a "], ["a /b"], ["a:b"], ["a<b"], ["a>b"], ["a\"b"], ["a|b"], ["a?b"],
      ["a*b"], [String(repeating: "a", count: 256)], [String(repeating: "abcdefg/", count: 400)],
      ["a\u{202E}b"], ["a\u{1}b"], ["a\u{85}b"], ["x", "x"], ["x", "X"],
      ["stra\u{DF}e", "STRASSE"], ["\u{FB01}", "fi"], ["\u{E9}", "e\u{301}"], ["K", "\u{212A}"],
      ["\u{FF21}", "a"], ["a\u{200B}", "a"], ["a\u{FE0F}", "a"], ["a", "a/b"], ["a/b", "a"],
    ] as [[String]])
  func reasons(_ names: [String]) throws {
    let archive = try ZipArchive(reading: BentArchive(names.map { ($0, "") }).bytes.span)
    var leftOut = 0
    for (index, placement) in ExtractionPlan(archive).placements.enumerated() {
      guard case .leftOut(let code) = placement else { continue }
      leftOut += 1
      #expect(archive.hazards.contains { $0.member == index && $0.code == code })
    }
    #expect(leftOut == 1)
    #expect(archive.hazards.contains { $0.severity > .note })
  }

  @Test("of members with one path only the first is placed")
  func collisions() throws {
    #expect(
      try plan(["a", "a", "A", "a/b", "c/d", "c"]) == [
        .file("a"), .leftOut(.duplicateName), .leftOut(.caseFoldingTwin), .leftOut(.throughFile),
        .file("c/d"), .leftOut(.throughFile),
      ])
  }

  @Test("links, and members below a link, are left out")
  func links() throws {
    var writer = ZipWriter()
    writer.add(name: "l", contents: Array("/etc".utf8), unixMode: 0o120777)
    writer.add(name: "l/x", contents: [])
    let archive = try ZipArchive(reading: writer.finish().span)
    #expect(
      ExtractionPlan(archive).placements == [.leftOut(.symbolicLink), .leftOut(.throughLink)])
  }
}
