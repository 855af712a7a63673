public import FuzzTargets

/// `TARGET.options`: what the engine's runner hands to libFuzzer and the sanitizer for one target.
///
/// Sections and keys as `run_fuzzer` of OSS-Fuzz reads them.
public struct TargetSettings: Equatable, Sendable {
  public let maximumLength: Int

  public init(for target: FuzzTarget) { maximumLength = target.maximumLength }

  public var text: String {
    """
    # Written by 'scenefuzz oss-fuzz write'.
    [libfuzzer]
    max_len = \(maximumLength)
    timeout = 10
    rss_limit_mb = 2048
    # The runtime of Swift keeps some allocations for good, which is no leak of a target.
    detect_leaks = 0

    [asan]
    detect_leaks = 0

    """
  }
}
