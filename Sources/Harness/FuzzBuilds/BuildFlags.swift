/// The flags of every instrumented build: the only place that spells them. `BuildPlan`, the build
/// script of the distributed engine and the C programs of the benchmarks derive from it.
package enum BuildFlags {
  /// Flags of `swift build` for libFuzzer with `sanitizers`.
  ///
  /// `--sanitize=fuzzer` makes SwiftPM leave `main` to libFuzzer. A second `--sanitize` is not
  /// reliable: SwiftPM passes the two in either order and the compiler honours only the last, so
  /// the list of sanitizers goes to the compiler as well. lld, because gold warns about every
  /// sanitizer symbol.
  package static func swift(sanitizers: [String]) -> [String] {
    ["--sanitize=fuzzer"] + compiler("-sanitize=" + sanitizers.joined(separator: ","))
      + compiler("-use-ld=" + linker)
  }

  /// A section for each function, and no public one kept for its own sake: the linker then removes
  /// what a program does not call, with its counters, which libFuzzer would clear and scan for
  /// each input. Not for source coverage, whose report would lack what no program calls.
  package static let slim =
    ["-function-sections", "-internalize-at-link"].flatMap { compiler("-Xfrontend") + compiler($0) }

  /// Operands of comparisons: the callbacks of the compiler pass through the wrappers of
  /// `LibFuzzerBridge/Operands.c`, and the readers tell comparisons of bytes. For the latter the
  /// members of a module are visible in files that do not import it, which then need no change.
  package static let operands =
    tracedCalls.flatMap { ["-Xlinker", "--wrap=__sanitizer_cov_trace_" + $0] }
    + ["-Xcc", "-D" + operandsDefine] + compiler("-D" + operandsDefine)
    + compiler("-disable-upcoming-feature") + compiler("MemberImportVisibility")

  private static let tracedCalls = [
    "cmp2", "cmp4", "cmp8", "const_cmp2", "const_cmp4", "const_cmp8", "switch",
  ]
  private static let operandsDefine = "SCENEFUZZ_COMPARISONS"

  /// Flags of clang for a C library with the coverage of our builds without traced comparisons.
  package static func clangLibrary(sanitizers: [String]) -> [String] {
    ["-fsanitize-coverage=" + coverageKinds]
      + (sanitizers.contains("address") ? ["-fsanitize=address"] : [])
  }

  private static let coverageKinds = "edge,indirect-calls,inline-8bit-counters,pc-table"

  /// Environment of the manifest in a build without traced comparisons: edges in what targets run,
  /// functions in the mutators. `-sanitize=fuzzer` alone traces comparisons.
  package static let withoutComparisons = [
    "SCENEFUZZ_COVERAGE": coverageKinds
  ]

  /// Source coverage for `llvm-cov`.
  package static let sourceCoverage =
    compiler("-profile-generate") + compiler("-profile-coverage-mapping")

  /// The standard library inside the program.
  package static let staticLibrary = ["--static-swift-stdlib"]

  /// Flags of clang for a C program under libFuzzer.
  package static func clang(sanitizers: [String]) -> [String] {
    ["-fsanitize=" + sanitizers.joined(separator: ","), "-fuse-ld=" + linker]
  }

  private static let linker = "lld"

  private static func compiler(_ flag: String) -> [String] { ["-Xswiftc", flag] }
}
