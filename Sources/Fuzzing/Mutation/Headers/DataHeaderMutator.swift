internal import StableNumbers
internal import ZipReading

/// Mutator of headers before binary data: changes the numbers of binary headers and the length of
/// the data, and leaves texts to a `TextMutator`. A gzip member is changed inside.
package struct DataHeaderMutator: Mutator {
  private let text: TextMutator

  /// Maximum size of a result in bytes.
  package var limit: Int { text.limit }

  /// Creates a mutator whose texts have that format, with results of at most `limit` bytes.
  package init(_ format: TextFormat, limit: Int) { text = TextMutator(format, limit: limit) }

  /// Applies one to three changes. Returns `input` when the result would be too long.
  package func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    if input.starts(with: [0x1F, 0x8B]), !random.once(in: 4),
      let (content, _) = try? GzipMember.inflate(input.span, limit: 4 * limit)
    {
      let changed = Self.gzip(mutate(plain: content, &random))
      return changed.count <= limit ? changed : input
    }
    return mutate(plain: input, &random)
  }

  private func mutate(plain input: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let fields = HeaderField.all(in: input)
    guard !fields.isEmpty, !random.once(in: 3) else {
      return text.mutate(input, seed: random.next())
    }
    var bytes = input
    for _ in 0..<[1, 1, 2, 3][random.below(4)] {
      if random.once(in: 4) {
        Self.changeLength(&bytes, &random)
      } else if let field = random.pick(fields), field.offset + field.width <= bytes.count {
        field.set(Self.value(field, bytes, &random), in: &bytes)
      }
    }
    return bytes.count <= limit ? bytes : input
  }

  /// Crosses texts, and otherwise gives the first the data of the second.
  package func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8] {
    guard let last = HeaderField.all(in: first).last else {
      return text.crossOver(first, second, seed: seed)
    }
    let end = last.offset + last.width
    guard second.count > end else { return first }
    let crossed = Array(first.prefix(end) + second[end...])
    return crossed.count <= limit ? crossed : first
  }

  /// A number at the edge of what fits: of its width, of the bytes that are there, or near the old.
  private static func value(
    _ field: HeaderField, _ bytes: [UInt8], _ random: inout SplitMix64
  ) -> UInt64 {
    let old = HeaderField.number(bytes, field.offset, field.width, field.isBigEndian)
    if field.isFloat, !random.once(in: 4) {
      let count = Float(bytes.count)
      let floats: [Float] = [
        0, -1, 1, 352, 348, 351, 368, count, count - 1, count + 1, 1e9, 3e38, -.infinity, .nan,
      ]
      return UInt64(random.pick(floats)?.bitPattern ?? 0)
    }
    let count = UInt64(bytes.count)
    let shift = UInt64(8 * field.width)
    let edges: [UInt64] = [
      0, 1, 2, 3, 4, 7, 8, 16, 64, 128, 256, 512, 1024, 2048, .max, .max - 1,
      1 << (shift - 1), (1 << (shift - 1)) - 1, count, count - min(count, 84), old &+ 1, old &- 1,
      old &* 2, old >> 1, (count - min(count, 84)) / 50, count - min(count, 352), old.byteSwapped,
      UInt64(random.below(65_536)), old ^ 1 << UInt64(random.below(8 * field.width)),
    ]
    return random.pick(edges) ?? 0
  }

  /// Removes or adds a few bytes at the end.
  private static func changeLength(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let count = [1, 1, 2, 4, 8, 50][random.below(6)]
    if random.once(in: 2) {
      bytes.removeLast(min(count, bytes.count))
    } else {
      bytes += (0..<count).map { _ in UInt8(truncatingIfNeeded: random.below(256)) }
    }
  }

  private static func gzip(_ content: [UInt8]) -> [UInt8] {
    func little(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .fast)
      + little(CRC32.checksum(content.span)) + little(UInt32(truncatingIfNeeded: content.count))
  }
}
