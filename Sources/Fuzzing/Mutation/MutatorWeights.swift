/// Which way of mutating gets how large a share: the more an input that it made was worth keeping of late, the larger.
///
/// The engine does not say which mutation found something. But what it keeps it mutates again: an input that comes back
/// later and not as the very next one was kept, and whoever made it is credited.
package struct MutatorWeights: Sendable {
  /// The ways of making an input from another one.
  package enum Way: Int, CaseIterable, Sendable {
    /// libFuzzer's own mutations of plain bytes, with its dictionary.
    case bytes
    /// Moves over what the bytes mean.
    case structure
    /// Both, one behind the other.
    case both
  }

  /// Inputs credited, and mutations made, of late.
  private var credits = [Double](repeating: 1, count: Way.allCases.count)
  private var uses = [Double](repeating: 8, count: Way.allCases.count)
  /// Who made an input that was not yet credited, by its mark; and the marks in the order of their making.
  private var makers: [UInt64: Way] = [:]
  private var marks = [UInt64](repeating: 0, count: 4_096)
  private var next = 0

  /// No way falls below this, so that its luck can turn.
  static let minimumShare = 0.1

  /// Equal weights, nothing recorded.
  package init() {}

  /// The weights of the ways, in their order; they come to 1.
  package var weights: [Double] {
    let rates = zip(credits, uses).map { $0 / $1 }
    let sum = rates.reduce(0, +)
    let spread = 1 - Self.minimumShare * Double(rates.count)
    return rates.map { Self.minimumShare + spread * $0 / sum }
  }

  /// Draws a way.
  package mutating func way(_ random: inout MutationRandom) -> Way {
    var point = Double(random.next() >> 11) / Double(1 << 53)
    for (index, share) in weights.enumerated() {
      point -= share
      if point < 0 { return Way.allCases[index] }
    }
    return .bytes
  }

  /// An input comes to be mutated: was it made here, and not just now?
  package mutating func receive(_ input: [UInt8]) {
    let mark = Self.mark(of: input)
    let last = marks[(next + marks.count - 1) % marks.count]
    guard mark != last, let way = makers.removeValue(forKey: mark) else { return }
    credits[way.rawValue] += 1
  }

  /// `output` was made by `way`.
  package mutating func record(_ output: [UInt8], by way: Way) {
    let mark = Self.mark(of: output)
    makers.removeValue(forKey: marks[next])
    makers[mark] = way
    marks[next] = mark
    next = (next + 1) % marks.count
    uses[way.rawValue] += 1
    // What was long ago counts for less and less.
    if uses[way.rawValue] > 10_000 {
      for index in uses.indices {
        uses[index] = max(uses[index] / 2, 8)
        credits[index] = max(credits[index] / 2, 0.5)
      }
    }
  }

  /// The length and up to 64 bytes spread over the input: enough to know it again, and soon done.
  private static func mark(of input: [UInt8]) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(input.count)
    let step = max(input.count / 64, 1)
    for index in stride(from: 0, to: input.count, by: step) {
      mark = (mark ^ UInt64(input[index])) &* 0x100_0000_01B3
    }
    return mark
  }
}
