package import StableNumbers

/// Adaptive probabilities of the ways of mutation, by the inputs that the engine recently kept.
///
/// libFuzzer does not report which mutation found something, but it mutates the inputs that it
/// keeps. An input that comes back, and not as the very next one, was kept: the way that made it is
/// credited.
package struct MutatorWeights: Sendable {
  /// Ways of mutating an input.
  package enum Way: Int, CaseIterable, Sendable {
    /// libFuzzer's own mutations of plain bytes, with its dictionary.
    case bytes
    /// Mutations of the format.
    case structure
    /// Mutations of the format, then of plain bytes.
    case both
  }

  /// Credited inputs and mutations of each way, decayed.
  private var credits = [Double](repeating: 1, count: Way.allCases.count)
  private var uses = [Double](repeating: 8, count: Way.allCases.count)
  /// The way that made each recent input that is not credited yet, by the mark of the input.
  private var makers: [UInt64: Way] = [:]
  /// Ring of the marks, in the order in which the inputs were made.
  private var marks = [UInt64](repeating: 0, count: 4_096)
  private var next = 0

  /// Minimum weight of a way, so that it can recover.
  static let minimumShare = 0.1

  /// Creates equal weights.
  package init() {}

  /// The weights of the ways, in order of `Way.allCases`; their sum is 1.
  package var weights: [Double] {
    let rates = zip(credits, uses).map { $0 / $1 }
    let sum = rates.reduce(0, +)
    let spread = 1 - Self.minimumShare * Double(rates.count)
    return rates.map { Self.minimumShare + spread * $0 / sum }
  }

  /// Draws a way.
  package mutating func way(_ random: inout SplitMix64) -> Way {
    var point = Double(random.next() >> 11) / Double(1 << 53)
    for (index, share) in weights.enumerated() {
      point -= share
      if point < 0 { return Way.allCases[index] }
    }
    return .bytes
  }

  /// Credits the way that made `input`, unless it is the input made last.
  package mutating func receive(_ input: [UInt8]) {
    let mark = Self.mark(of: input)
    let last = marks[(next + marks.count - 1) % marks.count]
    guard mark != last, let way = makers.removeValue(forKey: mark) else { return }
    credits[way.rawValue] += 1
  }

  /// Records that `way` made `output`.
  package mutating func record(_ output: [UInt8], by way: Way) {
    let mark = Self.mark(of: output)
    makers.removeValue(forKey: marks[next])
    makers[mark] = way
    marks[next] = mark
    next = (next + 1) % marks.count
    uses[way.rawValue] += 1
    // Exponential decay.
    if uses[way.rawValue] > 10_000 {
      for index in uses.indices {
        uses[index] = max(uses[index] / 2, 8)
        credits[index] = max(credits[index] / 2, 0.5)
      }
    }
  }

  /// Hash of the length and of up to 64 bytes spread over the input, in bounded time.
  private static func mark(of input: [UInt8]) -> UInt64 {
    var hash = FNV1a(salt: UInt64(input.count))
    let step = max(input.count / 64, 1)
    for index in stride(from: 0, to: input.count, by: step) {
      hash.combine(UInt64(input[index]))
    }
    return hash.value
  }
}
