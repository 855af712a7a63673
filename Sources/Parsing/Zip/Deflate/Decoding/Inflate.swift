/// Inflates whole DEFLATE streams (RFC 1951).
public enum Inflate {
  /// Maximum growth of any stream: 258 bytes from two bits.
  public static let formatRatio = 1032

  /// Inflates the stream at the start of `input` and ignores the bytes after it.
  ///
  /// Cost: linear in input and output. Memory: the output as it grows, and a window of about 96
  /// KiB; nothing is allocated from a declared size.
  ///
  /// - Parameters:
  ///   - input: The stream, and possibly more bytes.
  ///   - limit: Maximum output in bytes; one more throws `outputLimit`.
  ///   - maximumRatio: Maximum output bytes per input byte once the output is past `ratioFloor`.
  ///   - ratioFloor: Output in bytes up to which no ratio limit applies.
  /// - Returns: The output, and the number of input bytes of the stream.
  /// - Throws: `InflateError`, also for a truncated stream; never returns partial output.
  public static func inflate(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = formatRatio, ratioFloor: Int = 1 << 20
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    var stream = InflateStream(
      limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor, inputCount: input.count)
    var output: [UInt8] = []
    // Most streams grow less than eightfold; a longer output grows its array.
    output.reserveCapacity(min(max(limit, 0), input.count > 1 << 40 ? 0 : input.count * 8))
    let consumed = try stream.feed(input, appendingTo: &output)
    try stream.finish()
    return (output, consumed)
  }

  /// Inflates a part of the input; offsets of errors count from the start of the part.
  static func inflatePart(
    _ input: Span<UInt8>, _ part: Range<Int>, limit: Int, maximumRatio: Int, ratioFloor: Int
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    try inflate(
      input.extracting(part), limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor)
  }

  /// Inflates the stream at `start`, for a wrapper: offsets of errors count from the start of
  /// `input`, `consumed` from `start`.
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

  /// Inflates the stream at `start` in pieces, for a wrapper; returns its length in the input.
  static func read(
    _ input: Span<UInt8>, from start: Int, limit: Int, maximumRatio: Int, ratioFloor: Int,
    _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) -> Int {
    var stream = InflateStream(
      limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor,
      inputCount: input.count - start)
    do throws(InflateError) {
      try feed(&stream, input, start, receive)
    } catch {
      throw InflateError(error.code, at: error.offset + start)
    }
    return stream.consumed
  }

  /// A separate function, so that the slice does not outlive the call on the error path.
  private static func feed(
    _ stream: inout InflateStream, _ input: Span<UInt8>, _ start: Int,
    _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) {
    _ = try stream.feed(input.extracting(start..<input.count), receive)
    try stream.finish()
  }
}
