/// Inflates a DEFLATE stream (RFC 1951) in chunks; memory does not grow with the stream.
///
/// Property: output, error and error offset do not depend on how the input is cut into chunks,
/// except the offset of the two limits.
public struct InflateStream: Sendable {
  /// Maximum distance of a match.
  private static let history = 32768
  /// Room after the maximum output, so that the fast loop runs to the end and excess output is
  /// detected.
  private static let margin = 512

  private var decoder = InflateDecoder()
  private var window: [UInt8]
  /// Bytes of the window that hold history or output.
  private var written = 0
  /// Output bytes that have left the window.
  private var slidBytes = 0
  private let limit: Int
  private let maximumRatio: Int
  private let ratioFloor: Int

  /// Consumed bytes of all chunks.
  public private(set) var consumed = 0
  /// Whether the stream has ended; the bytes after it are not consumed.
  public var isFinished: Bool { decoder.state == .finished }
  /// Output bytes so far.
  public var outputCount: Int { slidBytes + written }

  /// Creates a stream that refuses output beyond `limit`, or beyond `maximumRatio` times the input
  /// once past `ratioFloor`.
  public init(
    limit: Int, maximumRatio: Int = Inflate.formatRatio, ratioFloor: Int = 1 << 20
  ) {
    self.init(limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor, inputCount: .max)
  }

  /// Creates a stream of at most `inputCount` bytes, whose window is no larger than its output can
  /// be.
  init(limit: Int, maximumRatio: Int, ratioFloor: Int, inputCount: Int) {
    self.limit = max(limit, 0)
    self.maximumRatio = maximumRatio
    self.ratioFloor = ratioFloor
    let full = Self.history + 65536
    let maximumOutput = min(self.limit, inputCount > full ? full : inputCount * Inflate.formatRatio)
    window = [UInt8](repeating: 0, count: min(maximumOutput, full) + Self.margin)
  }

  /// Inflates the next chunk and passes its output to `receive`, in pieces of at most about 64 KiB.
  ///
  /// - Returns: Bytes of the chunk that the stream consumed: all unless it ended inside.
  /// - Throws: `InflateError` with an offset from the start of the stream; output passed before it
  ///   belongs to a refused stream.
  public mutating func feed(
    _ chunk: Span<UInt8>, _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) -> Int {
    var position = 0
    while true {
      let (output, pause) = try step(chunk, &position)
      if !output.isEmpty { receive(window.span.extracting(output)) }
      guard pause == .needsRoom else { return position }
    }
  }

  /// Like `feed`, but appends the output to an array.
  mutating func feed(
    _ chunk: Span<UInt8>, appendingTo all: inout [UInt8]
  ) throws(InflateError) -> Int {
    var position = 0
    while true {
      let (output, pause) = try step(chunk, &position)
      all += window[output]
      guard pause == .needsRoom else { return position }
    }
  }

  /// Ends the input.
  ///
  /// - Throws: `unexpectedEnd` when the stream has not ended.
  public func finish() throws(InflateError) {
    guard isFinished else { throw InflateError(.unexpectedEnd, at: consumed) }
  }

  /// Runs until a pause; the returned range of the window is the output, valid until the next step.
  private mutating func step(
    _ chunk: Span<UInt8>, _ position: inout Int
  ) throws(InflateError) -> (output: Range<Int>, pause: InflateDecoder.Pause) {
    if written == window.count { slide() }
    let from = written
    let before = position
    let result = Self.run(&decoder, chunk, &position, &window, &written)
    consumed += position - before
    // Checked before other errors, so that the verdict does not depend on how far a step runs past
    // the limit.
    guard outputCount <= limit else { throw InflateError(.outputLimit, at: consumed) }
    let pause = try result.get()
    // Checked when the window is full and at the end, which are the same positions for every cut.
    if pause != .needsInput, outputCount > ratioFloor,
      outputCount / max(consumed, 1) > maximumRatio
    {
      throw InflateError(.ratioLimit, at: consumed)
    }
    return (from..<written, pause)
  }

  /// A separate function, so that only the window is borrowed while the decoder changes.
  private static func run(
    _ decoder: inout InflateDecoder, _ chunk: Span<UInt8>, _ position: inout Int,
    _ window: inout [UInt8], _ written: inout Int
  ) -> Result<InflateDecoder.Pause, InflateError> {
    var room = window.mutableSpan
    do throws(InflateError) {
      return .success(try decoder.run(chunk, &position, &room, &written))
    } catch {
      return .failure(error)
    }
  }

  /// Moves the last 32768 bytes to the front of the window, where later matches find them.
  private mutating func slide() {
    let start = max(0, written - Self.history)
    window.replaceSubrange(0..<written - start, with: window[start..<written])
    slidBytes += start
    written -= start
  }
}
