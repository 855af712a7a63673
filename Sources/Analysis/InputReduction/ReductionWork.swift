/// The best input so far and the verdicts on others.
struct ReductionWork {
  private(set) var best: [UInt8]
  private var tests = 0
  private var steps = 0
  /// Verdicts by 64-bit hash, so that candidates are not kept in memory.
  private var known: [Int: Bool]
  /// Maximum bytes of candidates that wait for their verdict.
  private static let ahead = 16 << 20

  init(_ input: [UInt8]) {
    best = input
    known = [input.hashValue: true]
  }

  func outcome(isComplete: Bool) -> InputReducer.Outcome {
    InputReducer.Outcome(input: best, tests: tests, steps: steps, isComplete: isComplete)
  }

  /// Number of candidates of the size of the best that wait for their verdict.
  func batch(atMost limit: Int) -> Int { min(limit, max(1, Self.ahead / max(best.count, 1))) }

  /// Whether a candidate is an improvement and not judged yet.
  func isNew(_ candidate: [UInt8]) -> Bool {
    guard candidate.count <= best.count else { return false }
    if candidate.count == best.count,
      PlainBytes.odd(candidate) >= PlainBytes.odd(best)
    {
      return false
    }
    return known[candidate.hashValue] == nil
  }

  /// Judges `candidates`; the first that shows the finding becomes the best. Later ones stay
  /// unknown.
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

  /// Whether `candidate`, improvement or not, shows the finding.
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

  /// The next candidates to judge, at most `limit`; nil at the end.
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
