/// Environments of child processes: stated here, not inherited.
package enum ChildEnvironment {
  /// Variables of the caller that every program keeps.
  private static let kept = [
    "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ", "USER", "SCENEFUZZ_DEMO_BUG",
    "SCENEFUZZ_MUTATION",
  ]

  /// For `swift build`: the caller's environment, since a toolchain may need any of it, without the
  /// variables that change the result.
  package static func build(_ inherited: [String: String]) -> [String: String] {
    inherited.filter { key, _ in
      !key.hasSuffix("SAN_OPTIONS") && !changesBuilds.contains(key)
    }
  }

  /// Variables that change what `swift build` makes; a plan sets those that it needs.
  private static let changesBuilds: Set = [
    "LLVM_PROFILE_FILE", "SWIFT_BACKTRACE", "SCENEFUZZ_ONLY", "SCENEFUZZ_OPTIMIZED",
    "SCENEFUZZ_COVERAGE",
  ]

  /// For a sanitized program.
  ///
  /// Swift's own backtracer must be off: under AddressSanitizer it reads the crashed process
  /// through an instrumented memory server, which turns a trap into a false report, and without it
  /// libFuzzer never sees the crash and saves nothing. `handle_sigill` and `handle_abort` make the
  /// sanitizer print the stack itself, so that the trap is its first frame and not libFuzzer's
  /// handler.
  package static func sanitized(
    _ inherited: [String: String], symbolizer: String, profile: String? = nil
  ) -> [String: String] {
    var environment = inherited.filter { kept.contains($0.key) }
    environment["SWIFT_BACKTRACE"] = "enable=no"
    let common = "handle_sigill=1:handle_abort=1:handle_segv=1:dedup_token_length=3:symbolize=1"
    environment["ASAN_OPTIONS"] = common + ":detect_leaks=0:allocator_may_return_null=0"
    environment["UBSAN_OPTIONS"] = common + ":print_stacktrace=1"
    environment["ASAN_SYMBOLIZER_PATH"] = symbolizer
    environment["UBSAN_SYMBOLIZER_PATH"] = symbolizer
    environment["LLVM_SYMBOLIZER_PATH"] = symbolizer
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    // A program of the coverage build writes `default.profraw` into its folder by default.
    environment["LLVM_PROFILE_FILE"] = profile ?? "/dev/null"
    return environment
  }

  /// The same for one process that runs many inputs.
  ///
  /// Freed blocks wait in 1 MB instead of 256 MB that no cache holds, and without the stack of
  /// their allocation: what an input of some KB frees fits. Variables stay on the real stack. The
  /// stack of the fault stays complete; a replay of the finding has the default options and prints
  /// the allocation and deallocation stacks as well.
  package static func forManyInputs(_ environment: [String: String]) -> [String: String] {
    var environment = environment
    environment["ASAN_OPTIONS", default: ""] +=
      ":malloc_context_size=0:quarantine_size_mb=1:detect_stack_use_after_return=0"
    return environment
  }

  /// The same with LeakSanitizer on. Off by default: it may need rights that a container withholds.
  package static func withLeakDetection(_ environment: [String: String]) -> [String: String] {
    environment.mapValues { $0.replacing("detect_leaks=0", with: "detect_leaks=1") }
  }

  /// For a plain program that judges candidates and may crash: without a backtrace.
  package static func judging(_ inherited: [String: String]) -> [String: String] {
    var environment = inherited.filter { kept.contains($0.key) || $0.key == "LD_LIBRARY_PATH" }
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    return environment
  }

  /// For a plain program that is expected to crash: Swift's backtracer writes one JSON file into
  /// `folder`.
  package static func backtraced(
    _ inherited: [String: String], into folder: String
  ) -> [String: String] {
    var environment = inherited.filter { kept.contains($0.key) || $0.key == "LD_LIBRARY_PATH" }
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,format=json,output-to=\(folder),interactive=no,color=no,threads=crashed"
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    return environment
  }
}
