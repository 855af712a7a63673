import Testing
import ZipReading
import ZlibOracle

@Suite("verification reads all contents and reports unreadable ones")
struct ZipVerifyTests {
  @Test("an ordinary archive verifies without a hazard")
  func honest() throws {
    let archive = BentArchive.deflated("a", Sample.scene(200_000)).bytes
    let verified = try ZipArchive(reading: archive.span).verify(archive.span)
    #expect(verified.hazards == [])
    #expect(verified.contentCount == 200_000)
  }

  @Test("a member read in pieces equals the member read whole", arguments: Sample.all.indices)
  func pieces(sample: Int) throws {
    let bytes = Sample.all[sample].bytes
    var stored = ZipWriter()
    stored.add(name: "a", contents: bytes)
    for archive in [BentArchive.deflated("a", bytes).bytes, stored.finish()] {
      let read = try ZipArchive(reading: archive.span)
      var pieces: [UInt8] = []
      let unused = try read.read(0, in: archive.span) { piece in
        for index in piece.indices { pieces.append(piece[index]) }
      }
      #expect(pieces == bytes)
      #expect(unused == 0)
      #expect(try read.contents(of: 0, in: archive.span) == bytes)
    }
  }

  @Test("each unreadable member is one hazard with reason and offset")
  func refused() throws {
    let archive = RefusedArchive.honest.bent {
      $0.bytes[31] ^= 1
      $0.set(.central, 1, field: 10, to: 12)
    }
    let hazards = try ZipArchive(reading: archive.bytes.span).verify(archive.bytes.span).hazards
    #expect(hazards.map(\.code) == [.contentRefused, .contentRefused])
    #expect(hazards.map(\.refusal?.code) == [.checksumMismatch, .unsupportedMethod])
    #expect(hazards.map(\.offset) == [0, 36])
    #expect(
      hazards[1].message
        == "the content cannot be read: the member is compressed with bzip2 (offset 36)")
  }

  @Test("compressed bytes after the stream are a hazard")
  func unused() throws {
    let data: [UInt8] = [1, 1, 0, 0xFE, 0xFF, 65, 9, 9]
    var writer = ZipWriter()
    writer.add(name: "a", contents: data)
    var archive = BentArchive([])
    archive.bytes = writer.finish()
    for (kind, shift) in [(BentArchive.Kind.local, 0), (.central, 2)] {
      archive.set(kind, field: 8 + shift, to: 8)
      archive.set(kind, field: 14 + shift, width: 4, to: UInt64(ZlibOracle.crc32([65])))
      archive.set(kind, field: 22 + shift, width: 4, to: 1)
    }
    let read = try ZipArchive(reading: archive.bytes.span)
    #expect(try read.contents(of: 0, in: archive.bytes.span) == [65])
    let hazards = read.verify(archive.bytes.span).hazards
    #expect(hazards.map(\.code) == [.unusedCompressedBytes])
    #expect(hazards.first?.local == "2 bytes")
  }

  @Test("verification stops at the total size limit")
  func budget() throws {
    var limits = ZipLimits()
    limits.maximumTotalSize = 9
    let bytes = RefusedArchive.honest.bytes
    let archive = try ZipArchive(reading: bytes.span, limits: limits)
    let verified = archive.verify(bytes.span)
    #expect(verified.hazards.map(\.code) == [.totalSizeExceeded])
    #expect(verified.contentCount == 5)
  }
}
