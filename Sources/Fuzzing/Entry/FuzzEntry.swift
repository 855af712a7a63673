internal import LibFuzzerBridge
// Bridge: converts libFuzzer's pointer to a span, and a violated property to an abort. Callers see
// no pointer.
package import TargetInterface

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Entry of every `fuzz-NAME` program.
package enum FuzzEntry {
  /// Runs `target` on the input at `address`. A violated property is printed and ends the process
  /// with SIGABRT.
  ///
  /// Returns 0, or -1 when a session's tiers left out the whole property: libFuzzer then ignores
  /// the coverage of the run, so that features of the two kinds of run are never mixed.
  package static func run(_ target: FuzzTarget, _ address: Int, _ count: Int) -> CInt {
    endIfOrphaned()
    if unsafe CustomMutator.current == nil {
      unsafe CustomMutator.current = CustomMutator(for: target)
    }
    let pointer = unsafe UnsafePointer<UInt8>(bitPattern: address)
    let buffer = unsafe UnsafeBufferPointer(start: pointer, count: pointer == nil ? 0 : count)
    do throws(PropertyViolation) {
      var isWhole = true
      if isTimed {
        try EntryClock.timeTarget { () throws(PropertyViolation) in
          isWhole = try unsafe check(target, buffer)
        }
      } else {
        isWhole = try unsafe check(target, buffer)
      }
      return isWhole ? 0 : -1
    } catch {
      let line = Array((error.reportLine(target: target.name) + "\n").utf8)
      _ = unsafe write(2, line, line.count)
      abort()
    }
  }

  /// Separate from `run`, so that the span does not outlive the call on the error path. Returns
  /// whether the whole property was checked.
  @unsafe private static func check(
    _ target: FuzzTarget, _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(PropertyViolation) -> Bool {
    guard let tiers = unsafe tiers else {
      try unsafe target.run(buffer.span)
      return true
    }
    // Before the first mutation libFuzzer runs the corpus.
    return try unsafe tiers.check(target, buffer.span, isCorpus: !CustomMutator.hasMutated)
  }

  /// Tiers of a session (`SCENEFUZZ_TIERS`); nil when every input gets the whole property.
  nonisolated(unsafe) private static let tiers = PropertyTiers(
    setting: unsafe getenv("SCENEFUZZ_TIERS").map { unsafe String(cString: $0) }
  ) { scenefuzz_engine_reached_new_counters() != 0 }

  /// Whether `SCENEFUZZ_CLOCK` is set: the process then prints its timing at exit.
  static let isTimed: Bool = {
    guard unsafe getenv("SCENEFUZZ_CLOCK") != nil else { return false }
    EntryClock.begin()
    atexit { EntryClock.printTimes() }
    return true
  }()

  /// Process ID of the session, from `SCENEFUZZ_PARENT`; 0 when it is not set.
  private static let parent: pid_t = {
    guard let text = unsafe getenv("SCENEFUZZ_PARENT") else { return 0 }
    return unsafe pid_t(String(cString: text)) ?? 0
  }()

  /// Ends this process when its session was killed (`kill -9`), so that no orphan runs on.
  ///
  /// Checked before every input, since a rare branch would look like new coverage. Costs 0.1 µs.
  private static func endIfOrphaned() {
    if parent != 0 && getppid() != parent { _exit(0) }
  }
}
