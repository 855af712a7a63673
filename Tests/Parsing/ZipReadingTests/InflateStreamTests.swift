import Testing
import ZipReading
import ZlibOracle

@Suite("a stream inflated in chunks is the stream inflated whole")
struct InflateStreamTests {
  /// Output or error of a stream fed in chunks of `size`.
  private func inflate(_ input: [UInt8], chunk size: Int, limit: Int = 1 << 26) -> (
    result: Result<[UInt8], InflateError>, consumed: Int
  ) {
    var stream = InflateStream(limit: limit)
    var output: [UInt8] = []
    var largest = 0
    do throws(InflateError) {
      var position = 0
      while position < input.count, !stream.isFinished {
        let chunk = Array(input[position..<min(position + size, input.count)])
        position += try stream.feed(chunk.span) { piece in
          largest = max(largest, piece.count)
          for index in piece.indices { output.append(piece[index]) }
        }
      }
      try stream.finish()
      #expect(largest <= 98816)
      #expect(stream.outputCount == output.count)
      return (.success(output), stream.consumed)
    } catch {
      return (.failure(error), stream.consumed)
    }
  }

  private func whole(_ input: [UInt8]) -> (Result<[UInt8], InflateError>, Int) {
    do throws(InflateError) {
      let (output, consumed) = try Inflate.inflate(input.span, limit: 1 << 26)
      return (.success(output), consumed)
    } catch {
      return (.failure(error), 0)
    }
  }

  @Test(
    "chunks of 1, 2, 3, 5, 7, 1000 and 65536 bytes give the output of the whole",
    arguments: Sample.all.indices)
  func chunks(sample: Int) {
    let bytes = Sample.all[sample].bytes
    for (level, strategy) in [(0, .standard), (1, .standard), (6, .standard), (6, .fixed)]
      as [(Int32, ZlibOracle.Strategy)]
    {
      let stream = ZlibOracle.deflate(bytes, format: .raw, level: level, strategy: strategy)
      for size in [1, 2, 3, 5, 7, 1000, 65536] {
        let (result, consumed) = inflate(stream + [7, 7], chunk: size)
        #expect(result == .success(bytes), "level \(level), chunks of \(size)")
        #expect(consumed == stream.count)
      }
    }
  }

  /// Short blocks, so that cuts also fall inside the header of dynamic codes.
  @Test("a cut at any byte of a stream of many blocks gives the output of the whole")
  func anyCut() {
    let bytes = Sample.volume(4000)
    let input = ZlibOracle.deflate(bytes, format: .raw, strategy: .huffmanOnly, memoryLevel: 4)
    for cut in 0...input.count {
      var stream = InflateStream(limit: 1 << 20)
      var output: [UInt8] = []
      #expect(throws: Never.self) {
        for part in [0..<cut, cut..<input.count] {
          let chunk = Array(input[part])
          _ = try stream.feed(chunk.span) { piece in
            for index in piece.indices { output.append(piece[index]) }
          }
        }
        try stream.finish()
      }
      #expect(output == bytes, "cut at \(cut)")
    }
  }

  @Test("an invalid stream is refused with the same code and offset for every chunk size")
  func broken() {
    let stream = ZlibOracle.deflate(Sample.scene(400), format: .raw)
    for bit in 0..<stream.count * 8 {
      var changed = stream
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let (expected, consumed) = whole(changed)
      for size in [1, 3, 8, 64] {
        let found = inflate(changed, chunk: size)
        #expect(found.result == expected, "bit \(bit), chunks of \(size)")
        if case .success = expected { #expect(found.consumed == consumed) }
      }
    }
  }

  @Test(
    "hand-written invalid streams are refused alike for every chunk size",
    arguments: InflateTests.refused)
  func byHand(stream: RefusedStream) {
    for size in 1...4 {
      let found = inflate(stream.bytes, chunk: size)
      #expect(found.result == .failure(InflateError(stream.code, at: stream.offset)))
    }
  }

  @Test("the output limit applies for every chunk size", arguments: [1, 7, 1000])
  func limit(size: Int) {
    let bytes = Sample.scene(90000)
    let stream = ZlibOracle.deflate(bytes, format: .raw)
    let exact = inflate(stream, chunk: size, limit: bytes.count)
    #expect(exact.result == .success(bytes))
    let short = inflate(stream, chunk: size, limit: bytes.count - 1)
    guard case .failure(let error) = short.result else {
      Issue.record("more output than the limit")
      return
    }
    #expect(error.code == .outputLimit)
  }

  @Test("the ratio limit applies past its floor")
  func ratio() throws {
    let zeros = [UInt8](repeating: 0, count: 300_000)
    let stream = ZlibOracle.deflate(zeros, format: .raw)
    let output = try Inflate.inflate(
      stream.span, limit: 1 << 20, maximumRatio: 100, ratioFloor: 300_000
    ).output
    #expect(output == zeros)
    #expect {
      _ = try Inflate.inflate(stream.span, limit: 1 << 20, maximumRatio: 100, ratioFloor: 299_999)
    } throws: {
      ($0 as? InflateError)?.code == .ratioLimit
    }
  }
}
