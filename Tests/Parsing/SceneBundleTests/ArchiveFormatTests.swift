import SceneBundle
import Testing
import ZipReading

@Suite("another format with the extension .mrb is refused by name")
struct ArchiveFormatTests {
  /// The first bytes of a file of each format.
  static let beginnings: [(ArchiveFormat, [UInt8])] = [
    (.gzip, [0x1F, 0x8B, 8]), (.compress, [0x1F, 0x9D, 0x90]), (.bzip2, Array("BZh9".utf8)),
    (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
    (.lz4, [4, 0x22, 0x4D, 0x18]), (.lzip, Array("LZIP\u{1}".utf8)),
    (.lzop, [0x89, 0x4C, 0x5A, 0x4F, 0]), (.lrzip, Array("LRZI".utf8)),
    (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.rar, Array("Rar!\u{1A}\u{7}\u{1}".utf8)), (.cab, Array("MSCF".utf8)),
    (.xar, Array("xar!".utf8)), (.ar, Array("!<arch>\n".utf8)), (.arj, [0x60, 0xEA]),
    (.cpio, Array("070701".utf8)), (.rpm, [0xED, 0xAB, 0xEE, 0xDB]),
    (.warc, Array("WARC/1.0".utf8)), (.mtree, Array("#mtree".utf8)),
    (.uuencode, Array("begin 644 a".utf8)), (.lha, Array("  -lh5-".utf8)),
    (.tar, [UInt8](repeating: 0, count: 257) + Array("ustar".utf8)),
    (.tar, oldTar), (.grzip, Array("GRZipII\0".utf8)), (.lz4, [2, 0x21, 0x4C, 0x18]),
    (.lzma, [0x5D, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8) + [0, 1, 2]),
    (.lzma, [0x5E, 0, 0, 0xC0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 0]),
    (.zstandard, [0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 9, 0x28, 0xB5, 0x2F, 0xFD]),
    (.lz4, [0x5F, 0x2A, 0x4D, 0x18, 0, 0, 0, 0, 4, 0x22, 0x4D, 0x18]),
    (.iso9660, [UInt8](repeating: 0, count: 32769) + Array("CD001".utf8)),
  ]

  /// A tar header without signature and with a valid checksum.
  static let oldTar: [UInt8] = {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<6, with: Array("a.mrml".utf8))
    header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = header.reduce(0) { $0 + Int($1) }
    let digits = Array(String(sum, radix: 8).utf8)
    header.replaceSubrange(148..<148 + digits.count, with: digits)
    return header
  }()

  @Test("a tar header with a wrong checksum and an invalid LZMA property byte are not recognized")
  func almost() {
    var tar = Self.oldTar
    tar[0] += 1
    let lzma: [UInt8] = [225, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8) + [0]
    for bytes in [tar, lzma, [UInt8](repeating: 0, count: 600)] {
      #expect {
        _ = try SceneBundle(reading: bytes.span)
      } throws: {
        ($0 as? BundleError)?.code == .notAnArchive
      }
    }
  }

  @Test("a format is recognized by its signature", arguments: beginnings.indices)
  func named(index: Int) {
    let (format, bytes) = Self.beginnings[index]
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      ($0 as? BundleError).map { $0.code == .otherFormat(format) && $0.offset == 0 } ?? false
    }
  }

  @Test("every format has a sample")
  func complete() {
    #expect(Set(Self.beginnings.map(\.0)) == Set(ArchiveFormat.allCases))
  }

  @Test(
    "a file that is no archive is refused as such", arguments: [[], [0x50], Array("<MRML/>".utf8)])
  func unknown(bytes: [UInt8]) {
    #expect {
      _ = try SceneBundle(reading: bytes.span)
    } throws: {
      ($0 as? BundleError)?.code == .notAnArchive
    }
  }

  @Test("a zip archive that begins as another format is read with a hazard")
  func polyglot() throws {
    var writer = ZipWriter()
    writer.add(name: "a.mrml", contents: [])
    let bytes = [UInt8](repeating: 0, count: 257) + Array("ustar".utf8) + writer.finish()
    let bundle = try SceneBundle(reading: bytes.span)
    #expect(bundle.hazards.map(\.code) == [.beginsAsOtherFormat])
    #expect(bundle.archive.hazards.map(\.code) == [.prefixBytes])
  }
}
