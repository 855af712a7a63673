/// Failures of one input with a random and with a fixed hash seed.
struct Stability: Equatable, Sendable {
  var failedWithRandomSeed: Int
  var failedWithFixedSeed: Int
  /// Replays with each kind of seed.
  var replays: Int

  /// The counts and the reason that they suggest; nil when every replay failed.
  var reason: String? {
    if failedWithRandomSeed == replays, failedWithFixedSeed == replays { return nil }
    let counts =
      "\(failedWithRandomSeed) of \(replays) with a random hash seed, "
      + "\(failedWithFixedSeed) of \(replays) with a fixed one"
    let isFixed = failedWithFixedSeed == 0 || failedWithFixedSeed == replays
    if failedWithRandomSeed < replays, failedWithRandomSeed > 0, isFixed {
      return "flaky: \(counts): it depends on the order of a Set or a Dictionary"
    }
    if isFixed, failedWithRandomSeed == 0 || failedWithRandomSeed == replays {
      return "depends on the hash seed: \(counts)"
    }
    return "flaky: \(counts): it depends on time, threads or addresses"
  }
}
