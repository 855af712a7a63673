/// DEFLATE streams (RFC 1951) inflated whole.
public enum Inflate {
  /// No stream grows by more: 258 bytes from two bits.
  public static let formatRatio = 1032

  /// Inflates the stream at the start of `input`.
  ///
  /// Bytes behind the stream are left alone. Cost: linear in input and output; memory is at most about twice the
  /// output actually written, never more on the word of a header.
  ///
  /// - Parameters:
  ///   - limit: Most bytes of output; one more is `outputLimit`.
  ///   - maximumRatio: Most bytes of output for each byte of input used, once the output is past `ratioFloor`.
  /// - Returns: The output, and the number of bytes of input that the stream takes.
  /// - Throws: `InflateError`, also for a stream that ends too early: never a part of the output.
  public static func inflate(
    _ input: Span<UInt8>, limit: Int, maximumRatio: Int = formatRatio, ratioFloor: Int = 1 << 20
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    // Room behind the limit lets the fast loop run to the end and shows an output that is too long.
    let mostRoom = max(limit, 0).addingReportingOverflow(512)
    let roomLimit = mostRoom.overflow ? Int.max : mostRoom.partialValue
    let guess = input.count < 1 << 40 ? input.count * 4 + 1024 : input.count
    var output = [UInt8](repeating: 0, count: min(guess, roomLimit))
    var decoder = InflateDecoder()
    var position = 0
    var written = 0
    while true {
      var room = output.mutableSpan
      let pause = try decoder.run(input, &position, &room, &written)
      guard written <= limit else { throw InflateError(.outputLimit, at: position) }
      if written > ratioFloor, written / max(position, 1) > maximumRatio {
        throw InflateError(.ratioLimit, at: position)
      }
      switch pause {
      case .finished:
        output.removeLast(output.count - written)
        return (output, position)
      case .needsInput:
        throw InflateError(.unexpectedEnd, at: input.count)
      case .needsRoom:
        let growth = min(output.count, roomLimit - output.count)
        output.append(contentsOf: [UInt8](repeating: 0, count: growth))
      }
    }
  }

  /// Inflates what begins at `start`, for a wrapper: errors count from the start of `input`, `consumed` from `start`.
  static func inflateBody(
    _ input: Span<UInt8>, from start: Int, limit: Int, maximumRatio: Int, ratioFloor: Int
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    do throws(InflateError) {
      return try inflateSuffix(input, start, limit, maximumRatio, ratioFloor)
    } catch {
      throw InflateError(error.code, at: error.offset + start)
    }
  }

  /// Apart, so that the slice does not outlive the call on the error path.
  private static func inflateSuffix(
    _ input: Span<UInt8>, _ start: Int, _ limit: Int, _ maximumRatio: Int, _ ratioFloor: Int
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    try inflate(
      input.extracting(droppingFirst: start), limit: limit, maximumRatio: maximumRatio,
      ratioFloor: ratioFloor)
  }
}
