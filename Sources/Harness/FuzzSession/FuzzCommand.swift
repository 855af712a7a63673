import FuzzTargets
import ProcessSupport

/// The words that libFuzzer is started with in a session. Never its fork or merge modes: those start their own
/// children through a shell, which breaks on a space in a path.
package struct FuzzCommand: Equatable, Sendable {
  var corpus: String
  var artifacts: String
  /// At least two.
  var seconds: Int
  var maximumLength: Int
  var timeout: Int
  var memoryLimit: Int
  /// 0 lets libFuzzer choose.
  var seed: UInt32
  var dictionary: String?
  /// Keeps inputs whose comparisons came nearer to equal, in a build that traces them.
  package var usesValueProfile = true
  /// Where new inputs go instead of `corpus`.
  var overflow: String?

  package init(
    corpus: String,
    artifacts: String,
    seconds: Int,
    maximumLength: Int,
    timeout: Int,
    memoryLimit: Int,
    seed: UInt32,
    dictionary: String? = nil,
    usesValueProfile: Bool = true,
    overflow: String? = nil
  ) {
    self.corpus = corpus
    self.artifacts = artifacts
    self.seconds = seconds
    self.maximumLength = maximumLength
    self.timeout = timeout
    self.memoryLimit = memoryLimit
    self.seed = seed
    self.dictionary = dictionary
    self.usesValueProfile = usesValueProfile
    self.overflow = overflow
  }

  /// libFuzzer goes on until more than `-max_total_time` whole seconds have passed, hence one less.
  package var arguments: [String] {
    var words = [
      "-artifact_prefix=\(artifacts)/", "-max_total_time=\(max(seconds - 1, 1))",
      "-max_len=\(maximumLength)",
      "-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-seed=\(seed)",
      "-use_value_profile=\(usesValueProfile ? 1 : 0)", "-print_final_stats=1", "-detect_leaks=0",
      "-reload=1",
    ]
    if let dictionary { words.append("-dict=\(dictionary)") }
    // libFuzzer writes to the first folder and reads them all.
    return words + (overflow.map { [$0] } ?? []) + [corpus]
  }
}

/// How one fuzz process ended.
struct FuzzEnding: Sendable {
  /// The input that it saved as the reason, if it says so.
  let artifact: String?
  let log: String
  let status: ChildProcess.Status
  let seconds: Double

  /// True when it neither ran its time nor saved a reason why not: it could not start, or something ended it.
  var isInexplicable: Bool { artifact == nil && !status.isSuccess }

  /// The end of what it said, on one line.
  var lastWords: String {
    let lines = log.split(separator: "\n").suffix(3)
    return String(lines.joined(separator: " | ").suffix(300))
  }
}
