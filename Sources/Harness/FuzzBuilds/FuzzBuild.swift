/// The ways in which the entry points are built.
package enum FuzzBuild: String, CaseIterable, Codable, Sendable {
  /// libFuzzer with AddressSanitizer: what short sessions use, and what long ones pass new inputs through.
  case address
  /// libFuzzer alone: runs about twice as many inputs, and in memory-safe code is nearly as keen. Long sessions use it.
  case fuzzer
  /// libFuzzer with source coverage for `llvm-cov`.
  case coverage
  /// As `address`, with the standard library linked in: runs where no toolchain is installed.
  case staticLibrary = "static"

  /// Whether errors of memory are reported and not only crashed on.
  package var hasAddressSanitizer: Bool { self == .address || self == .staticLibrary }
}

/// Optimized or not. Both are worth fuzzing: debug prints a message with file and line for every trap.
package enum BuildConfiguration: String, CaseIterable, Codable, Sendable {
  case release
  case debug
}
