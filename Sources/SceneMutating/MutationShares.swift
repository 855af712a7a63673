/// Which way of mutating gets how large a share: the more an input that it made was worth keeping of late, the larger.
///
/// The engine does not say which mutation found something. But what it keeps it mutates again: an input that comes back
/// later and not as the very next one was kept, and whoever made it is credited.
public struct MutationShares: Sendable {
  public enum Way: Int, CaseIterable, Sendable {
    /// libFuzzer's own mutations of plain bytes, with its dictionary.
    case bytes
    /// Moves over what the bytes mean.
    case structure
    /// Both, one behind the other.
    case both
  }

  private struct Made: Sendable {
    var mark: UInt64 = 0
    var way = Way.bytes
    var isCredited = true
  }

  /// Inputs credited, and mutations made, of late.
  private var credits = [Double](repeating: 1, count: Way.allCases.count)
  private var uses = [Double](repeating: 8, count: Way.allCases.count)
  private var made = [Made](repeating: Made(), count: 4_096)
  private var next = 0

  /// No way falls below this, so that its luck can turn.
  static let leastShare = 0.1

  public init() {}

  /// The shares of the ways, in their order; they come to 1.
  public var shares: [Double] {
    let rates = zip(credits, uses).map { $0 / $1 }
    let sum = rates.reduce(0, +)
    let spread = 1 - Self.leastShare * Double(rates.count)
    return rates.map { Self.leastShare + spread * $0 / sum }
  }

  /// Draws a way.
  public mutating func way(_ random: inout MutationRandom) -> Way {
    var point = Double(random.next() >> 11) / Double(1 << 53)
    for (index, share) in shares.enumerated() {
      point -= share
      if point < 0 { return Way.allCases[index] }
    }
    return .bytes
  }

  /// An input comes to be mutated: was it made here, and not just now?
  public mutating func receive(_ input: [UInt8]) {
    let mark = Self.mark(of: input)
    let last = (next + made.count - 1) % made.count
    for index in made.indices where made[index].mark == mark && !made[index].isCredited {
      if index == last { return }
      made[index].isCredited = true
      credits[made[index].way.rawValue] += 1
      return
    }
  }

  /// `output` was made by `way`.
  public mutating func record(_ output: [UInt8], by way: Way) {
    made[next] = Made(mark: Self.mark(of: output), way: way, isCredited: false)
    next = (next + 1) % made.count
    uses[way.rawValue] += 1
    // What was long ago counts for less and less.
    if uses[way.rawValue] > 10_000 {
      for index in uses.indices {
        uses[index] = max(uses[index] / 2, 8)
        credits[index] = max(credits[index] / 2, 0.5)
      }
    }
  }

  /// The length and up to 128 bytes spread over the input: enough to know it again, and soon done.
  private static func mark(of input: [UInt8]) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(input.count)
    let step = max(input.count / 128, 1)
    for index in stride(from: 0, to: input.count, by: step) {
      mark = (mark ^ UInt64(input[index])) &* 0x100_0000_01B3
    }
    return mark
  }
}
