/// How a session shares its time among its targets.
package enum TimeSharing: String, Sendable {
  /// The same process time for each.
  case equal
  /// More for a target that still finds something; never less than a quarter of an equal share.
  case byYield
}

/// Who fuzzes next, and for how long.
///
/// A process runs for a slice of time and then makes room. Each slice pays its seconds into the accounts of all
/// targets, by their shares, and takes them out of the account of its own; the fullest account is next. A process
/// that ends early, by a crash, gets the rest back, so a target with many crashes does not lose time to one with none.
/// The order depends on nothing but what was asked and what was given back.
struct Schedule: Sendable {
  struct Slice: Equatable, Sendable {
    let number: Int
    let target: Int
    /// Whole seconds, since libFuzzer counts in them, and at least `Schedule.shortest`.
    let seconds: Int
  }

  /// libFuzzer looks at whole seconds and stops after the one it was told, so nothing shorter can be asked for.
  static let shortest = 2
  /// A slice is this many times as long as the start of its process takes: reading the corpus again costs 5 % at most,
  /// where the session is long enough.
  static let startUpFactor = 20.0

  private let end: Double
  private let sharing: TimeSharing
  private let lengths: SliceLengths
  private let weights: [Double]
  private var accounts: [Double]
  private var yields: [TargetYield]
  private var startUps: [Double]
  /// Slices that each target has had, and the targets that have ended one.
  private var turns: [Int]
  private var served: Set<Int> = []
  private var retired: Set<Int> = []
  private var paused: Set<Int> = []
  private var count = 0

  /// - Parameters:
  ///   - targets: How many targets share the time.
  ///   - jobs: How many processes run at once.
  ///   - seconds: Wall clock of the whole.
  ///   - weights: How much of the time each target is due beside the others; nil takes all alike.
  init(
    targets: Int, jobs: Int, seconds: Double, sharing: TimeSharing, weights: [Double]? = nil
  ) {
    end = seconds
    self.weights = weights ?? Array(repeating: 1, count: targets)
    self.sharing = sharing
    lengths = SliceLengths(targets: targets, jobs: jobs, seconds: seconds, sharing: sharing)
    accounts = Array(repeating: 0, count: targets)
    startUps = accounts
    turns = Array(repeating: 0, count: targets)
    yields = Array(repeating: TargetYield(halfLife: lengths.halfLife), count: targets)
  }

  /// True when every target has had a turn that ended.
  var isFirstSweepOver: Bool {
    accounts.indices.allSatisfy { served.contains($0) || retired.contains($0) }
  }

  /// The next slice at `now` seconds, or nil when the time is up or nobody is left.
  mutating func take(now: Double) -> Slice? {
    guard end - now >= 1 else { return nil }
    let ready = accounts.indices.filter { !retired.contains($0) && !paused.contains($0) }
    guard let fullest = ready.min(by: { (-accounts[$0], $0) < (-accounts[$1], $1) }) else {
      return nil
    }
    let target =
      sharing == .byYield ? ready.first { turns[$0] == 0 } ?? fullest : fullest
    let seconds = length(of: target, now: now)
    for (index, share) in shares(of: ready) { accounts[index] += share * Double(seconds) }
    accounts[target] -= Double(seconds)
    turns[target] += 1
    count += 1
    return Slice(number: count, target: target, seconds: seconds)
  }

  /// Ends a slice.
  ///
  /// - Parameters:
  ///   - seconds: What it took.
  ///   - newCoverage: What it found.
  ///   - startUp: Seconds until it had read its corpus; nil when it did not come so far.
  mutating func giveBack(
    _ slice: Slice, used seconds: Double, newCoverage: NewCoverage = NewCoverage(),
    startUp: Double? = nil
  ) {
    let target = slice.target
    accounts[target] += Double(slice.seconds) - seconds
    if let startUp {
      yields[target].add(newCoverage, seconds: max(seconds - startUp, 0))
      startUps[target] = startUp
    } else {
      // A process that was still reading its corpus needs more time, and has shown nothing of what the target yields.
      yields[target].add(newCoverage, seconds: 0)
      startUps[target] = max(startUps[target], seconds)
    }
    served.insert(target)
  }

  /// Gives `target` no slice until it is resumed.
  mutating func pause(_ target: Int) { paused.insert(target) }

  mutating func resume(_ target: Int) { paused.remove(target) }

  /// True when there may be a slice later that there is not now.
  func isWaiting(now: Double) -> Bool { end - now >= 1 && !paused.subtracting(retired).isEmpty }

  /// Gives `target` no further slice.
  mutating func retire(_ target: Int) { retired.insert(target) }

  private func length(of target: Int, now: Double) -> Int {
    let asked = lengths.asked(after: turns[target], startUp: startUps[target])
    return max(Self.shortest, min(Int(asked), Int((end - now).rounded())))
  }

  /// The part of the time that each of `ready` is due; together 1.
  private func shares(of ready: [Int]) -> [(Int, Double)] {
    let equal = 1 / Double(ready.count)
    let seconds = ready.reduce(0) { $0 + yields[$1].seconds }
    let mean = seconds > 0 ? ready.reduce(0) { $0 + yields[$1].worth } / seconds : 0
    let rates = ready.map { yields[$0].rate(prior: mean) }
    let sum = rates.reduce(0, +)
    let parts =
      sharing == .byYield && sum > 0
      ? rates.map { equal / 4 + $0 / sum * 3 / 4 } : ready.map { _ in equal }
    let weighed = zip(ready, parts).map { weights[$0] * $1 }
    let whole = weighed.reduce(0, +)
    return zip(ready, weighed).map { ($0, $1 / whole) }
  }
}
