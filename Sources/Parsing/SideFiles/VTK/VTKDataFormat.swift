internal import ZipReading

/// Encoding of binary arrays in a VTK XML file.
///
/// Uncompressed data is its length in bytes and the bytes. Compressed data is a table, then the
/// blocks: their number, the size of a block, the size of a partial last block or 0, and the
/// compressed size of each block. In base64 the table is encoded apart from the blocks.
struct VTKDataFormat {
  var isBigEndian = false
  /// Bytes of a number in a table: 4, or 8 for `UInt64`.
  var headerWidth = 4
  var compressor: String?
  var isAppendedBase64 = false
  /// Bytes of tables that may still be read: those of honest arrays do not overlap, so that all
  /// together fit the file.
  var tableBudget = 0

  /// Bytes of each type.
  static let types: [String: Int] = [
    "int8": 1, "uint8": 1, "int16": 2, "uint16": 2, "int32": 4, "uint32": 4, "int64": 8,
    "uint64": 8, "float32": 4, "float64": 8,
  ]

  /// Compares the table at the start of `data` with the bytes after it and with the claimed size.
  mutating func check(
    _ data: Span<UInt8>, isBase64: Bool, claimed: UInt64?, at offset: Int,
    _ report: inout SideFileReport
  ) {
    guard compressor == nil else {
      return checkBlocks(data, isBase64: isBase64, claimed: claimed, at: offset, &report)
    }
    guard let length = numbers(data, isBase64: isBase64, 1).first else {
      return report.claim(UInt64(headerWidth), at: offset, available: data.count)
    }
    // Uncompressed, the length and the bytes are encoded together.
    let bytes = sum(length, UInt64(headerWidth))
    report.claim(
      isBase64 ? Self.base64Length(bytes) : bytes, at: offset, available: data.count)
    compare(length, claimed, at: offset, &report)
  }

  private mutating func checkBlocks(
    _ data: Span<UInt8>, isBase64: Bool, claimed: UInt64?, at offset: Int,
    _ report: inout SideFileReport
  ) {
    let head = numbers(data, isBase64: isBase64, 3)
    guard head.count == 3 || head.first == 0 else {
      return report.claim(UInt64(3 * headerWidth), at: offset, available: data.count)
    }
    let count = head[0]
    guard count > 0 else { return compare(0, claimed, at: offset, &report) }
    let tableBytes = product([sum(count, 3), UInt64(headerWidth)])
    let tableLength = isBase64 ? Self.base64Length(tableBytes) : tableBytes
    report.claim(tableLength, at: offset, available: data.count)
    guard report.isLastClaimMet else { return }
    guard tableLength <= UInt64(max(tableBudget, 0)) else {
      return report.addNote(.uncheckedPart, at: offset)
    }
    tableBudget -= Int(tableLength)
    let sizes = numbers(data, isBase64: isBase64, Int(count) + 3).dropFirst(3)
    var total: UInt64 = 0
    for size in sizes { total = sum(total, size) }
    report.claim(
      sum(tableLength, isBase64 ? Self.base64Length(total) : total), at: offset,
      available: data.count)
    let whole = head[2] == 0 ? count : count - 1
    let uncompressed = sum(product([whole, head[1]]), head[2])
    if compressor == "vtkZLibDataCompressor", report.isLastClaimMet {
      // DEFLATE cannot grow by more.
      let minimum = uncompressed / UInt64(Inflate.formatRatio)
      report.claim(minimum, at: offset, available: Int(clamping: total))
    }
    compare(uncompressed, claimed, at: offset, &report)
  }

  private func compare(
    _ length: UInt64, _ claimed: UInt64?, at offset: Int, _ report: inout SideFileReport
  ) {
    guard let claimed else { return }
    if length < claimed {
      report.claim(claimed, at: offset, available: Int(clamping: length))
    } else if length > claimed {
      report.addHazard(.sizesDisagree, at: offset)
    }
  }

  /// Characters of `bytes` in base64 with padding, saturating.
  private static func base64Length(_ bytes: UInt64) -> UInt64 {
    product([bytes / 3 + (bytes % 3 == 0 ? 0 : 1), 4])
  }

  /// The first numbers of a table, at most `count` and those that exist.
  private func numbers(_ data: Span<UInt8>, isBase64: Bool, _ count: Int) -> [UInt64] {
    let width = headerWidth
    let bytes: [UInt8] =
      isBase64
      ? Self.decode(data, maximum: count * width)
      : data.bytes(0..<min(data.count, count * width), maximum: .max)
    let span = bytes.span
    return (0..<min(count, bytes.count / width)).map {
      span.unsigned(at: $0 * width, width: width, isBigEndian: isBigEndian)
    }
  }

  /// Decodes base64 up to `maximum` bytes, to the first character that is none.
  private static func decode(_ data: Span<UInt8>, maximum: Int) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var index = 0
    while index < data.count, out.count < maximum, let value = base64Value(data[index]) {
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
      index += 1
    }
    return out
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61) + 26
    case 0x30...0x39: UInt32(byte - 0x30) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
