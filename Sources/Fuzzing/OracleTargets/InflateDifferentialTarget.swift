package import FuzzTargets
import ZipReading
import ZlibOracle

extension FuzzTarget {
  /// An input as a raw, a zlib and a gzip stream, each read by this reader and by zlib.
  package static let inflateDifferential = FuzzTarget(
    name: "inflate-differential",
    property: """
      As a raw, zlib or gzip stream, an input has the verdict, the output and the number of consumed bytes of zlib.
      """,
    maximumLength: 65_536, fileExtension: "deflate", linkedLibraries: ["zlib"], format: "deflate"
  ) { input throws(PropertyViolation) in
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    for format in ZlibOracle.Format.allCases {
      try InflateComparison(format).check(bytes)
    }
  }
}

/// Comparison of this reader with zlib on one stream.
struct InflateComparison {
  /// Maximum size of the output in bytes.
  static let limit = 1 << 20

  let format: ZlibOracle.Format

  init(_ format: ZlibOracle.Format) { self.format = format }

  func check(_ bytes: [UInt8]) throws(PropertyViolation) {
    let zlib = ZlibOracle.inflate(bytes, format: format, limit: Self.limit)
    let read: (output: [UInt8], consumed: Int)
    do throws(InflateError) {
      read = try ours(bytes)
    } catch {
      guard !KnownInflateDifference.explains(zlib.outcome, error.code) else { return }
      return try equal("\(zlib.outcome)", "\(Self.outcome(error))", property: "verdict-of-zlib")
    }
    try equal("\(zlib.outcome)", "accepted", property: "verdict-of-zlib")
    try equal(zlib.output.count, read.output.count, property: "bytes-of-zlib")
    let difference = zip(zlib.output, read.output).enumerated().first { $1.0 != $1.1 }
    if let difference {
      throw PropertyViolation(
        property: "bytes-of-zlib", place: "\(format) byte \(difference.offset)",
        expected: "\(difference.element.0)", found: "\(difference.element.1)")
    }
    try equal(zlib.consumed, read.consumed, property: "input-of-zlib")
  }

  private func ours(
    _ bytes: [UInt8]
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    switch format {
    case .raw: try Inflate.inflate(bytes.span, limit: Self.limit)
    case .zlib: try ZlibStream.inflate(bytes.span, limit: Self.limit)
    case .gzip: try GzipMember.inflate(bytes.span, limit: Self.limit)
    }
  }

  /// Outcome of zlib that corresponds to a refusal; zlib has one outcome for all invalid streams.
  private static func outcome(_ error: InflateError) -> ZlibVerdict.Outcome {
    switch error.code {
    case .unexpectedEnd: .unexpectedEnd
    case .presetDictionary: .needsDictionary
    case .outputLimit: .outputLimit
    default: .invalid
    }
  }

  private func equal<Value: Equatable>(
    _ expected: Value, _ found: Value, property: String
  ) throws(PropertyViolation) {
    guard expected == found else {
      throw PropertyViolation(
        property: property, place: "\(format)", expected: "\(expected)", found: "\(found)")
    }
  }
}
