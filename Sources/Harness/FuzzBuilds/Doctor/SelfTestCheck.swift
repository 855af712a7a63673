import CrashTriage

/// A kind of failure that a build must detect, and the input that triggers it in the self-test
/// target.
struct SelfTestCheck: Sendable {
  /// Name of the row.
  let name: String
  /// The input that makes `fuzz-selftest` fail.
  let seed: String
  /// Kinds that triage may name; a trap in a release build may have lost its message.
  let kinds: Set<CrashKind>
  /// libFuzzer's time limit for one input in seconds.
  var timeout = 20
  /// libFuzzer's memory limit in megabytes. Low only for the check of the limit itself: a sanitizer
  /// keeps freed blocks, so that every long process grows.
  var memoryLimit = 2048
  var detectsLeaks = false
  /// Whether only AddressSanitizer detects it.
  var needsAddressSanitizer = false

  static let all: [SelfTestCheck] = [
    SelfTestCheck(name: "Swift trap", seed: "trap", kinds: [.indexOutOfRange, .trap]),
    SelfTestCheck(
      name: "ASan error", seed: "address", kinds: [.heapBufferOverflow],
      needsAddressSanitizer: true),
    SelfTestCheck(name: "stack overflow", seed: "stack", kinds: [.stackOverflow]),
    SelfTestCheck(name: "out of memory", seed: "memory", kinds: [.outOfMemory], memoryLimit: 256),
    SelfTestCheck(name: "hang", seed: "hang", kinds: [.timeout], timeout: 1),
    SelfTestCheck(name: "violated property", seed: "property", kinds: [.propertyViolation]),
    SelfTestCheck(
      name: "leak", seed: "leak", kinds: [.leak], detectsLeaks: true, needsAddressSanitizer: true),
  ]

  /// libFuzzer arguments. The seed is in a corpus folder, since libFuzzer saves no artifact of an
  /// input that is named on the command line.
  func arguments(corpus: String, artifacts: String) -> [String] {
    [
      "-artifact_prefix=\(artifacts)/", "-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)",
      "-runs=8",
      "-seed=1", "-detect_leaks=\(detectsLeaks ? 1 : 0)", corpus,
    ]
  }

  /// The fault of a build that ran this check; nil when the failure was detected, named and saved.
  func complaint(log: String, saved: [[UInt8]]) -> String? {
    guard let kind = CrashReport.read(log)?.kind else { return "not detected" }
    guard kinds.contains(kind) else { return "named \(kind.rawValue)" }
    return saved.contains(Array(seed.utf8)) ? nil : "detected, but the input was not saved"
  }
}
