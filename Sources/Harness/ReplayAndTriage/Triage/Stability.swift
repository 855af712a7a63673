/// How often one input failed, with the hash seed that changes from run to run and with a fixed one.
struct Stability: Equatable, Sendable {
  var failedWithRandomSeed: Int
  var failedWithFixedSeed: Int
  /// Replays of each sort.
  var replays: Int

  /// In words, with the reason as far as the replays show it; nil when every replay failed.
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
