internal import Synchronization

/// Per-process timing, printed to standard output at exit when `SCENEFUZZ_CLOCK` is set.
enum EntryClock {
  private static let clock = ContinuousClock()
  private static let start = clock.now
  private static let executions = Atomic<Int>(0)
  private static let target = Atomic<Int>(0)
  private static let mutators = Atomic<Int>(0)

  /// Starts the clock.
  static func begin() { _ = start }

  /// Runs `body` and adds its time to that of the target.
  static func timeTarget<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    let before = clock.now
    defer {
      executions.add(1, ordering: .relaxed)
      target.add(nanoseconds(since: before), ordering: .relaxed)
    }
    try body()
  }

  /// Adds the time since `before` to that of the mutators.
  static func addMutation(since before: ContinuousClock.Instant) {
    mutators.add(nanoseconds(since: before), ordering: .relaxed)
  }

  static var now: ContinuousClock.Instant { clock.now }

  /// Prints the line that `EntryTimes` of the benchmarks parses.
  static func printTimes() {
    let words = [
      ("executions", executions.load(ordering: .relaxed)), ("total", nanoseconds(since: start)),
      ("target", target.load(ordering: .relaxed)), ("mutators", mutators.load(ordering: .relaxed)),
    ]
    print("clock: " + words.map { "\($0)=\($1)" }.joined(separator: " "))
  }

  private static func nanoseconds(since before: ContinuousClock.Instant) -> Int {
    let parts = (clock.now - before).components
    return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
  }
}
