/// Division of a session's time among its targets.
package enum TimeSharing: String, Sendable {
  /// The same process time for each target.
  case equal
  /// The same, in the order and the growing slices of `byYield`: what benchmarks compare it with.
  case equalFromShort
  /// More time for a target with more new coverage; at least a quarter of an equal share for each.
  case byYield
}

/// Order and length of slices.
///
/// A process runs for a slice of time and ends. Each slice credits its seconds to the accounts of
/// all targets, by their shares, and debits them from its own target's account; the target with the
/// fullest account is next. A process that ends early, in a crash, gets the rest of its slice back,
/// so that a target with many crashes does not lose time. The order depends only on the arguments
/// of `take` and `giveBack`.
struct Schedule: Sendable {
  struct Slice: Equatable, Sendable {
    let number: Int
    let target: Int
    /// Whole seconds, libFuzzer's unit, and at least `Schedule.minimumLength`.
    let seconds: Int
  }

  /// Minimum length: libFuzzer compares whole seconds and stops after the limit.
  static let minimumLength = 2
  /// Minimum length of a slice in terms of its process's start-up: reading the corpus costs at most
  /// 5 % where the session is long enough.
  static let startUpFactor = 20.0

  private let end: Double
  private let sharing: TimeSharing
  private let lengths: SliceLengths
  private let weights: [Double]
  private var accounts: [Double]
  private var yields: [TargetYield]
  private var startUps: [Double]
  /// Slices that each target has had.
  private var turns: [Int]
  /// Targets that have ended a slice.
  private var served: Set<Int> = []
  private var retired: Set<Int> = []
  private var paused: Set<Int> = []
  private var count = 0

  /// - Parameters:
  ///   - targets: Number of targets.
  ///   - jobs: Number of concurrent processes.
  ///   - seconds: Wall clock of the session.
  ///   - weights: Relative share of each target; nil for equal shares.
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

  /// Whether every target has ended a slice or was retired.
  var isFirstSweepOver: Bool {
    accounts.indices.allSatisfy { served.contains($0) || retired.contains($0) }
  }

  /// The next slice at `now`; nil when the time is up or no target is ready.
  mutating func take(now: Double) -> Slice? {
    guard end - now >= 1 else { return nil }
    let ready = accounts.indices.filter { !retired.contains($0) && !paused.contains($0) }
    guard let fullest = ready.min(by: { (-accounts[$0], $0) < (-accounts[$1], $1) }) else {
      return nil
    }
    let target =
      sharing == .equal ? fullest : ready.first { turns[$0] == 0 } ?? fullest
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
  ///   - seconds: Time that it took.
  ///   - newCoverage: Coverage and findings that it was the first to reach.
  ///   - startUp: Seconds until it had read its corpus; nil when it ended before.
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
      // A process that was still reading its corpus needs more time and says nothing about the
      // yield.
      yields[target].add(newCoverage, seconds: 0)
      startUps[target] = max(startUps[target], seconds)
    }
    served.insert(target)
  }

  /// Withholds slices from `target` until it is resumed.
  mutating func pause(_ target: Int) { paused.insert(target) }

  mutating func resume(_ target: Int) { paused.remove(target) }

  /// Whether a paused target may get a slice later.
  func isWaiting(now: Double) -> Bool { end - now >= 1 && !paused.subtracting(retired).isEmpty }

  /// Withholds slices from `target` for good.
  mutating func retire(_ target: Int) { retired.insert(target) }

  private func length(of target: Int, now: Double) -> Int {
    let length = lengths.next(after: turns[target], startUp: startUps[target])
    return max(Self.minimumLength, min(Int(length), Int((end - now).rounded())))
  }

  /// Share of the time for each of `ready`; the sum is 1.
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
