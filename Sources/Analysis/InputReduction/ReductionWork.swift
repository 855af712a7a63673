/// The best input so far and what is known of others.
struct ReductionWork {
  private(set) var best: [UInt8]
  private var tests = 0
  private var steps = 0
  /// Verdicts by hash of 64 bits, so that a long reduction does not keep every candidate in memory.
  private var known: [Int: Bool]
  /// Most bytes of candidates that are made ahead of their judgement.
  private static let ahead = 16 << 20

  init(_ input: [UInt8]) {
    best = input
    known = [input.hashValue: true]
  }

  func outcome(isComplete: Bool) -> InputReducer.Outcome {
    InputReducer.Outcome(input: best, tests: tests, steps: steps, isComplete: isComplete)
  }

  /// How many candidates of the size of the best are made ahead.
  func batch(atMost limit: Int) -> Int { min(limit, max(1, Self.ahead / max(best.count, 1))) }

  /// Whether it is worth a test: an improvement, and not judged before.
  func isNew(_ candidate: [UInt8]) -> Bool {
    guard candidate.count <= best.count else { return false }
    if candidate.count == best.count,
      PlainBytes.odd(candidate) >= PlainBytes.odd(best)
    {
      return false
    }
    return known[candidate.hashValue] == nil
  }

  /// Has `candidates` judged; the first that shows the finding becomes the best. Those behind it stay unknown.
  mutating func judge(
    _ candidates: [[UInt8]], _ judge: ([[UInt8]]) async throws -> InputReducer.Judgement
  ) async throws -> Int? {
    let judgement = try await judge(candidates)
    tests += judgement.tests
    for candidate in candidates[..<(judgement.hit ?? candidates.count)] {
      known[candidate.hashValue] = false
    }
    guard let hit = judgement.hit else { return nil }
    best = candidates[hit]
    known[best.hashValue] = true
    steps += 1
    return hit
  }

  /// Whether `candidate`, which need not be an improvement, shows the finding.
  mutating func shows(
    _ candidate: [UInt8], _ judge: ([[UInt8]]) async throws -> InputReducer.Judgement
  ) async throws -> Bool {
    if let verdict = known[candidate.hashValue] { return verdict }
    let judgement = try await judge([candidate])
    tests += judgement.tests
    known[candidate.hashValue] = judgement.hit != nil
    return judgement.hit != nil
  }
}

/// The trials of one group, as candidates.
struct ReductionTrials {
  private let group: ChangeGroup
  private var order: Bisection
  private var isMade: [Bool]

  init(_ group: ChangeGroup, from start: Int) {
    self.group = group
    order =
      group.isExclusive
      ? Bisection(alone: group.count, from: start) : Bisection(count: group.count, few: group.few)
    isMade = [Bool](repeating: false, count: group.count)
  }

  /// The next candidates that are worth a test, nil at the end; fewer than `limit`, even none, near the end.
  mutating func next(
    _ work: inout ReductionWork, atMost limit: Int
  ) -> [(trial: Bisection.Trial, bytes: [UInt8])]? {
    var found: [(trial: Bisection.Trial, bytes: [UInt8])] = []
    var hashes: Set<Int> = []
    var asked = 0
    let wanted = work.batch(atMost: limit)
    while found.count < wanted, let trial = order.next() {
      asked += 1
      for index in trial.range { isMade[index] = true }
      if let bytes = group.making(isMade), work.isNew(bytes),
        hashes.insert(bytes.hashValue).inserted
      {
        found.append((trial, bytes))
      }
      for index in trial.range { isMade[index] = false }
    }
    return asked == 0 ? nil : found
  }

  mutating func accept(_ trial: Bisection.Trial) {
    order.accept(trial)
    for index in trial.range { isMade[index] = true }
  }
}
