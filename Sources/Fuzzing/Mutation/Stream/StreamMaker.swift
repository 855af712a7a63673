/// Makes blocks of DEFLATE streams (RFC 1951), right ones and ones with a mistake.
struct StreamMaker {
  var random: MutationRandom
  private var bits = BitWriter()
  /// Bytes of output so far, as far as the stream is right.
  private var written = 0

  init(random: MutationRandom) { self.random = random }

  /// One to three blocks; the last one says so, unless `isOpen`.
  mutating func stream(isOpen: Bool) -> [UInt8] {
    let count = 1 + random.below(3)
    for index in 0..<count {
      let isLast = index == count - 1 && !isOpen
      bits.put(isLast != random.once(in: 24) ? 1 : 0, 1)
      switch random.below(8) {
      case 0: stored()
      case 1, 2: fixed()
      case 3 where random.once(in: 8): bits.put(3, 2)
      default: dynamic()
      }
    }
    if isOpen {
      // An empty stored block ends on a whole byte, so that other blocks can follow.
      bits.put(0, 3)
      bits.append([0, 0, 0xFF, 0xFF])
    }
    return bits.bytes
  }

  private mutating func stored() {
    bits.put(0, 2)
    let count = [0, 1, 5, 300][random.below(4)]
    let complement = ~count & 0xFFFF ^ (random.once(in: 8) ? 1 << random.below(16) : 0)
    let length = [UInt8(count & 0xFF), UInt8(count >> 8)]
    let other = [UInt8(complement & 0xFF), UInt8(complement >> 8)]
    bits.append(length + other + [UInt8](repeating: UInt8(random.below(256)), count: count))
    written += count
  }

  private mutating func fixed() {
    bits.put(1, 2)
    symbols(.fixedLiterals, .fixedDistances)
  }

  private mutating func dynamic() {
    bits.put(2, 2)
    var literals = PrefixCode(
      chosen(1 + random.below(6), below: 256) + [256]
        + chosen(random.below(5), below: 29).map { $0 + 257 },
      of: 288, longest: 15, &random)
    var distances = PrefixCode(
      chosen(1 + random.below(5), below: random.once(in: 2) ? 6 : 30), of: 32, longest: 15, &random)
    if random.once(in: 6) { spoil(&literals, 286) }
    if random.once(in: 6) { spoil(&distances, 30) }
    let literalCount = max((literals.symbols.last ?? 0) + 1, 257)
    let distanceCount = max((distances.symbols.last ?? 0) + 1, 1)
    let all = Array(literals.lengths[..<literalCount] + distances.lengths[..<distanceCount])
    bits.put(literalCount - 257, 5)
    bits.put(distanceCount - 1, 5)
    send(runs(all))
    symbols(literals, distances)
  }

  private mutating func chosen(_ count: Int, below bound: Int) -> [Int] {
    Set((0..<count).map { _ in random.below(bound) }).sorted()
  }

  /// One length that is not what a complete code has.
  private mutating func spoil(_ code: inout PrefixCode, _ bound: Int) {
    let symbol = random.below(bound)
    code.lengths[symbol] = random.below(16)
  }

  /// Lengths as symbols of the code length alphabet with their extra bits, repeats where they may be and one too long
  /// now and then.
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

  /// The code length code and the lengths by it (section 3.2.7).
  private mutating func send(_ runs: [(symbol: Int, extra: Int)]) {
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var used = Set(runs.map(\.symbol)).sorted()
    if used.count < 2 { used = [0, 18] }
    let code = PrefixCode(used, of: 19, longest: 7, &random)
    let count = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.put(count - 4, 4)
    for symbol in order[..<count] { bits.put(code.lengths[symbol], 3) }
    let codes = code.codes
    for run in runs {
      bits.put(code: codes[run.symbol], code.lengths[run.symbol])
      if run.symbol >= 16 { bits.put(run.extra, [2, 3, 7][run.symbol - 16]) }
    }
  }

  /// Literals and matches, and the end of the block but now and then.
  private mutating func symbols(_ literals: PrefixCode, _ distances: PrefixCode) {
    let (literalCodes, distanceCodes) = (literals.codes, distances.codes)
    let known = literals.symbols.filter { $0 != 256 && $0 < 286 }
    let far = distances.symbols.filter { $0 < 30 }
    for _ in 0..<[0, 1, 3, 8, 30, 200][random.below(6)] {
      guard let symbol = random.pick(known) else { break }
      let near = far.filter { Self.base($0) <= written }
      // A match that reaches before the first byte now and then.
      guard symbol < 256 || !near.isEmpty || random.once(in: 4) else { continue }
      bits.put(code: literalCodes[symbol], literals.lengths[symbol])
      guard symbol > 256 else {
        written += 1
        continue
      }
      let width = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
      bits.put(random.below(1 << width), width)
      written += 3
      guard let distance = random.once(in: 12) ? random.pick(far) : random.pick(near) else {
        continue
      }
      bits.put(code: distanceCodes[distance], distances.lengths[distance])
      let extra = distance < 4 ? 0 : distance / 2 - 1
      // Up to the first byte, and one before it.
      let most = min(max(written - 2 - Self.base(distance), 0), 1 << extra - 1)
      bits.put(random.once(in: 4) ? most : random.below(most + 1), extra)
    }
    if !random.once(in: 24) { bits.put(code: literalCodes[256], literals.lengths[256]) }
  }

  /// The shortest distance of a code (section 3.2.5).
  private static func base(_ code: Int) -> Int {
    code < 4 ? code + 1 : (2 + code & 1) << (code / 2 - 1) + 1
  }
}
