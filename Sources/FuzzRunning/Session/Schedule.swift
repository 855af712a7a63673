/// Who fuzzes next, and for how long: every target gets the same process time.
///
/// A process runs for a slice of time and then makes room. A process that ends early, by a crash, gives the rest
/// back, so a target with many crashes does not lose time to one with none.
struct Schedule: Sendable {
  struct Slice: Equatable, Sendable {
    let number: Int
    let target: Int
    /// Whole seconds, since libFuzzer counts in them, and at least `Schedule.shortest`.
    let seconds: Int
  }

  /// libFuzzer looks at whole seconds and stops after the one it was told, so nothing shorter can be asked for.
  static let shortest = 2

  private let end: Double
  private let sliceSeconds: Int
  private var used: [Double]
  private var promised: [Double]
  private var retired: Set<Int> = []
  private var count = 0

  /// - Parameters:
  ///   - targets: How many targets share the time.
  ///   - jobs: How many processes run at once.
  ///   - seconds: Wall clock of the whole.
  init(targets: Int, jobs: Int, seconds: Double) {
    end = seconds
    used = Array(repeating: 0, count: targets)
    promised = used
    // A sweep gives every target one turn; the turns of a sweep are cut so that targets take turns every so often,
    // but not so short that reading the corpus again would cost much.
    let turns = (max(targets, 1) + max(jobs, 1) - 1) / max(jobs, 1)
    let turn = seconds / Double(turns)
    let cuts = max(1, Int(turn / min(60, max(15, turn / 4))))
    sliceSeconds = max(Self.shortest, Int(turn / Double(cuts)))
  }

  /// The next slice at `now` seconds, or nil when the time is up or nobody is left.
  mutating func take(now: Double) -> Slice? {
    guard end - now >= 1 else { return nil }
    let ready = used.indices.filter { !retired.contains($0) }
    guard let target = ready.min(by: { (load($0), $0) < (load($1), $1) }) else { return nil }
    let seconds = max(Self.shortest, min(sliceSeconds, Int((end - now).rounded())))
    promised[target] += Double(seconds)
    count += 1
    return Slice(number: count, target: target, seconds: seconds)
  }

  /// Ends a slice that took `seconds`.
  mutating func giveBack(_ slice: Slice, used seconds: Double) {
    promised[slice.target] -= Double(slice.seconds)
    used[slice.target] += seconds
  }

  /// Gives `target` no further slice.
  mutating func retire(_ target: Int) { retired.insert(target) }

  private func load(_ target: Int) -> Double { used[target] + promised[target] }
}
