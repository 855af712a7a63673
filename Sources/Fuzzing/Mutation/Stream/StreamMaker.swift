internal import StableNumbers
internal import ZipReading

/// Generator of DEFLATE streams (RFC 1951), most of them valid, some with one mistake.
struct StreamMaker {
  var random: SplitMix64
  private var bits = BitOutput()
  /// Size of the output of the stream so far, in bytes; meaningful while the stream is valid.
  private var written = 0

  init(random: SplitMix64) { self.random = random }

  /// Makes one to three blocks. The last one is marked as final unless `isOpen`.
  mutating func stream(isOpen: Bool) -> [UInt8] {
    let count = 1 + random.below(3)
    for index in 0..<count {
      let isLast = index == count - 1 && !isOpen
      bits.append(isLast != random.once(in: 24) ? 1 : 0, 1)
      switch random.below(8) {
      case 0: stored()
      case 1, 2: fixed()
      case 3 where random.once(in: 8): bits.append(3, 2)
      default: dynamic()
      }
    }
    if isOpen {
      // An empty stored block ends on a whole byte, so that other blocks can follow.
      bits.append(0, 3)
      bits.append(bytes: [0, 0, 0xFF, 0xFF])
    }
    return bits.finish()
  }

  private mutating func stored() {
    bits.append(0, 2)
    let count = [0, 1, 5, 300][random.below(4)]
    let complement = ~count & 0xFFFF ^ (random.once(in: 8) ? 1 << random.below(16) : 0)
    let length = [UInt8(count & 0xFF), UInt8(count >> 8)]
    let other = [UInt8(complement & 0xFF), UInt8(complement >> 8)]
    bits.append(
      bytes: length + other + [UInt8](repeating: UInt8(random.below(256)), count: count))
    written += count
  }

  private mutating func fixed() {
    bits.append(1, 2)
    symbols(.fixedLiterals, .fixedDistances)
  }

  private mutating func dynamic() {
    bits.append(2, 2)
    var literals = PrefixCode(
      chosen(1 + random.below(6), below: 256) + [256]
        + chosen(random.below(5), below: 29).map { $0 + 257 },
      of: 288, maximumLength: 15, &random)
    var distances = PrefixCode(
      chosen(1 + random.below(5), below: random.once(in: 2) ? 6 : 30), of: 32, maximumLength: 15,
      &random)
    if random.once(in: 6) { spoil(&literals, 286) }
    if random.once(in: 6) { spoil(&distances, 30) }
    let literalCount = max((literals.symbols.last ?? 0) + 1, 257)
    let distanceCount = max((distances.symbols.last ?? 0) + 1, 1)
    let all = Array(literals.lengths[..<literalCount] + distances.lengths[..<distanceCount])
    bits.append(literalCount - 257, 5)
    bits.append(distanceCount - 1, 5)
    write(runs(all))
    symbols(literals, distances)
  }

  private mutating func chosen(_ count: Int, below bound: Int) -> [Int] {
    Set((0..<count).map { _ in random.below(bound) }).sorted()
  }

  /// Changes one length, so that the code is no longer complete.
  private mutating func spoil(_ code: inout PrefixCode, _ bound: Int) {
    let symbol = random.below(bound)
    code.lengths[symbol] = random.below(16)
  }

  /// Returns the lengths as symbols of the code length alphabet with their extra bits. Repeats are
  /// used where they are possible; now and then one is too long or has no length before it.
  private mutating func runs(_ lengths: [Int]) -> [(symbol: Int, extra: Int)] {
    var runs: [(symbol: Int, extra: Int)] = []
    var index = 0
    while index < lengths.count {
      var end = index + 1
      while end < lengths.count, lengths[end] == lengths[index] { end += 1 }
      let more = random.once(in: 40) ? 1 + random.below(3) : 0
      let count = end - index + (end == lengths.count ? more : 0)
      if lengths[index] == 0, count >= 11, !random.once(in: 8) {
        let taken = min(count, 138)
        runs.append((18, taken - 11))
        index += taken
      } else if lengths[index] == 0, count >= 3, !random.once(in: 8) {
        let taken = min(count, 10)
        runs.append((17, taken - 3))
        index += taken
      } else if index > 0, lengths[index] == lengths[index - 1], count >= 3, !random.once(in: 4) {
        let taken = min(count, 6)
        runs.append((16, taken - 3))
        index += taken
      } else {
        runs.append((lengths[index], 0))
        index += 1
      }
    }
    if random.once(in: 30) { runs.insert((16, random.below(4)), at: 0) }
    if random.once(in: 30) { runs.append((16 + random.below(3), 0)) }
    return runs
  }

  /// Writes the code length code, and the lengths encoded with it (section 3.2.7).
  private mutating func write(_ runs: [(symbol: Int, extra: Int)]) {
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var used = Set(runs.map(\.symbol)).sorted()
    if used.count < 2 { used = [0, 18] }
    let code = PrefixCode(used, of: 19, maximumLength: 7, &random)
    let count = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.append(count - 4, 4)
    for symbol in order[..<count] { bits.append(code.lengths[symbol], 3) }
    let huffman = code.code
    for run in runs {
      bits.append(run.symbol, of: huffman)
      if run.symbol >= 16 { bits.append(run.extra, [2, 3, 7][run.symbol - 16]) }
    }
  }

  /// Writes literals and matches, and in most cases the end of the block.
  private mutating func symbols(_ literals: PrefixCode, _ distances: PrefixCode) {
    let (literalCode, distanceCode) = (literals.code, distances.code)
    let known = literals.symbols.filter { $0 != 256 && $0 < 286 }
    let far = distances.symbols.filter { $0 < 30 }
    for _ in 0..<[0, 1, 3, 8, 30, 200][random.below(6)] {
      guard let symbol = random.pick(known) else { break }
      let near = far.filter { Self.base($0) <= written }
      // Now and then a match reaches before the first byte.
      guard symbol < 256 || !near.isEmpty || random.once(in: 4) else { continue }
      bits.append(symbol, of: literalCode)
      guard symbol > 256 else {
        written += 1
        continue
      }
      let width = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
      bits.append(random.below(1 << width), width)
      written += 3
      guard let distance = random.once(in: 12) ? random.pick(far) : random.pick(near) else {
        continue
      }
      bits.append(distance, of: distanceCode)
      let extra = distance < 4 ? 0 : distance / 2 - 1
      // The farthest valid distance reaches the first byte.
      let maximum = min(max(written - 2 - Self.base(distance), 0), 1 << extra - 1)
      bits.append(random.once(in: 4) ? maximum : random.below(maximum + 1), extra)
    }
    if !random.once(in: 24) { bits.append(256, of: literalCode) }
  }

  /// The minimum distance of a distance code (section 3.2.5).
  private static func base(_ code: Int) -> Int {
    code < 4 ? code + 1 : (2 + code & 1) << (code / 2 - 1) + 1
  }
}
