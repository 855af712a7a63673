import StableNumbers
import ZipReading
import ZlibOracle

/// Deterministic sample data for compression.
enum Sample {
  /// Text like a scene: long repeated names, differing numbers.
  static func scene(_ count: Int) -> [UInt8] {
    var random = SplitMix64(seed: 7)
    var bytes: [UInt8] = []
    while bytes.count < count {
      let line =
        " <Model id=\"vtkMRMLModelNode\(random.next() % 900)\" color=\"0.\(random.next() % 999) 1\" />\n"
      bytes += Array(line.utf8)
    }
    return Array(bytes.prefix(count))
  }

  /// Incompressible bytes.
  static func noise(_ count: Int, seed: UInt64 = 3) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
  }

  /// A random walk like voxels: mostly literals.
  static func volume(_ count: Int) -> [UInt8] {
    var random = SplitMix64(seed: 11)
    var value: UInt8 = 100
    return (0..<count).map { _ in
      value = value &+ UInt8(truncatingIfNeeded: random.next() % 7) &- 3
      return value
    }
  }

  /// Runs of every short period: matches at every distance below nine.
  static func periods() -> [UInt8] {
    var bytes: [UInt8] = []
    for period in 1...20 {
      for index in 0..<(300 + period) { bytes.append(UInt8(period * 11 + index % period)) }
    }
    return bytes
  }

  static let all: [(name: String, bytes: [UInt8])] = [
    ("empty", []), ("one byte", [65]), ("zeros", [UInt8](repeating: 0, count: 70000)),
    ("scene", scene(90000)), ("noise", noise(40000)), ("volume", volume(70000)),
    ("periods", periods()),
  ]
}

/// Writes bits in the order of DEFLATE, for streams that no compressor writes.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var filled = 8

  /// Appends a number, lowest bit first.
  mutating func number(_ value: Int, _ count: Int) {
    for bit in 0..<count { self.bit(value >> bit & 1) }
  }

  /// Appends a Huffman code, first bit first, as `"0110"`.
  mutating func code(_ text: String) {
    for digit in text.utf8 { bit(digit == 0x31 ? 1 : 0) }
  }

  private mutating func bit(_ bit: Int) {
    if filled == 8 {
      bytes.append(0)
      filled = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit) << UInt8(filled)
    filled += 1
  }

  static func bytes(_ write: (inout BitWriter) -> Void) -> [UInt8] {
    var writer = BitWriter()
    write(&writer)
    return writer.bytes
  }
}

/// Result of an inflater, in a shape common to this reader and zlib.
enum Verdict: Equatable, CustomStringConvertible {
  case accepted(output: [UInt8], consumed: Int)
  case unexpectedEnd
  case invalid

  var description: String {
    switch self {
    case .accepted(let output, let consumed): "accepted \(output.count) bytes from \(consumed)"
    case .unexpectedEnd: "unexpected end"
    case .invalid: "invalid"
    }
  }

  static func ours(_ input: [UInt8], _ format: ZlibOracle.Format) -> Verdict {
    do throws(InflateError) {
      let (output, consumed) = try inflate(input, format)
      return .accepted(output: output, consumed: consumed)
    } catch {
      return error.code == .unexpectedEnd ? .unexpectedEnd : .invalid
    }
  }

  static func zlib(_ input: [UInt8], _ format: ZlibOracle.Format) -> Verdict {
    let verdict = ZlibOracle.inflate(input, format: format)
    return switch verdict.outcome {
    case .accepted: .accepted(output: verdict.output, consumed: verdict.consumed)
    case .unexpectedEnd: .unexpectedEnd
    case .invalid, .needsDictionary, .outputLimit: .invalid
    }
  }

  static func inflate(
    _ input: [UInt8], _ format: ZlibOracle.Format, limit: Int = 1 << 26
  ) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    switch format {
    case .raw: try Inflate.inflate(input.span, limit: limit)
    case .zlib: try ZlibStream.inflate(input.span, limit: limit)
    case .gzip: try GzipMember.inflate(input.span, limit: limit)
    }
  }
}
