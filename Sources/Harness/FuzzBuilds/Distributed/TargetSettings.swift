package import FuzzTargets

/// `TARGET.options`: what the engine's runner hands to libFuzzer and the sanitizer for one target.
///
/// Sections and keys as `run_fuzzer` of OSS-Fuzz reads them.
package struct TargetSettings: Equatable, Sendable {
  /// Longest input in bytes (`-max_len`), as the target's sessions here have it.
  package let maximumLength: Int

  /// Takes what the catalogue says of the target.
  package init(for target: FuzzTarget) { maximumLength = target.maximumLength }

  /// The file: libFuzzer's section, then the sanitizer's.
  package var text: String {
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
