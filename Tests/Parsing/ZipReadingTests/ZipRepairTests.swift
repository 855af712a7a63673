import Testing
import ZipReading

@Suite("a repaired archive has no hazards, and repairing is idempotent")
struct ZipRepairTests {
  private func repaired(_ bytes: [UInt8]) throws -> [UInt8] {
    try ZipArchive(reading: bytes.span).repaired(from: bytes.span)
  }

  @Test("every changed archive repairs to one without hazards, and repairing that is stable")
  func stable() throws {
    let harmless: Set<ZipHazard.Code> = [
      .nestedArchive, .highRatio, .longPath, .invisibleInName,
    ]
    for archive in ZipHazardTests.headers + ZipHazardTests.names + ZipHazardTests.links {
      let once = try repaired(archive.bytes)
      let left = try ZipArchive(reading: once.span).hazards.filter { !harmless.contains($0.code) }
      #expect(left == [], "\(archive)")
      #expect(try repaired(once) == once, "\(archive)")
    }
  }

  @Test("sound members keep time, permissions and compression, and others are removed")
  func keeps() throws {
    var writer = ZipWriter()
    writer.add(name: "d/", contents: [])
    writer.add(
      name: "d/a", contents: Sample.scene(3000), method: .deflated(.fast), unixMode: 0o104755,
      modified: 0x5A21_0000)
    writer.add(name: "../b", contents: [1])
    writer.add(name: "l", contents: Array("d/a".utf8), unixMode: 0o120777)
    writer.add(name: "D/A", contents: [2])
    let bytes = writer.finish()
    let once = try repaired(bytes)
    let archive = try ZipArchive(reading: once.span)
    #expect(archive.members.map(\.name) == ["d/", "d/a"])
    #expect(archive.members[1].method == .deflated)
    #expect(archive.members[1].unixMode == 0o100755)
    #expect(archive.members[1].modified == 0x5A21_0000)
    #expect(try archive.contents(of: 1, in: once.span) == Sample.scene(3000))
  }

  @Test(
    "a stored member with an end record is compressed", arguments: [69, 60, 70, 0])
  func endRecordInside(commentLength: UInt8) throws {
    // The byte before the inner archive, so that the member does not begin like an archive.
    var content = [UInt8](repeating: 0, count: 23)
    content.replaceSubrange(1..<5, with: [0x50, 0x4B, 5, 6])
    content[21] = commentLength
    var writer = ZipWriter()
    writer.add(name: "a", contents: content)
    let bytes = writer.finish()
    // 31 bytes of header and name before it, 69 after it: a comment of 69 bytes ends at the end of
    // the archive.
    #expect(bytes.count == 31 + 23 + 69)
    let found = try ZipArchive(reading: bytes.span).hazards.map(\.code)
    #expect(found == (commentLength == 69 ? [.endRecordInComment] : []))
    let once = try repaired(bytes)
    let archive = try ZipArchive(reading: once.span)
    #expect(archive.hazards == [])
    #expect(archive.members[0].method == .deflated)
    #expect(try archive.contents(of: 0, in: once.span) == content)
    #expect(try repaired(once) == once)
  }

  @Test("a member with wrong content is removed")
  func broken() throws {
    let bytes = RefusedArchive.honest.bent { $0.bytes[31] ^= 1 }.bytes
    let once = try repaired(bytes)
    #expect(try ZipArchive(reading: once.span).members.map(\.name) == ["b"])
  }
}
