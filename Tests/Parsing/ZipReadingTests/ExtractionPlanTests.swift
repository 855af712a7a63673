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
      try plan(["CON", "a. ", "x:y", "a?b", long, "a\u{200B}b"]) == [
        .leftOut(.windowsDeviceName), .leftOut(.trailingDotOrSpace), .leftOut(.alternateStream),
        .leftOut(.windowsCharacter), .file(long), .file("a\u{200B}b"),
      ])
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
