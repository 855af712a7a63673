/// One member of a gzip file (RFC 1952): header, DEFLATE, CRC-32 and length of the output.
public enum GzipMember {
  /// Inflates the member at the start of `input` and ignores the bytes after it, such as a further
  /// member.
  ///
  /// - Throws: `InflateError`; offsets count from the start of `input`.
  public static func inflate(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = Inflate.formatRatio,
    ratioFloor: Int = 1 << 20
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    let start = try headerEnd(input)
    let (output, consumed) = try Inflate.inflateBody(
      input, from: start, limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor)
    let end = start + consumed
    // CRC and length are each checked as soon as their bytes are present.
    guard input.count - end >= 4 else { throw InflateError(.unexpectedEnd, at: input.count) }
    guard LittleEndian.load4(input, end) == CRC32.checksum(output.span) else {
      throw InflateError(.dataChecksumMismatch, at: end)
    }
    guard input.count - end >= 8 else { throw InflateError(.unexpectedEnd, at: input.count) }
    guard LittleEndian.load4(input, end + 4) == UInt32(truncatingIfNeeded: output.count) else {
      throw InflateError(.dataLengthMismatch, at: end + 4)
    }
    return (output, end + 8)
  }

  /// Offset of the compressed data (section 2.3): ten bytes, then the optional fields that the
  /// flags announce.
  private static func headerEnd(_ input: Span<UInt8>) throws(InflateError) -> Int {
    func require(_ end: Int) throws(InflateError) {
      guard end <= input.count else { throw InflateError(.unexpectedEnd, at: input.count) }
    }
    try require(2)
    guard LittleEndian.load2(input, 0) == 0x8B1F else { throw InflateError(.notThisFormat, at: 0) }
    try require(4)
    guard input[2] == 8 else { throw InflateError(.unknownCompressionMethod, at: 2) }
    let flags = input[3]
    guard flags & 0xE0 == 0 else { throw InflateError(.reservedHeaderFlags, at: 3) }
    try require(10)
    var end = 10
    if flags & 4 != 0 {
      try require(end + 2)
      end += 2 + Int(LittleEndian.load2(input, end))
      try require(end)
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      while true {
        try require(end + 1)
        end += 1
        if input[end - 1] == 0 { break }
      }
    }
    if flags & 2 != 0 {
      try require(end + 2)
      let sum = CRC32.checksum(input.extracting(0..<end))
      guard LittleEndian.load2(input, end) == UInt16(truncatingIfNeeded: sum) else {
        throw InflateError(.headerChecksumMismatch, at: end)
      }
      end += 2
    }
    return end
  }
}
