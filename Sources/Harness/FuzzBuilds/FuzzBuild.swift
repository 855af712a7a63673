/// Instrumentation of the entry points.
package enum FuzzBuild: String, CaseIterable, Codable, Sendable {
  /// libFuzzer with AddressSanitizer: the build of short sessions, and a check of long ones.
  case address
  /// libFuzzer alone: runs about twice as many inputs and detects nearly as much in memory-safe
  /// code. The main build of long sessions.
  case fuzzer
  /// As `fuzzer`, with traced comparisons for libFuzzer's value profile, whose operands the fuzz
  /// entry records and replaces in new inputs. Runs a part of the slices of long sessions.
  case comparisons
  /// libFuzzer with source coverage for `llvm-cov`.
  case coverage
  /// As `address`, with the standard library linked in: runs without a toolchain.
  case staticLibrary = "static"

  /// Whether memory errors are reported.
  package var hasAddressSanitizer: Bool { self == .address || self == .staticLibrary }

  /// Sanitizers in the compiler's spelling.
  package var sanitizers: [String] { hasAddressSanitizer ? ["fuzzer", "address"] : ["fuzzer"] }
}

/// Optimized or not. A debug build prints a message with file and line for every trap.
package enum BuildConfiguration: String, CaseIterable, Codable, Sendable {
  case release
  case debug
}
