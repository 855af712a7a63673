package import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// The libFuzzer arguments of one slice. Never its fork or merge modes: those start their own
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
  /// Keeps inputs whose comparisons came closer to equal, in a build that traces comparisons.
  package var usesValueProfile = true
  /// Mutations in a row on one input; nil for libFuzzer's default.
  var depth: Int?
  /// Folder for new inputs instead of `corpus`.
  var overflow: String?
  /// Arguments of the user; libFuzzer honours the last of two equal flags.
  var added: [String] = []

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

  /// Environment of a slice in `build`: without AddressSanitizer, `FuzzEntry` checks the whole
  /// property on inputs with new coverage and on one input in 16, and its cheap part on the others.
  /// Value profile needs the whole of it on every input: a run that is not due adds no feature.
  package static func environment(of build: FuzzBuild) -> [String: String] {
    build.hasAddressSanitizer || build == .comparisons ? [:] : ["SCENEFUZZ_TIERS": "16"]
  }

  /// libFuzzer continues until more than `-max_total_time` whole seconds have passed, so the limit
  /// is one second less.
  package var arguments: [String] {
    var words = [
      "-artifact_prefix=\(artifacts)/", "-max_total_time=\(max(seconds - 1, 1))",
      "-max_len=\(maximumLength)",
      "-timeout=\(timeout)", "-rss_limit_mb=\(memoryLimit)", "-seed=\(seed)",
      "-use_value_profile=\(usesValueProfile ? 1 : 0)", "-print_final_stats=1", "-detect_leaks=0",
      "-reload=1",
      // A custom mutator switches length control off unless it is set: inputs then start long.
      "-len_control=100",
    ]
    if let depth { words.append("-mutate_depth=\(depth)") }
    if let dictionary { words.append("-dict=\(dictionary)") }
    // libFuzzer writes to the first folder and reads them all.
    return words + added + (overflow.map { [$0] } ?? []) + [corpus]
  }
}

/// The end of one fuzz process.
struct FuzzEnding: Sendable {
  /// The failing input that it saved, if its output names one.
  let artifact: String?
  let log: String
  let status: ChildProcess.Status
  let seconds: Double

  /// True when the process failed without saving an input: it could not start, or was killed.
  var isUnexplained: Bool { artifact == nil && !status.isSuccess }

  /// The last three lines of its output, on one line.
  var lastLines: String {
    let lines = log.split(separator: "\n").suffix(3)
    return String(lines.joined(separator: " | ").suffix(300))
  }
}
