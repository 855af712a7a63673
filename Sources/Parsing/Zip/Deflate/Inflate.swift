/// DEFLATE streams (RFC 1951) inflated whole.
public enum Inflate {
  /// No stream grows by more: 258 bytes from two bits.
  public static let formatRatio = 1032

  /// Inflates the stream at the start of `input`.
  ///
  /// Bytes behind the stream are left alone. Cost: linear in input and output; memory is that of the output as it
  /// grows and a window of some 96 KiB, never more on the word of a header.
  ///
  /// - Parameters:
  ///   - input: The stream, and perhaps more behind it.
  ///   - limit: Most bytes of output; one more is `outputLimit`.
  ///   - maximumRatio: Most bytes of output for each byte of input used, once the output is past `ratioFloor`.
  ///   - ratioFloor: Bytes of output up to which any ratio is fine.
  /// - Returns: The output, and the number of bytes of input that the stream takes.
  /// - Throws: `InflateError`, also for a stream that ends too early: never a part of the output.
  public static func inflate(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = formatRatio, ratioFloor: Int = 1 << 20
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    var stream = InflateStream(
      limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor, inputCount: input.count)
    var output: [UInt8] = []
    // Most streams grow by less than eight; a longer output grows its array.
    output.reserveCapacity(min(max(limit, 0), input.count > 1 << 40 ? 0 : input.count * 8))
    let consumed = try stream.feed(input, appendingTo: &output)
    try stream.finish()
    return (output, consumed)
  }

  /// Inflates a part of the input: errors count from the start of the part.
  static func inflatePart(
    _ input: Span<UInt8>, _ part: Range<Int>, limit: Int, maximumRatio: Int, ratioFloor: Int
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    try inflate(
      input.extracting(part), limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor)
  }

  /// Inflates what begins at `start`, for a wrapper: errors count from the start of `input`, `consumed` from `start`.
  static func inflateBody(
    _ input: Span<UInt8>, from start: Int, limit: Int, maximumRatio: Int, ratioFloor: Int
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    do throws(InflateError) {
      return try inflatePart(
        input, start..<input.count, limit: limit, maximumRatio: maximumRatio,
        ratioFloor: ratioFloor)
    } catch {
      throw InflateError(error.code, at: error.offset + start)
    }
  }
}
