import Testing
import ZipReading
import ZlibOracle

@Suite("inflate agrees with zlib on verdict, bytes and input used")
struct InflateAgainstZlibTests {
  @Test(
    "every level and strategy of zlib's deflate inflates to the input",
    arguments: Sample.all.indices,
    ZlibOracle.Format.allCases)
  func inflatesWhatZlibWrites(sample: Int, format: ZlibOracle.Format) throws {
    let bytes = Sample.all[sample].bytes
    for strategy in ZlibOracle.Strategy.allCases {
      for level: Int32 in 0...9 {
        let stream = ZlibOracle.deflate(bytes, format: format, level: level, strategy: strategy)
        let (output, consumed) = try Verdict.inflate(stream + [1, 2, 3], format)
        #expect(output == bytes, "level \(level), \(strategy)")
        #expect(consumed == stream.count)
      }
    }
  }

  static let small: [[UInt8]] = {
    let inputs = [Sample.scene(700), Sample.noise(60), [UInt8](repeating: 9, count: 400), []]
    return inputs.flatMap { bytes in
      [(0, .standard), (6, .standard), (6, .fixed), (9, .huffmanOnly)].map {
        (level: Int32, strategy: ZlibOracle.Strategy) in
        ZlibOracle.deflate(bytes, format: .raw, level: level, strategy: strategy)
      }
    }
  }()

  @Test("a stream truncated at any byte is refused by both", arguments: small)
  func cut(stream: [UInt8]) {
    for count in 0..<stream.count {
      let part = Array(stream.prefix(count))
      #expect(Verdict.ours(part, .raw) == .unexpectedEnd, "cut at \(count)")
      #expect(Verdict.zlib(part, .raw) == .unexpectedEnd, "cut at \(count)")
    }
  }

  @Test("a stream with one flipped bit has the same result in both", arguments: small)
  func flip(stream: [UInt8]) {
    for bit in 0..<stream.count * 8 {
      var changed = stream
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(Verdict.ours(changed, .raw) == Verdict.zlib(changed, .raw), "bit \(bit)")
    }
  }

  @Test("a wrapped stream with one flipped bit or truncated has the same result in both")
  func flipWrapped() {
    for format in [ZlibOracle.Format.zlib, .gzip] {
      let stream = ZlibOracle.deflate(Sample.scene(200), format: format)
      for bit in 0..<stream.count * 8 {
        var changed = stream
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(
          Verdict.ours(changed, format) == Verdict.zlib(changed, format), "\(format) bit \(bit)")
        let part = Array(stream.prefix(bit / 8))
        #expect(
          Verdict.ours(part, format) == Verdict.zlib(part, format), "\(format) cut \(bit / 8)")
      }
    }
  }

  @Test("short noise has the same result in both")
  func noise() {
    for seed in 0..<3000 {
      let bytes = Sample.noise(40, seed: UInt64(seed))
      #expect(Verdict.ours(bytes, .raw) == Verdict.zlib(bytes, .raw), "seed \(seed)")
    }
  }

  @Test("checksums of every short length equal zlib's")
  func checksums() {
    let bytes = Sample.noise(12000)
    for count in Array(0...70) + [5551, 5552, 5553, 12000] {
      let part = Array(bytes.prefix(count))
      #expect(CRC32.checksum(part.span) == ZlibOracle.crc32(part))
      #expect(Adler32.checksum(part.span) == ZlibOracle.adler32(part))
    }
  }
}
