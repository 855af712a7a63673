// Bridge: reads two environment variables. Nothing else of the parser or the targets looks at the
// environment.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which demo bug is live: the environment variable `SCENEFUZZ_DEMO_BUG`, `1` for the one of the
/// demonstration.
public enum DemoSwitch {
  /// The name of the bug, empty for none. Read once for each process.
  public static let name: String = {
    guard let value = unsafe getenv("SCENEFUZZ_DEMO_BUG") else { return "" }
    return unsafe String(cString: value)
  }()

  /// Whether the bug of the demonstration is live.
  public static let isOn = name == "1"

  /// The reduction sample that `fuzz-selftest` shows instead of its failures:  the environment
  /// variable `SCENEFUZZ_REDUCTION_SAMPLE`.
  public static let reductionSample: String? = {
    guard let value = unsafe getenv("SCENEFUZZ_REDUCTION_SAMPLE") else { return nil }
    return unsafe String(cString: value)
  }()
}
