/// Makes a failing input smaller while it still shows the same finding.
///
/// Whatever the judge refuses is refused: an input that fails in another way is another finding, so reduction never
/// drifts. Passes run from coarse to fine, over and over until none helps.
public struct InputReducer: Sendable {
  /// Rounds over all passes; the last one usually changes nothing.
  public var maximumRounds = 20
  /// How many candidates the judge is given at once.
  public var batch = 16

  public init() {}

  public struct Outcome: Equatable, Sendable {
    public var input: [UInt8]
    /// Candidates judged.
    public var tests: Int
    /// Whether a whole round changed nothing; otherwise the budget ended it.
    public var isComplete: Bool
  }

  /// Reduces `input`.
  ///
  /// - Parameters:
  ///   - isOver: Asked before every batch; true ends the work with the best so far.
  ///   - keep: Called with every accepted candidate before anything else happens.
  ///   - judge: The index of the first of the candidates that still shows the finding, or nil.
  public func reduce(
    _ input: [UInt8], isOver: () -> Bool, keep: ([UInt8]) throws -> Void,
    judge: ([[UInt8]]) async throws -> Int?
  ) async throws -> Outcome {
    var state = State(best: input)
    for _ in 0..<maximumRounds {
      let before = state.best
      for pass in Self.passes(for: before.count) {
        var step = 0
        while let next = state.candidates(pass, from: step, count: batch) {
          if isOver() { return Outcome(input: state.best, tests: state.tests, isComplete: false) }
          step = next.end
          guard !next.candidates.isEmpty else { continue }
          state.tests += next.candidates.count
          if let hit = try await judge(next.candidates.map(\.bytes)) {
            state.best = next.candidates[hit].bytes
            step = next.candidates[hit].step
            try keep(state.best)
          }
        }
      }
      if state.best == before {
        return Outcome(input: state.best, tests: state.tests, isComplete: true)
      }
    }
    return Outcome(input: state.best, tests: state.tests, isComplete: false)
  }

  private static func passes(for count: Int) -> [any ReductionPass] {
    var passes: [any ReductionPass] = [
      TailPass(), MarkupPass(dropsContent: true), MarkupPass(dropsContent: false),
    ]
    var length = count / 2
    while length > 1 {
      passes.append(ChunkPass(length: length))
      length /= 2
    }
    passes += [16, 8, 6, 4, 3, 2, 1].map { WordPass(span: $0) }
    return passes + [ChunkPass(length: 1), PlainBytePass()]
  }

  /// The best input and what has been tried.
  private struct State {
    var best: [UInt8]
    var tests = 0
    /// Hashes of 64 bits, so that a long reduction does not keep every candidate in memory.
    private var tried: Set<Int> = []

    init(best: [UInt8]) {
      self.best = best
      tried = [best.hashValue]
    }

    /// Up to `count` candidates that were never tried, and the step after them; nil when the pass is at its end.
    mutating func candidates(
      _ pass: any ReductionPass, from start: Int, count: Int
    ) -> (candidates: [(step: Int, bytes: [UInt8])], end: Int)? {
      var found: [(step: Int, bytes: [UInt8])] = []
      var step = start
      while found.count < count, let bytes = pass.candidate(step, of: best) {
        if tried.insert(bytes.hashValue).inserted { found.append((step, bytes)) }
        step += 1
      }
      return step == start ? nil : (found, step)
    }
  }
}
