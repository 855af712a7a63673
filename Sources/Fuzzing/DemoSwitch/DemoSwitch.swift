// Bridge: reads two environment variables. Parsers and targets read no others.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Selection of the demo bug and of the reduction sample, from the environment.
public enum DemoSwitch {
  /// Name of the live demo bug (`SCENEFUZZ_DEMO_BUG`), empty for none. Read once for each process.
  public static let name: String = {
    guard let value = unsafe getenv("SCENEFUZZ_DEMO_BUG") else { return "" }
    return unsafe String(cString: value)
  }()

  /// Whether the bug of `scenefuzz demo` is live (`SCENEFUZZ_DEMO_BUG=1`).
  public static let isOn = name == "1"

  /// Name of the reduction sample that `fuzz-selftest` runs instead of its failures
  /// (`SCENEFUZZ_REDUCTION_SAMPLE`).
  public static let reductionSample: String? = {
    guard let value = unsafe getenv("SCENEFUZZ_REDUCTION_SAMPLE") else { return nil }
    return unsafe String(cString: value)
  }()
}
