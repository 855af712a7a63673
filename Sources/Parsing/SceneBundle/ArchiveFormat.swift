/// Archive and compression formats that Slicer's archive library opens under the name `.mrb`. This
/// reader opens only zip and names the others.
public enum ArchiveFormat: String, CaseIterable, Sendable {
  case ar, arj, bzip2, cab, compress, cpio, grzip, gzip, iso9660, lha, lrzip, lz4, lzip, lzma, lzop
  case mtree, rar, rpm, sevenZip = "7z", tar, uuencode, warc, xar, xz, zstandard

  /// Recognizes the format of `input` by its signature; nil for an unknown one.
  public init?(recognizing input: Span<UInt8>) {
    for (format, offset, signature) in Self.signatures {
      guard input.count >= offset + signature.count else { continue }
      let part = input.extracting(offset..<offset + signature.count)
      var isEqual = true
      for index in part.indices where part[index] != signature[index] { isEqual = false }
      if isEqual {
        self = format
        return
      }
    }
    if let format = Self.formatAfterSkippableFrame(input) {
      self = format
    } else if Self.isTar(input) {
      self = .tar
    } else if Self.isLZMA(input) {
      self = .lzma
    } else {
      return nil
    }
  }

  /// Format after a skippable frame of zstandard and lz4: one of sixteen signatures, then the
  /// length.
  private static func formatAfterSkippableFrame(_ input: Span<UInt8>) -> ArchiveFormat? {
    guard input.count >= 8, input[0] & 0xF0 == 0x50, input[1] == 0x2A, input[2] == 0x4D,
      input[3] == 0x18
    else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(input[4 + $1]) << (8 * $1) }
    guard length <= input.count - 12 else { return .zstandard }
    return input[8 + length] == 0x04 ? .lz4 : .zstandard
  }

  /// Whether the first 512 bytes are a tar header without signature: its checksum in octal digits
  /// matches.
  private static func isTar(_ input: Span<UInt8>) -> Bool {
    guard input.count >= 512 else { return false }
    var sum = 0
    var stated = 0
    for index in 0..<512 {
      guard (148..<156).contains(index) else {
        sum += Int(input[index])
        continue
      }
      sum += 0x20
      if (0x30...0x37).contains(input[index]) { stated = stated * 8 + Int(input[index] - 0x30) }
    }
    return stated == sum && input[0] != 0
  }

  /// Whether the input begins as an `.lzma` file, which has no signature: properties, a dictionary
  /// size of 2^n or 3·2^n, the content's length or all ones, and a first byte of 0.
  private static func isLZMA(_ input: Span<UInt8>) -> Bool {
    guard input.count >= 14, input[0] < 225, input[13] == 0 else { return false }
    let dictionary = (0..<4).reduce(0) { $0 | Int(input[1 + $1]) << (8 * $1) }
    guard dictionary >= 4096 else { return false }
    let power = 1 << (Int.bitWidth - 1 - dictionary.leadingZeroBitCount)
    let isSize = dictionary == power || dictionary == power / 2 * 3
    let isOpen = (5..<13).allSatisfy { input[$0] == 0xFF }
    return isSize && (isOpen || (10..<13).allSatisfy { input[$0] == 0 })
  }

  private static let signatures: [(ArchiveFormat, Int, [UInt8])] = [
    (.gzip, 0, [0x1F, 0x8B]),
    (.compress, 0, [0x1F, 0x9D]),
    (.bzip2, 0, Array("BZh".utf8)),
    (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    (.zstandard, 0, [0x28, 0xB5, 0x2F, 0xFD]),
    (.lz4, 0, [0x04, 0x22, 0x4D, 0x18]),
    (.lz4, 0, [0x02, 0x21, 0x4C, 0x18]),
    (.grzip, 0, Array("GRZipII".utf8)),
    (.lzip, 0, Array("LZIP".utf8)),
    (.lzop, 0, [0x89, 0x4C, 0x5A, 0x4F, 0]),
    (.lrzip, 0, Array("LRZI".utf8)),
    (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.rar, 0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    (.cab, 0, Array("MSCF".utf8)),
    (.xar, 0, Array("xar!".utf8)),
    (.ar, 0, Array("!<arch>\n".utf8)),
    (.arj, 0, [0x60, 0xEA]),
    (.cpio, 0, Array("070701".utf8)),
    (.cpio, 0, Array("070702".utf8)),
    (.cpio, 0, Array("070707".utf8)),
    (.cpio, 0, [0xC7, 0x71]),
    (.cpio, 0, [0x71, 0xC7]),
    (.rpm, 0, [0xED, 0xAB, 0xEE, 0xDB]),
    (.warc, 0, Array("WARC/".utf8)),
    (.mtree, 0, Array("#mtree".utf8)),
    (.uuencode, 0, Array("begin ".utf8)),
    (.lha, 2, Array("-lh".utf8)),
    (.lha, 2, Array("-lz".utf8)),
    (.tar, 257, Array("ustar".utf8)),
    (.iso9660, 32769, Array("CD001".utf8)),
  ]
}
