/// A DEFLATE stream (RFC 1951) inflated piece by piece, in memory that does not grow with the stream.
///
/// PropertyCheck: however the input is cut into chunks, the output is the same, and so is the error with its offset. Only the
/// offset of the two limits depends on the cuts.
public struct InflateStream: Sendable {
  /// How far a match may reach back.
  private static let history = 32768
  /// Room behind the most output there can be, so that the fast loop runs to the end and too much output shows.
  private static let margin = 512

  private var decoder = InflateDecoder()
  private var window: [UInt8]
  /// Bytes of the window that are history or output.
  private var written = 0
  /// Bytes of output that have left the window.
  private var slidBytes = 0
  private let limit: Int
  private let maximumRatio: Int
  private let ratioFloor: Int

  /// Bytes of all chunks used so far.
  public private(set) var consumed = 0
  /// Whether the stream has ended; what follows it is not its own.
  public var isFinished: Bool { decoder.state == .finished }
  /// Bytes of output so far.
  public var outputCount: Int { slidBytes + written }

  /// A stream that refuses output beyond `limit`, or beyond `maximumRatio` times the input once past `ratioFloor`.
  public init(
    limit: Int, maximumRatio: Int = Inflate.formatRatio, ratioFloor: Int = 1 << 20
  ) {
    self.init(limit: limit, maximumRatio: maximumRatio, ratioFloor: ratioFloor, inputCount: .max)
  }

  /// A stream of no more than `inputCount` bytes, for which the window need not be larger than its output can be.
  init(limit: Int, maximumRatio: Int, ratioFloor: Int, inputCount: Int) {
    self.limit = max(limit, 0)
    self.maximumRatio = maximumRatio
    self.ratioFloor = ratioFloor
    let full = Self.history + 65536
    let maximumOutput = min(self.limit, inputCount > full ? full : inputCount * Inflate.formatRatio)
    window = [UInt8](repeating: 0, count: min(maximumOutput, full) + Self.margin)
  }

  /// Inflates the next chunk and hands its output to `receive`, at most some 64 KiB at a time.
  ///
  /// - Returns: Bytes of the chunk that the stream took: all of them unless it ended inside.
  /// - Throws: `InflateError` with an offset from the start of the stream; what was handed over before belongs to a
  ///   refused stream.
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

  /// Says that no chunk follows.
  ///
  /// - Throws: `unexpectedEnd` when the stream has not ended.
  public func finish() throws(InflateError) {
    guard isFinished else { throw InflateError(.unexpectedEnd, at: consumed) }
  }

  /// Runs until a pause; the output is the returned part of the window until the next step.
  private mutating func step(
    _ chunk: Span<UInt8>, _ position: inout Int
  ) throws(InflateError) -> (output: Range<Int>, pause: InflateDecoder.Pause) {
    if written == window.count { slide() }
    let from = written
    let before = position
    let result = Self.run(&decoder, chunk, &position, &window, &written)
    consumed += position - before
    // Before any other error, so that it does not matter how far a step runs past the limit.
    guard outputCount <= limit else { throw InflateError(.outputLimit, at: consumed) }
    let pause = try result.get()
    // Looked at where the window is full and at the end, which is at the same places for every cut.
    if pause != .needsInput, outputCount > ratioFloor,
      outputCount / max(consumed, 1) > maximumRatio
    {
      throw InflateError(.ratioLimit, at: consumed)
    }
    return (from..<written, pause)
  }

  /// Apart, so that only the window is borrowed while the decoder changes.
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

  /// Moves the last 32768 bytes to the front of the window, where matches go on hazard them.
  private mutating func slide() {
    let start = max(0, written - Self.history)
    window.replaceSubrange(0..<written - start, with: window[start..<written])
    slidBytes += start
    written -= start
  }
}
