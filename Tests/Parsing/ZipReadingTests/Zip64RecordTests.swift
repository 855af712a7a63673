import ByteReading
import Testing
import ZipReading

@Suite("the zip64 end record and the parts of an archive leave no bytes unexplained")
struct Zip64RecordTests {
  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// An archive of two members whose directory is followed by `before`, a zip64 record of the
  /// stated size, `extra`, and its locator.
  private func archive(
    stated: Int, before: [UInt8] = [], extra: [UInt8] = []
  ) -> [UInt8] {
    let plain = BentArchive([("a", "hello"), ("b", "world")])
    let (start, end) = (plain.offset(.central), plain.offset(.end))
    let record =
      [0x50, 0x4B, 6, 6] + Self.little(stated, 8) + Self.little(45, 2) + Self.little(45, 2)
      + Self.little(0, 8) + Self.little(2, 8) + Self.little(2, 8) + Self.little(end - start, 8)
      + Self.little(start, 8)
    let locator =
      [0x50, 0x4B, 6, 7] + Self.little(0, 4) + Self.little(end + before.count, 8)
      + Self.little(1, 4)
    return Array(plain.bytes[..<end]) + before + record + extra + locator
      + Array(plain.bytes[end...])
  }

  private func codes(_ bytes: [UInt8]) throws -> [ZipHazard.Code] {
    try ZipArchive(reading: bytes.span).hazards.map(\.code)
  }

  @Test("a record of its own size has no hazard, also with an extensible data sector")
  func honest() throws {
    #expect(try codes(archive(stated: 44)).isEmpty)
    #expect(try codes(archive(stated: 52, extra: [1, 0, 4, 0, 1, 2, 3, 4])).isEmpty)
  }

  @Test(
    "a record of another size than it says is a hazard",
    arguments: [
      (43, 0, [.zip64RecordSizeDisagrees]), (45, 0, [.zip64RecordSizeDisagrees]),
      (1 << 40, 0, [.zip64RecordSizeDisagrees]),
      (44, 8, [.zip64RecordSizeDisagrees, .unusedBytes]),
    ] as [(Int, Int, [ZipHazard.Code])])
  func size(_ stated: Int, _ extra: Int, _ expected: [ZipHazard.Code]) throws {
    let bytes = archive(stated: stated, extra: [UInt8](repeating: 7, count: extra))
    #expect(try codes(bytes) == expected)
  }

  @Test("bytes between directory and zip64 record belong to no part")
  func gapBeforeRecord() throws {
    let bytes = archive(stated: 44, before: [1, 2, 3])
    let hazards = try ZipArchive(reading: bytes.span).hazards
    #expect(hazards.map(\.code) == [.unusedBytes])
    #expect(hazards.first?.message.contains("3 bytes") == true)
  }

  @Test("bytes between members, before the directory and after it belong to no part")
  func gaps() throws {
    let plain = BentArchive([("a", "hello"), ("b", "world")])
    let second = plain.bent {
      $0.bytes.insert(contentsOf: [1, 2, 3], at: $0.offset(.local, 1))
      $0.set(.central, 1, field: 42, width: 4, to: UInt64($0.offset(.local, 1)))
      $0.set(.end, field: 16, width: 4, to: UInt64($0.offset(.central)))
    }
    #expect(try second.codes() == [.unusedBytes])
    let directory = plain.bent {
      $0.bytes.insert(contentsOf: [1, 2, 3], at: $0.offset(.central))
      $0.set(.end, field: 16, width: 4, to: UInt64($0.offset(.central)))
    }
    #expect(try directory.codes() == [.unusedBytes])
    let end = plain.bent { $0.bytes.insert(contentsOf: [1, 2, 3], at: $0.offset(.end)) }
    #expect(try end.codes() == [.unusedBytes])
  }

  @Test(
    "encrypted and patched members are refused by name",
    arguments: [
      (0x01, "traditional encryption"), (0x41, "strong encryption"), (0x40, "strong encryption"),
      (0x20, "patch to another file"),
    ] as [(UInt64, String)])
  func flags(_ flag: UInt64, _ name: String) throws {
    let archive = BentArchive([("a", "hello")]).bent {
      $0.set(.local, field: 6, to: flag)
      $0.set(.central, field: 8, to: flag)
    }
    let read = try ZipArchive(reading: archive.bytes.span)
    #expect(read.hazards.count == 1)
    #expect(read.hazards.first?.message.contains(name) == true)
    #expect {
      _ = try read.contents(of: 0, in: archive.bytes.span)
    } throws: { error in
      let code = (error as? ZipError)?.code
      return code == (flag == 0x20 ? .patchedMember : .encryptedMember)
    }
  }
}
