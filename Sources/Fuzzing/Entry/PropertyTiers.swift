internal import ByteReading
internal import StableNumbers
internal import TargetInterface

/// Selects the inputs of a session that get the whole property and not only its cheap part.
///
/// These are the inputs that reach a new bucket of a coverage counter, so every input that enters
/// the corpus for its coverage, and one input in `period` by a hash of the content. Replay, triage,
/// minimization and checks of corpora run without tiers: there every input gets the whole property.
struct PropertyTiers {
  let period: UInt64
  /// Whether the corpus gets the whole property too: false only to measure the rate of a session.
  let checksCorpus: Bool
  /// Whether the current run reached a bucket that no earlier one reached.
  let reachesNewCounters: () -> Bool

  /// Creates tiers from the value of `SCENEFUZZ_TIERS`: a number above 1, and for benchmarks of
  /// replay `:all` behind it, which puts the corpus in tiers as well. Nil for anything else.
  init?(setting: String?, reachesNewCounters: @escaping () -> Bool) {
    guard let setting else { return nil }
    let number = setting.hasSuffix(":all") ? String(setting.dropLast(4)) : setting
    guard let period = UInt64(number), period > 1 else { return nil }
    self.period = period
    checksCorpus = number == setting
    self.reachesNewCounters = reachesNewCounters
  }

  /// Checks the cheap part of the property of `target`, and the whole of it on an input of the
  /// corpus, on a selected input, and where there is no cheap part. Returns whether the whole was
  /// checked.
  func check(
    _ target: FuzzTarget, _ input: Span<UInt8>, isCorpus: Bool
  ) throws(PropertyViolation) -> Bool {
    guard let tieredCheck = target.tieredCheck else {
      try target.run(input)
      return true
    }
    return try tieredCheck(input) { input in selects(input) || isCorpus && checksCorpus }
  }

  /// Whether `input`, which passed the cheap part just now, gets the whole property.
  func selects(_ input: Span<UInt8>) -> Bool {
    // The counters are read first, so that every input is recorded as seen.
    reachesNewCounters() || isSampled(input)
  }

  /// One input in `period`, by its length and all of its bytes: a mutated input has a decision of
  /// its own, whatever its parent's was.
  func isSampled(_ input: Span<UInt8>) -> Bool {
    var hash = FNV1a(salt: UInt64(input.count)).value
    func combine(_ word: UInt64) {
      hash = (hash ^ word) &* FNV1a.prime
      // A product carries changes to higher bits only: this step brings them down again.
      hash ^= hash >> 32
    }
    var index = 0
    while index &+ 32 <= input.count {
      let words = input.fourWords(at: index)
      combine(words.0)
      combine(words.1)
      combine(words.2)
      combine(words.3)
      index &+= 32
    }
    while index < input.count {
      combine(UInt64(input[index]))
      index &+= 1
    }
    var mixed = SplitMix64(seed: hash)
    return mixed.next() % period == 0
  }
}
