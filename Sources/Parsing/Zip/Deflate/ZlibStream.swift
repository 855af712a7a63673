/// zlib streams (RFC 1950): two bytes of header, DEFLATE, Adler-32 of the output.
public enum ZlibStream {
  /// Inflates the stream at the start of `input` and ignores the bytes after it.
  ///
  /// A preset dictionary is refused. The window size in the header is checked for its range only:
  /// matches may reach back 32768 bytes, as in zlib.
  ///
  /// - Throws: `InflateError`; offsets count from the start of `input`.
  public static func inflate(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = Inflate.formatRatio,
    ratioFloor: Int = 1 << 20
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    try checkHeader(input)
    let (output, consumed) = try Inflate.inflateBody(
      input, from: 2, limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor)
    return (output, try checkTrailer(input, 2 + consumed, Adler32.checksum(output.span)))
  }

  /// Inflates the stream at the start of `input` in pieces, in constant memory.
  ///
  /// The pieces are valid only when the call returns, since the checksum is checked at the end.
  ///
  /// - Returns: The number of input bytes of the stream.
  /// - Throws: `InflateError`; offsets count from the start of `input`.
  @discardableResult
  public static func read(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = Inflate.formatRatio,
    ratioFloor: Int = 1 << 20, _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) -> Int {
    try checkHeader(input)
    var adler = Adler32()
    let consumed = try Inflate.read(
      input, from: 2, limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor
    ) { piece in
      adler.update(piece)
      receive(piece)
    }
    return try checkTrailer(input, 2 + consumed, adler.value)
  }

  private static func checkHeader(_ input: Span<UInt8>) throws(InflateError) {
    guard input.count >= 2 else { throw InflateError(.unexpectedEnd, at: input.count) }
    let method = input[0]
    let flags = input[1]
    guard (Int(method) << 8 | Int(flags)) % 31 == 0 else {
      throw InflateError(.notThisFormat, at: 0)
    }
    guard method & 15 == 8 else { throw InflateError(.unknownCompressionMethod, at: 0) }
    guard method >> 4 <= 7 else { throw InflateError(.windowTooLarge, at: 0) }
    guard flags & 0x20 == 0 else {
      // The checksum of the dictionary follows; without it the stream is truncated.
      throw input.count < 6
        ? InflateError(.unexpectedEnd, at: input.count) : InflateError(.presetDictionary, at: 1)
    }
  }

  /// Checks the checksum at `end` and returns the end of the stream.
  private static func checkTrailer(
    _ input: Span<UInt8>, _ end: Int, _ checksum: UInt32
  ) throws(InflateError) -> Int {
    guard input.count - end >= 4 else { throw InflateError(.unexpectedEnd, at: input.count) }
    guard LittleEndian.load4(input, end).byteSwapped == checksum else {
      throw InflateError(.dataChecksumMismatch, at: end)
    }
    return end + 4
  }
}
