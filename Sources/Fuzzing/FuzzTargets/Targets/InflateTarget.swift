internal import ZipReading

extension FuzzTarget {
  /// Raw DEFLATE streams (RFC 1951): bundles hold them, and nothing in front of them takes most inputs away.
  public static let inflate = FuzzTarget(
    name: "inflate",
    law: """
      A stream in chunks gives what the whole gives, no more than the limit comes out, \
      and what came out is deflated and inflated again without a change.
      """,
    maximumLength: 65_536, fileExtension: "deflate", mutation: .stream
  ) { input throws(BrokenLaw) in
    let whole = InflateLaws.whole(input)
    let size = XMLLaws.pieceSize(for: input)
    let pieces = InflateLaws.pieces(input, size)
    switch (whole, pieces) {
    case (.success(let one), .success(let other)):
      try Law.equal(one.consumed, other.consumed, law: "split-equals-whole", place: "consumed")
      try Law.equal(one.output, other.output, law: "split-equals-whole", place: "pieces of \(size)")
      try Law.atMost(one.output.count, InflateLaws.limit, law: "bounded", place: "output")
      try Law.offset(one.consumed, isInside: input.count, of: "consumed")
      try Law.atMost(
        one.output.count, Inflate.formatRatio * one.consumed, law: "cost", place: "output")
      try InflateLaws.comesBack(one.output)
    case (.failure(let one), .failure(let other)):
      try Law.equal(
        "\(one.code)", "\(other.code)", law: "split-equals-whole", place: "pieces of \(size)")
      try Law.offset(one.offset, isInside: input.count, of: "refusal")
      try MessageLaws.sayable(one.message, of: "refusal")
    case (.success, .failure(let error)), (.failure(let error), .success):
      throw BrokenLaw(
        law: "split-equals-whole", place: "pieces of \(size)", expected: "one verdict",
        found: "\(error.code) on one side")
    }
  }
}

/// The laws of inflate.
enum InflateLaws {
  typealias Result = Swift.Result<(output: [UInt8], consumed: Int), InflateError>

  /// Most bytes of output: small, so that one input costs milliseconds.
  static let limit = 1 << 20

  static func whole(_ input: Span<UInt8>) -> Result {
    do throws(InflateError) {
      return .success(try Inflate.inflate(input, limit: limit))
    } catch {
      return .failure(error)
    }
  }

  static func pieces(_ input: Span<UInt8>, _ size: Int) -> Result {
    var stream = InflateStream(limit: limit)
    var output: [UInt8] = []
    do throws(InflateError) {
      var start = 0
      while start < input.count, !stream.isFinished {
        let end = min(start + size, input.count)
        _ = try stream.feed(input.extracting(start..<end)) { piece in
          for index in piece.indices { output.append(piece[index]) }
        }
        start = end
      }
      try stream.finish()
      return .success((output, stream.consumed))
    } catch {
      return .failure(error)
    }
  }

  /// Deflate and inflate are inverse on `bytes`.
  static func comesBack(_ bytes: [UInt8]) throws(BrokenLaw) {
    let stream = Deflate.deflate(bytes.span, level: .fast)
    guard case .success(let again) = whole(stream.span) else {
      throw BrokenLaw(
        law: "written-is-readable", place: "stream", expected: "accepted", found: "refused")
    }
    try Law.equal(bytes, again.output, law: "write-read", place: "content")
    try Law.equal(stream.count, again.consumed, law: "write-read", place: "length")
  }
}
