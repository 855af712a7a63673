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
    try checkTrailer(input, end, CRC32.checksum(output.span), output.count)
    return (output, end + 8)
  }

  /// Inflates the member at the start of `input` in pieces, in constant memory.
  ///
  /// The pieces are valid only when the call returns, since checksum and length are checked at the
  /// end.
  ///
  /// - Returns: The number of input bytes of the member.
  /// - Throws: `InflateError`; offsets count from the start of `input`.
  @discardableResult
  public static func read(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = Inflate.formatRatio,
    ratioFloor: Int = 1 << 20, _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) -> Int {
    let start = try headerEnd(input)
    var crc = CRC32()
    var count = 0
    let consumed = try Inflate.read(
      input, from: start, limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor
    ) { piece in
      crc.update(piece)
      count += piece.count
      receive(piece)
    }
    let end = start + consumed
    try checkTrailer(input, end, crc.value, count)
    return end + 8
  }

  /// Checks CRC and length, each as soon as its bytes are present.
  private static func checkTrailer(
    _ input: Span<UInt8>, _ end: Int, _ crc: UInt32, _ count: Int
  ) throws(InflateError) {
    guard input.count - end >= 4 else { throw InflateError(.unexpectedEnd, at: input.count) }
    guard LittleEndian.load4(input, end) == crc else {
      throw InflateError(.dataChecksumMismatch, at: end)
    }
    guard input.count - end >= 8 else { throw InflateError(.unexpectedEnd, at: input.count) }
    guard LittleEndian.load4(input, end + 4) == UInt32(truncatingIfNeeded: count) else {
      throw InflateError(.dataLengthMismatch, at: end + 4)
    }
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
