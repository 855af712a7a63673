// Bridge: reads two environment variables. Nothing else of the parser or the targets looks at the environment.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the planted bug is live: the environment variable `SCENEFUZZ_PLANTED_BUG` is `1`.
public enum PlantedSwitch {
  /// Read once for each process.
  public static let isOn: Bool = {
    guard let value = unsafe getenv("SCENEFUZZ_PLANTED_BUG") else { return false }
    return unsafe strcmp(value, "1") == 0
  }()

  /// The planted finding that `fuzz-selftest` shows in the place of its failures, by the environment variable
  /// `SCENEFUZZ_PLANTED_FINDING`.
  public static let finding: String? = {
    guard let value = unsafe getenv("SCENEFUZZ_PLANTED_FINDING") else { return nil }
    return unsafe String(cString: value)
  }()
}
