package import FuzzTargets

/// `TARGET.options`: settings of libFuzzer and the sanitizer for one target, with sections and keys
/// as `run_fuzzer` of OSS-Fuzz reads them.
package struct TargetSettings: Equatable, Sendable {
  /// Maximum bytes of an input (`-max_len`).
  package let maximumLength: Int

  package init(for target: FuzzTarget) { maximumLength = target.maximumLength }

  /// Contents of the file.
  package var text: String {
    """
    # Written by 'scenefuzz oss-fuzz write'.
    [libfuzzer]
    max_len = \(maximumLength)
    timeout = 10
    rss_limit_mb = 2048
    # The runtime of Swift keeps some allocations for good; they are no leaks of a target.
    detect_leaks = 0

    [asan]
    detect_leaks = 0

    """
  }
}
