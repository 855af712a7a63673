import Foundation
import TestSupport
import Testing
import ZipReading

/// Repair of archives: members that are found again, harmless names, and what is dropped.
@Suite struct ArchiveRepairTests {
  private static func archive() -> [UInt8] {
    var writer = ZipWriter()
    writer.add(name: "Data/", contents: [])
    writer.add(name: "Data/a.txt", contents: Array("first".utf8))
    writer.add(
      name: "scene.mrml", contents: Array(String(repeating: "<MRML/>", count: 40).utf8),
      method: .deflated(.good))
    return writer.finish()
  }

  private func names(_ bytes: [UInt8]) throws -> [String] {
    try ZipArchive(reading: bytes.span).members.map(\.name)
  }

  @Test("a sound archive is returned unchanged")
  func unchanged() throws {
    let bytes = Self.archive()
    let repair = try ZipRepair(reading: bytes.span)
    #expect(repair.bytes == bytes)
    #expect(repair.changes.isEmpty)
  }

  @Test("an archive without its directory is rebuilt from the local headers")
  func directory() throws {
    let bytes = Self.archive()
    let start = try ZipArchive(reading: bytes.span).directory.lowerBound
    let repair = try ZipRepair(reading: Array(bytes[..<start]).span)
    #expect(try names(repair.bytes) == ["Data/", "Data/a.txt", "scene.mrml"])
    #expect(repair.changes.map(\.kind) == [.rebuiltDirectory])
    #expect(try ZipArchive(reading: repair.bytes.span).hazards.isEmpty)
  }

