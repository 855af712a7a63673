import Testing
import ZipReading

/// An archive changed in one place, with its expected refusal.
struct RefusedArchive: CustomStringConvertible, Sendable {
  let description: String
  let code: ZipError.Code
  let offset: Int
  let bytes: [UInt8]

  /// Two members: local headers at 0 and 36, central entries at 72 and 119, end record at 166.
  static let honest = BentArchive([("a", "hello"), ("b", "world")])

  init(
    _ description: String, _ code: ZipError.Code, at offset: Int,
    _ change: (inout BentArchive) -> Void
  ) {
    self.description = description
    self.code = code
    self.offset = offset
    bytes = Self.honest.bent(change).bytes
  }
}

@Suite("an archive that cannot be read is refused with code and offset")
struct ZipRefusalTests {
  static let archives: [RefusedArchive] = [
    RefusedArchive("nothing", .endRecordMissing, at: 0) { $0.bytes = [] },
    RefusedArchive("one byte short", .endRecordMissing, at: 187) { $0.bytes.removeLast() },
    RefusedArchive("no end record", .endRecordMissing, at: 188) {
      $0.set(.end, field: 0, to: 0)
    },
    RefusedArchive("a disk number", .multipleDisks, at: 170) { $0.set(.end, field: 4, to: 1) },
    RefusedArchive("the directory on another disk", .multipleDisks, at: 170) {
      $0.set(.end, field: 6, to: 2)
    },
    RefusedArchive("fewer entries on this disk", .multipleDisks, at: 170) {
      $0.set(.end, field: 8, to: 1)
    },
    RefusedArchive("saturated offset without zip64", .zip64RecordMissing, at: 166) {
      $0.set(.end, field: 16, width: 4, to: 0xFFFF_FFFF)
    },
    RefusedArchive("directory outside", .directoryOutside, at: 178) {
      $0.set(.end, field: 12, width: 4, to: 9000)
      $0.set(.end, field: 16, width: 4, to: 9000)
    },
    RefusedArchive("second entry is none", .directoryEntryInvalid, at: 119) {
      $0.set(.central, 1, field: 0, to: 0)
    },
    RefusedArchive("entry longer than the directory", .directoryEntryInvalid, at: 119) {
      $0.set(.central, 1, field: 28, to: 60000)
    },
    RefusedArchive("encrypted directory", .directoryEncrypted, at: 72) {
      $0.set(.central, 0, field: 0, width: 4, to: 0x0806_4B50)
    },
  ]

  @Test("an archive with an invalid directory is refused at its offset", arguments: archives)
  func refusesArchive(archive: RefusedArchive) {
    #expect {
      _ = try ZipArchive(reading: archive.bytes.span)
    } throws: { error in
      let error = error as? ZipError
      return error?.code == archive.code && error?.offset == archive.offset
    }
  }

  static let members: [RefusedArchive] = [
    RefusedArchive("encrypted", .encryptedMember, at: 36) { $0.set(.central, 1, field: 8, to: 1) },
    RefusedArchive("patched", .patchedMember, at: 36) { $0.set(.central, 1, field: 8, to: 0x20) },
    RefusedArchive("bzip2", .unsupportedMethod, at: 36) { $0.set(.central, 1, field: 10, to: 12) },
    RefusedArchive("no zip64 field", .zip64FieldMissing, at: 119) {
      $0.set(.central, 1, field: 24, width: 4, to: 0xFFFF_FFFF)
    },
    RefusedArchive("another disk", .multipleDisks, at: 153) {
      $0.set(.central, 1, field: 34, to: 3)
    },
    RefusedArchive("no local header", .localHeaderMissing, at: 37) {
      $0.set(.central, 1, field: 42, width: 4, to: 37)
    },
    RefusedArchive("header offset past the file", .localHeaderMissing, at: 188) {
      $0.set(.central, 1, field: 42, width: 4, to: 4_000_000_000)
    },
    RefusedArchive("more data than the file has", .memberOutside, at: 36) {
      for (kind, field) in [(BentArchive.Kind.central, 20), (.central, 24)] {
        $0.set(kind, 1, field: field, width: 4, to: 5000)
      }
    },
    RefusedArchive("a stored member of two sizes", .sizeMismatch, at: 36) {
      $0.set(.central, 1, field: 24, width: 4, to: 4)
    },
    RefusedArchive("wrong checksum", .checksumMismatch, at: 36) {
      $0.set(.central, 1, field: 16, width: 4, to: 7)
    },
    RefusedArchive("changed content", .checksumMismatch, at: 36) {
      $0.bytes[68] ^= 1
    },
    RefusedArchive("not deflate", .deflateInvalid, at: 67) {
      $0.set(.central, 1, field: 10, to: 8)
    },
    RefusedArchive("both names for one local header", .overlappingMember, at: 0) {
      $0.set(.central, 1, field: 42, width: 4, to: 0)
      $0.set(.central, 1, field: 16, width: 4, to: 0x3610_A686)
    },
    RefusedArchive("data that reaches into the directory", .overlappingMember, at: 36) {
      $0.set(.central, 1, field: 20, width: 4, to: 6)
      $0.set(.central, 1, field: 24, width: 4, to: 6)
    },
  ]

  @Test("an invalid member is refused at its offset, and the other is read", arguments: members)
  func refusesMember(archive: RefusedArchive) throws {
    let read = try ZipArchive(reading: archive.bytes.span)
    #expect(read.members.count == 2)
    #expect {
      _ = try read.contents(of: 1, in: archive.bytes.span)
    } throws: { error in
      let error = error as? ZipError
      return error?.code == archive.code && error?.offset == archive.offset
    }
    if archive.code != .overlappingMember || archive.offset != 0 {
      #expect(try read.contents(of: 0, in: archive.bytes.span) == Array("hello".utf8))
    }
  }

  @Test("one more than a limit is refused")
  func limits() throws {
    let bytes = RefusedArchive.honest.bytes
    var limits = ZipLimits()
    limits.maximumMembers = 2
    _ = try ZipArchive(reading: bytes.span, limits: limits)
    limits.maximumMembers = 1
    #expect(throws: ZipError(.tooManyMembers, at: 119, value: 1)) {
      _ = try ZipArchive(reading: bytes.span, limits: limits)
    }
    limits = ZipLimits()
    limits.maximumNameLength = 0
    #expect(throws: ZipError(.nameTooLong, at: 100, value: 1)) {
      _ = try ZipArchive(reading: bytes.span, limits: limits)
    }
    limits = ZipLimits()
    limits.maximumMemberSize = 4
    limits.maximumTotalSize = 9
    let archive = try ZipArchive(reading: bytes.span, limits: limits)
    #expect(
      archive.hazards.map(\.code)
        == [.memberTooLarge, .memberTooLarge, .totalSizeExceeded].sorted(by: {
          $0.rawValue < $1.rawValue
        }))
    #expect(throws: ZipError(.memberTooLarge, at: 0, value: 4)) {
      _ = try archive.contents(of: 0, in: bytes.span)
    }
  }

  @Test("contents read from another input are refused")
  func otherInput() throws {
    let bytes = RefusedArchive.honest.bytes
    let archive = try ZipArchive(reading: bytes.span)
    let nothing: [UInt8] = []
    #expect(throws: ZipError(.memberOutside, at: 36)) {
      _ = try archive.contents(of: 1, in: nothing.span)
    }
    let other = [UInt8](repeating: 0, count: 500)
    #expect(throws: ZipError(.checksumMismatch, at: 36, value: UInt64(archive.members[1].crc32))) {
      _ = try archive.contents(of: 1, in: other.span)
    }
  }
}
