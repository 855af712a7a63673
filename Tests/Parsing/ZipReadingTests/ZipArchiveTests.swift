import Foundation
import TestSupport
import Testing
import ZipReading
import ZlibOracle

@Suite("a regular archive is read completely, without a hazard")
struct ZipArchiveTests {
  static let members = [
    ("scene/", ""), ("scene/scene.mrml", "<MRML></MRML>"), ("scene/Data/a.vtk", "points"),
    ("scene/Data/empty.txt", ""),
  ]

  @Test("members read back as written", arguments: [ZipWriter.Style.plain, .slicer])
  func roundTrip(style: ZipWriter.Style) throws {
    let bytes = BentArchive(Self.members, style: style).bytes
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.hazards == [])
    #expect(archive.members.map(\.name) == Self.members.map(\.0))
    #expect(archive.members.map(\.isDirectory) == [true, false, false, false])
    for (index, member) in Self.members.enumerated() {
      #expect(try archive.contents(of: index, in: bytes.span) == Array(member.1.utf8))
      #expect(archive.members[index].crc32 == ZlibOracle.crc32(Array(member.1.utf8)))
    }
  }

  @Test("an archive without members is accepted")
  func empty() throws {
    let bytes = ZipWriter().finish()
    #expect(bytes.count == 22)
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.members.isEmpty)
    #expect(archive.hazards == [])
  }

  @Test("a deflated member reads back, and every truncation is refused")
  func deflated() throws {
    let contents = Sample.scene(5000)
    let archive = BentArchive.deflated("a.mrml", contents)
    let read = try ZipArchive(reading: archive.bytes.span)
    #expect(read.hazards == [])
    #expect(read.members[0].method == .deflated)
    #expect(try read.contents(of: 0, in: archive.bytes.span) == contents)
    for count in stride(from: 0, to: archive.bytes.count, by: 7) {
      #expect(throws: ZipError.self) {
        let part = Array(archive.bytes.prefix(count))
        let cut = try ZipArchive(reading: part.span)
        _ = try cut.contents(of: 0, in: part.span)
      }
    }
  }

  @Test("a comment of any length is skipped", arguments: [0, 1, 22, 65535])
  func comment(length: Int) throws {
    var writer = ZipWriter()
    writer.add(name: "a", contents: [1])
    let bytes = writer.finish(comment: [UInt8](repeating: 0x50, count: length))
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.members.count == 1)
    #expect(archive.hazards == [])
  }

  @Test("bytes before the archive shift every offset and are a hazard")
  func prefix() throws {
    let bytes = Array("#!/bin/sh\n".utf8) + BentArchive(Self.members).bytes
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.hazards.map(\.code) == [.prefixBytes])
    #expect(archive.members[0].headerOffset == 10)
    #expect(try archive.contents(of: 1, in: bytes.span) == Array("<MRML></MRML>".utf8))
  }

  @Test(
    "65,535 members and more are read through the zip64 record", arguments: [65534, 65535, 65600])
  func many(count: Int) throws {
    var writer = ZipWriter()
    for index in 0..<count { writer.add(name: "\(index)", contents: []) }
    let bytes = writer.finish()
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.members.count == count)
    #expect(archive.members[count - 1].name == "\(count - 1)")
    #expect(archive.hazards == [])
  }

  @Test("65,535 members are accepted without a zip64 record")
  func manyWithoutZip64() throws {
    var writer = ZipWriter()
    for _ in 0..<65535 { writer.add(name: "a", contents: []) }
    var bytes = writer.finish()
    bytes.removeSubrange(bytes.count - 22 - 76..<bytes.count - 22)
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.members.count == 65535)
    #expect(archive.hazards.last?.code == .moreHazards)
    #expect(archive.hazards.count == archive.limits.maximumHazards + 1)
  }

  @Test("a name without the UTF-8 flag is decoded as code page 437")
  func names() throws {
    var writer = ZipWriter()
    writer.add(nameBytes: [0x81, 0x61], isUTF8: false, contents: [])
    writer.add(name: "ü", contents: [])
    writer.add(nameBytes: [0xFF], isUTF8: true, contents: [])
    let archive = try ZipArchive(reading: writer.finish().span)
    #expect(archive.members.map(\.name) == ["üa", "ü", "\u{FFFD}"])
    #expect(archive.hazards.map(\.code) == [.invalidUTF8Name])
  }

  @Test("equal calls write equal bytes")
  func stable() {
    let one = BentArchive(Self.members, style: .slicer).bytes
    #expect(one == BentArchive(Self.members, style: .slicer).bytes)
    #expect(
      Array(one[0..<30]) == [
        0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6,
        0,
        24, 0,
      ])
  }

  @Test(
    "real bundles open, and every member matches its checksum",
    .enabled(if: Repository.realScenes != nil))
  func realBundles() throws {
    let folder = try #require(Repository.realScenes)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "mrb" }
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let archive = try ZipArchive(reading: bytes.span)
      #expect(archive.hazards == [], "\(file.lastPathComponent)")
      for index in archive.members.indices {
        let contents = try archive.contents(of: index, in: bytes.span)
        #expect(contents.count == archive.members[index].uncompressedSize)
      }
    }
  }
}
