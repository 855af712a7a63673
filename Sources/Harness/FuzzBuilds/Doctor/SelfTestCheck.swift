import CrashTriage

/// One way of failing that a build must see, and how the self-test target is made to fail so.
struct SelfTestCheck: Sendable {
  /// The row's name in the table.
  let name: String
  /// The input that makes `fuzz-selftest` fail.
  let seed: String
  /// The kinds that triage may call it; a release build of a trap may have lost its message.
  let kinds: Set<CrashKind>
  /// Seconds that libFuzzer gives one input.
  var timeout = 20
  /// Megabytes that libFuzzer lets the process have. Only the check of that limit gets a low one: a sanitizer keeps
  /// freed blocks, so that any process which runs for long grows.
  var memoryLimit = 2048
  var detectsLeaks = false
  /// True when only AddressSanitizer can see it.
  var needsAddressSanitizer = false

  static let all: [SelfTestCheck] = [
    SelfTestCheck(name: "Swift trap", seed: "trap", kinds: [.indexOutOfRange, .trap]),
    SelfTestCheck(
      name: "ASan error", seed: "address", kinds: [.heapBufferOverflow],
      needsAddressSanitizer: true),
    SelfTestCheck(name: "stack overflow", seed: "stack", kinds: [.stackOverflow]),
    SelfTestCheck(name: "out of memory", seed: "memory", kinds: [.outOfMemory], memoryLimit: 256),
    SelfTestCheck(name: "hang", seed: "hang", kinds: [.timeout], timeout: 1),
    SelfTestCheck(name: "broken property", seed: "property", kinds: [.propertyViolation]),
    SelfTestCheck(
      name: "leak", seed: "leak", kinds: [.leak], detectsLeaks: true, needsAddressSanitizer: true),
  ]

  /// What libFuzzer is told. The seed lies in a corpus folder: of an input named directly no artifact is saved.
  func arguments(corpus: String, artifacts: String) -> [String] {
    [
      "-artifact_prefix=\(artifacts)/", "-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)",
      "-runs=8",
      "-seed=1", "-detect_leaks=\(detectsLeaks ? 1 : 0)", corpus,
    ]
  }

  /// What is wrong with the way a build saw this failure; nil when it was detected, saved and named.
  func complaint(log: String, saved: [[UInt8]]) -> String? {
    guard let kind = CrashReport.read(log)?.kind else { return "not detected" }
    guard kinds.contains(kind) else { return "named \(kind.rawValue)" }
    return saved.contains(Array(seed.utf8)) ? nil : "detected, but the input was not saved"
  }
}
