// Bridge: reads two environment variables. Nothing else of the parser or the targets looks at the environment.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which planted bug is live: the environment variable `SCENEFUZZ_PLANTED_BUG`, `1` for the one of the demonstration.
public enum PlantedSwitch {
  /// The name of the bug, empty for none. Read once for each process.
  public static let name: String = {
    guard let value = unsafe getenv("SCENEFUZZ_PLANTED_BUG") else { return "" }
    return unsafe String(cString: value)
  }()

  /// Whether the bug of the demonstration is live.
  public static let isOn = name == "1"

  /// The planted finding that `fuzz-selftest` shows in the place of its failures, by the environment variable
  /// `SCENEFUZZ_PLANTED_FINDING`.
  public static let finding: String? = {
    guard let value = unsafe getenv("SCENEFUZZ_PLANTED_FINDING") else { return nil }
    return unsafe String(cString: value)
  }()
}
