internal import ZipReading

extension FuzzTarget {
  /// Raw DEFLATE streams (RFC 1951), without the headers and checksums that would reject most
  /// inputs.
  public static let inflate = FuzzTarget(
    name: "inflate",
    property: """
      A stream in chunks has the output of the whole stream, the output is bounded by the limit, \
      and it survives deflating and inflating unchanged.
      """,
    maximumLength: 65_536, fileExtension: "deflate", format: "deflate"
  ) { input throws(PropertyViolation) in
    let whole = InflateProperties.whole(input)
    let size = XMLProperties.pieceSize(for: input)
    let pieces = InflateProperties.pieces(input, size)
    switch (whole, pieces) {
    case (.success(let one), .success(let other)):
      try PropertyCheck.equal(
        one.consumed, other.consumed, property: "split-equals-whole", place: "consumed")
      try PropertyCheck.equal(
        one.output, other.output, property: "split-equals-whole", place: "pieces of \(size)")
      try PropertyCheck.atMost(
        one.output.count, InflateProperties.limit, property: "bounded", place: "output")
      try PropertyCheck.offset(one.consumed, isInside: input.count, of: "consumed")
      try PropertyCheck.atMost(
        one.output.count, Inflate.formatRatio * one.consumed, property: "cost", place: "output")
      try InflateProperties.comesBack(one.output)
    case (.failure(let one), .failure(let other)):
      try PropertyCheck.equal(
        "\(one.code)", "\(other.code)", property: "split-equals-whole", place: "pieces of \(size)")
      try PropertyCheck.offset(one.offset, isInside: input.count, of: "refusal")
      try MessageProperties.printable(one.message, of: "refusal")
    case (.success, .failure(let error)), (.failure(let error), .success):
      throw PropertyViolation(
        property: "split-equals-whole", place: "pieces of \(size)", expected: "one verdict",
        found: "\(error.code) on one side")
    }
  }
}

/// Properties of inflate.
enum InflateProperties {
  typealias Result = Swift.Result<(output: [UInt8], consumed: Int), InflateError>

  /// Maximum size of the output in bytes: small, so that one input costs milliseconds.
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

  /// Inflating the deflated bytes returns the bytes.
  static func comesBack(_ bytes: [UInt8]) throws(PropertyViolation) {
    let stream = Deflate.deflate(bytes.span, level: .fast)
    guard case .success(let again) = whole(stream.span) else {
      throw PropertyViolation(
        property: "written-is-readable", place: "stream", expected: "accepted", found: "refused")
    }
    try PropertyCheck.equal(bytes, again.output, property: "write-read", place: "content")
    try PropertyCheck.equal(stream.count, again.consumed, property: "write-read", place: "length")
  }
}
