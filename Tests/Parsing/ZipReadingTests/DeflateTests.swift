import StableNumbers
import Testing
import ZipReading
import ZlibOracle

@Suite("streams of deflate are read by zlib and by inflate")
struct DeflateTests {
  @Test(
    "every level inflates to the input, here and in zlib", arguments: Sample.all.indices,
    Deflate.Level.allCases)
  func roundTrip(sample: Int, level: Deflate.Level) throws {
    let bytes = Sample.all[sample].bytes
    let stream = Deflate.deflate(bytes.span, level: level)
    #expect(Verdict.zlib(stream, .raw) == .accepted(output: bytes, consumed: stream.count))
    #expect(Verdict.ours(stream, .raw) == .accepted(output: bytes, consumed: stream.count))
    #expect(stream == Deflate.deflate(bytes.span, level: level))
  }

  @Test("input of every short length inflates to itself", arguments: Deflate.Level.allCases)
  func short(level: Deflate.Level) {
    for count in 0...80 {
      for bytes in [
        Sample.noise(count), Sample.scene(count), [UInt8](repeating: 1, count: count),
      ] {
        let stream = Deflate.deflate(bytes.span, level: level)
        #expect(Verdict.zlib(stream, .raw) == .accepted(output: bytes, consumed: stream.count))
      }
    }
  }

  @Test("stored blocks end at 65,535 bytes", arguments: [65534, 65535, 65536, 131_070, 131_071])
  func storedBlocks(count: Int) {
    let bytes = [UInt8](repeating: 7, count: count)
    let stream = Deflate.deflate(bytes.span, level: .stored)
    let blocks = max(1, (count + 65534) / 65535)
    #expect(stream.count == count + 5 * blocks)
    #expect(Verdict.zlib(stream, .raw) == .accepted(output: bytes, consumed: stream.count))
  }

  @Test("noise grows by no more than its stored blocks")
  func noise() {
    let bytes = Sample.noise(100_000)
    for level in [Deflate.Level.fast, .good] {
      #expect(Deflate.deflate(bytes.span, level: level).count <= bytes.count + 5 * 5)
    }
  }

  @Test("the size of deflated text is within a tenth of zlib level 6, and a quarter of level 1")
  func sizes() {
    let bytes = Sample.scene(200_000)
    let good = Deflate.deflate(bytes.span, level: .good).count
    let fast = Deflate.deflate(bytes.span, level: .fast).count
    #expect(good * 10 < ZlibOracle.deflate(bytes, format: .raw, level: 6).count * 11)
    #expect(fast * 4 < ZlibOracle.deflate(bytes, format: .raw, level: 1).count * 5)
    #expect(good < fast)
  }

  /// Fibonacci counts give the deepest tree: lengths over 15 must be capped, and the code stays
  /// complete.
  @Test("counts whose codes would exceed 15 bits still give a valid stream")
  func deepCode() {
    var bytes: [UInt8] = []
    var counts = (1, 1)
    for symbol in 0..<22 {
      for index in 0..<counts.0 { bytes.append(UInt8(symbol * 11 + index % 2)) }
      counts = (counts.1, counts.0 + counts.1)
    }
    // Shuffled with a fixed seed, so that matches do not hide the counts.
    var random = SplitMix64(seed: 5)
    bytes.shuffle(using: &random)
    for level in [Deflate.Level.fast, .good] {
      let stream = Deflate.deflate(bytes.span, level: level)
      #expect(Verdict.zlib(stream, .raw) == .accepted(output: bytes, consumed: stream.count))
    }
  }

  @Test("a deflated member reads back equal", arguments: [Deflate.Level.fast, .good])
  func member(level: Deflate.Level) throws {
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "a", contents: Sample.scene(50000), method: .deflated(level))
    let bytes = writer.finish()
    let archive = try ZipArchive(reading: bytes.span)
    #expect(archive.hazards == [])
    #expect(archive.members[0].method == .deflated)
    #expect(archive.members[0].compressedSize < 20000)
    #expect(try archive.contents(of: 0, in: bytes.span) == Sample.scene(50000))
  }
}
