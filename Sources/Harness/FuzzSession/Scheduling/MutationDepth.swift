/// Number of mutations in a row on one input (libFuzzer's `-mutate_depth`) for the slices of one
/// target, chosen by what they yield.
///
/// While slices reach something new, the number is libFuzzer's default. When one does not, the
/// numbers take turns, and those with more new coverage per second come more often.
struct MutationDepth: Sendable {
  /// Numbers to choose from; the first is libFuzzer's default.
  static let depths = [5, 10, 20]
  /// Process time after which a discovery counts half, in seconds.
  private static let halfLife = 120.0

  private var yields = Array(repeating: TargetYield(halfLife: halfLife), count: depths.count)
  private var uses = [Int](repeating: 0, count: depths.count)
  /// Whether the latest slice reached nothing new.
  private(set) var isFlat = false

  /// The number for the next slice. Deterministic in the results so far.
  var next: Int {
    guard isFlat else { return Self.depths[0] }
    let seconds = yields.reduce(0) { $0 + $1.seconds }
    let mean = seconds > 0 ? yields.reduce(0) { $0 + $1.worth } / seconds : 0
    let rates = yields.map { $0.rate(prior: mean) }
    // Each number keeps a fifth of the best rate, so that it can recover.
    let floor = max((rates.max() ?? 0) / 5, 1e-9)
    // Weighted round robin: the number that is farthest behind its share.
    let place = rates.indices.min {
      Double(uses[$0] + 1) / max(rates[$0], floor) < Double(uses[$1] + 1) / max(rates[$1], floor)
    }
    return Self.depths[place ?? 0]
  }

  /// Adds a slice that ran with `depth`. Time without an end of the start-up says nothing.
  mutating func add(_ newCoverage: NewCoverage, depth: Int, seconds: Double) {
    guard let place = Self.depths.firstIndex(of: depth) else { return }
    if isFlat { uses[place] += 1 }
    yields[place].add(newCoverage, seconds: seconds)
    isFlat = newCoverage.isEmpty
  }
}
