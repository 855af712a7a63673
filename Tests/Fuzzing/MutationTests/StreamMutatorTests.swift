import StableNumbers
import Testing
import ZipReading

@testable import Mutation

@Suite struct StreamMutatorTests {
  /// Refusals of the format itself.
  static let codes: [InflateError.Code] = [
    .unexpectedEnd, .reservedBlockType, .storedLengthMismatch, .tooManyCodes,
    .codeLengthCodeOversubscribed, .codeLengthCodeIncomplete, .repeatWithoutPrevious,
    .repeatPastEnd, .endOfBlockMissing, .literalCodeOversubscribed, .literalCodeIncomplete,
    .distanceCodeOversubscribed, .distanceCodeIncomplete, .unusedLiteralCode, .unusedDistanceCode,
    .distanceTooFar,
  ]

  /// Refusals of at most 20,000 mutations of a stored stream, and the number of readable ones.
  static let seen: (codes: Set<InflateError.Code>, read: Int, made: Int) = {
    var seen: Set<InflateError.Code> = []
    var read = 0
    var made = 0
    let mutator = StreamMutator(limit: 4_096)
    var pool: [[UInt8]] = [[1, 1, 0, 0xFE, 0xFF, 0x61]]
    for seed in 0..<20_000 as Range<UInt64> {
      let child = mutator.mutate(pool[Int(seed % UInt64(pool.count))], seed: seed)
      made += 1
      do throws(InflateError) {
        _ = try Inflate.inflate(child.span, limit: 1 << 16)
        read += 1
      } catch {
        seen.insert(error.code)
      }
      if seen.isSuperset(of: codes), made >= 1_000 { break }
      if pool.count < 32 { pool.append(child) }
    }
    return (seen, read, made)
  }()

  @Test("every refusal of the format is produced", arguments: codes)
  func refusal(code: InflateError.Code) { #expect(Self.seen.codes.contains(code)) }

  @Test("more than a quarter of the streams are readable")
  func reads() {
    #expect(Self.seen.read * 4 > Self.seen.made, "\(Self.seen.read) of \(Self.seen.made)")
  }

  @Test("the same seed makes the same stream, and no result is longer than the limit")
  func bounded() {
    let mutator = StreamMutator(limit: 64)
    for input: [UInt8] in [[], [3, 0], [UInt8](repeating: 0xFF, count: 64)] {
      for seed in 0..<100 as Range<UInt64> {
        let result = mutator.mutate(input, seed: seed)
        #expect(result == mutator.mutate(input, seed: seed))
        #expect(result.count <= 64)
        #expect(mutator.crossOver(input, [3, 0], seed: seed).count <= 64)
      }
    }
  }

  @Test("codes made by splitting leaves are complete")
  func complete() {
    var random = SplitMix64(seed: 5)
    for count in 2..<40 {
      let code = PrefixCode(Array(0..<count), of: 288, maximumLength: 15, &random)
      #expect(code.lengths.reduce(0) { $1 > 0 ? $0 + 1 << (15 - $1) : $0 } == 1 << 15)
    }
  }
}