  @Test("members with data descriptors are found without the directory")
  func descriptors() throws {
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "a", contents: Array("stored".utf8))
    writer.add(name: "b", contents: Array("deflated".utf8), method: .deflated(.good))
    var bytes = writer.finish()
    let archive = try ZipArchive(reading: bytes.span)
    // As a streaming writer leaves them: no sizes in the local headers.
    for member in archive.members {
      for place in 14..<26 { bytes[member.headerOffset + place] = 0 }
    }
    let repair = try ZipRepair(reading: Array(bytes[..<archive.directory.lowerBound]).span)
    let repaired = try ZipArchive(reading: repair.bytes.span)
    #expect(repaired.members.map(\.name) == ["a", "b"])
    #expect(try repaired.contents(of: 0, in: repair.bytes.span) == Array("stored".utf8))
    #expect(try repaired.contents(of: 1, in: repair.bytes.span) == Array("deflated".utf8))
  }

  @Test("an archive of many members without its directory gets all of them back")
  func manyMembers() throws {
    var writer = ZipWriter()
    for number in 0..<500 {
      writer.add(name: "Data/\(number).txt", contents: Array("file \(number)".utf8))
    }
    let bytes = writer.finish()
    let start = try ZipArchive(reading: bytes.span).directory.lowerBound
    let repair = try ZipRepair(reading: Array(bytes[..<start]).span)
    #expect(try names(repair.bytes).count == 500)
    #expect(repair.changes.map(\.kind) == [.rebuiltDirectory])
  }

  @Test("a folder that is listed twice is kept once")
  func twiceTheFolder() throws {
    var writer = ZipWriter()
    for _ in 0..<2 {
      writer.add(name: "d/", contents: [])
      writer.add(name: "d/a.txt", contents: Array("a".utf8))
    }
    let repair = try ZipRepair(reading: writer.finish().span)
    #expect(try names(repair.bytes) == ["d/", "d/a.txt", "d/a-4.txt"])
    #expect(try ZipArchive(reading: repair.bytes.span).hazards.isEmpty)
  }

  @Test("a member beyond the limit is dropped, also where its local header is damaged")
  func tooLarge() throws {
    var writer = ZipWriter()
    writer.add(name: "a", contents: [1])
    writer.add(name: "large", contents: [UInt8](repeating: 7, count: 2_000))
    var bytes = writer.finish()
    var limits = ZipLimits()
    limits.maximumMemberSize = 1_000
    for damaged in [false, true] {
      if damaged { bytes[try ZipArchive(reading: bytes.span).members[1].headerOffset] ^= 0x41 }
      let repair = try ZipRepair(reading: bytes.span, limits: limits)
      #expect(try names(repair.bytes) == ["a"])
      #expect(repair.changes.contains { $0.kind == .droppedMember && $0.name == "large" })
    }
    let start = try ZipArchive(reading: bytes.span).directory.lowerBound
    let repair = try ZipRepair(reading: Array(bytes[..<start]).span, limits: limits)
    #expect(try names(repair.bytes) == ["a"])
  }

  /// Two stored members behind whose content stand their checksum and sizes of 8 bytes, without a
  /// signature. No seed: an injected bug is triggered by such archives.
  private static let wideDescriptors =
    "UEsDBC0ACAAAAAAAIQAAAAAA//////////8MAB0Ac2NlbmUvYS5tcm1sAQAQAAAAAAAAAAAAAAAAAAAA"
    + "AABVVAUAAQAAAAA8TVJNTCB2ZXJzaW9uPSI0LjEyIj48TW9kZWwgaWQ9InZ0a01STUxNb2RlbE5vZGUx"
    + "Ii8+PC9NUk1MPst8f8s7AAAAAAAAADsAAAAAAAAAUEsDBC0ACAAAAAAAIQAAAAAA//////////8LAB0A"
    + "c2NlbmUvYi52dGsBABAAAAAAAAAAAAAAAAAAAAAAAFVUBQABAAAAAGRhdGFj8/OtBAAAAAAAAAAEAAAA"
    + "AAAAAFBLAQItAy0ACAAAAAAAIQDLfH/L//////////8MAB0AAAAAAAAAAAAAAAAAAABzY2VuZS9hLm1y"
    + "bWwBABAAOwAAAAAAAAA7AAAAAAAAAFVUBQABAAAAAFBLAQItAy0ACAAAAAAAIQBj8/Ot//////////8L"
    + "AB0AAAAAAAAAAAAAAJYAAABzY2VuZS9iLnZ0awEAEAAEAAAAAAAAAAQAAAAAAAAAVVQFAAEAAAAAUEsF"
    + "BgAAAAACAAIArQAAAPQAAAAJAGEgY29tbWVudA=="

  @Test(
    "a stored member whose descriptor has no signature is found without the directory",
    arguments: [false, true])
  func bareDescriptor(isWide: Bool) throws {
    let url = Repository.root.appendingPathComponent("corpus/zip/seeds/bare-descriptor.zip")
    let data = isWide ? Data(base64Encoded: Self.wideDescriptors) : try Data(contentsOf: url)
    let bytes = [UInt8](try #require(data))
    let archive = try ZipArchive(reading: bytes.span)
    let files = try archive.members.indices.map { try archive.contents(of: $0, in: bytes.span) }
    let cut = Array(bytes[..<archive.directory.lowerBound])
    let repair = try ZipRepair(reading: cut.span)
    let again = try ZipArchive(reading: repair.bytes.span)
    #expect(again.members.map(\.name) == archive.members.map(\.name))
    #expect(
      try again.members.indices.map { try again.contents(of: $0, in: repair.bytes.span) } == files)
  }

  @Test("a damaged local header is rebuilt from the directory")
  func localHeader() throws {
    var bytes = Self.archive()
    let member = try ZipArchive(reading: bytes.span).members[1]
    bytes[member.headerOffset] = 0
    let repair = try ZipRepair(reading: bytes.span)
    let change = try #require(repair.changes.first)
    #expect(change.kind == .rebuiltLocalHeader)
    #expect(change.name == "Data/a.txt")
    #expect(change.offset == member.headerOffset)
    let repaired = try ZipArchive(reading: repair.bytes.span)
    #expect(try repaired.contents(of: 1, in: repair.bytes.span) == Array("first".utf8))
  }

  @Test("a member cut off by the end of the file is dropped, the ones before it are kept")
  func cut() throws {
    let bytes = Self.archive()
    let last = try ZipArchive(reading: bytes.span).members[2].headerOffset
    let repair = try ZipRepair(reading: Array(bytes[..<(last + 45)]).span)
    #expect(try names(repair.bytes) == ["Data/", "Data/a.txt"])
    #expect(repair.changes.map(\.kind) == [.rebuiltDirectory, .droppedMember])
  }

  @Test(
    "a dangerous name becomes a harmless one",
    arguments: [
      ("../../up.txt", "up.txt"), ("/etc/x", "etc/x"), ("C:\\a\\b", "a/b"),
      ("x\u{202E}y", "x_y"), ("a\u{1}b", "a_b"), ("..", "member-1"),
    ])
  func harmless(_ name: String, _ expected: String) throws {
    var writer = ZipWriter()
    writer.add(name: name, contents: [1])
    let repair = try ZipRepair(reading: writer.finish().span)
    #expect(try names(repair.bytes) == [expected])
    #expect(repair.changes.contains { $0.kind == .renamedMember && $0.detail == expected })
    #expect(try ZipRepair(reading: repair.bytes.span).changes.isEmpty)
  }

  @Test("of two colliding names the second gets a number")
  func collisions() throws {
    var writer = ZipWriter()
    writer.add(name: "a.txt", contents: [1])
    writer.add(name: "A.TXT", contents: [2])
    let repair = try ZipRepair(reading: writer.finish().span)
    #expect(try names(repair.bytes) == ["a.txt", "A-2.TXT"])
  }

  @Test("content is corrected by the caller, with a change at its member")
  func corrects() throws {
    let repair = try ZipRepair(reading: Self.archive().span) { name, _ in
      name == "scene.mrml" ? Array("<MRML/>".utf8) : nil
    }
    #expect(repair.changes.map(\.kind) == [.correctedContents])
    let repaired = try ZipArchive(reading: repair.bytes.span)
    #expect(try repaired.contents(of: 2, in: repair.bytes.span) == Array("<MRML/>".utf8))
  }

  @Test("bytes without a member are refused with the reader's error")
  func refuses() {
    let error = #expect(throws: ZipError.self) {
      try ZipRepair(reading: Array("no archive".utf8).span)
    }
    #expect(error?.code == .endRecordMissing)
  }
}
