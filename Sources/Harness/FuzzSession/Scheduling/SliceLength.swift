package import FuzzTargets

/// Maximum length of the inputs in a slice (libFuzzer's `-max_len`).
///
/// Short scenes run more than twice as often and reach more edges in the same time
/// (docs/BENCHMARKS.md, sessions), but some limits of the reader lie beyond 8 KB. So three slices
/// in four have short inputs and the others the whole length of the target.
package enum SliceLength {
  /// Bytes of an input in most slices of scenes.
  static let short = 8_192
  private static let shortFormats: Set<InputFormat> = ["scene"]

  /// The limit of slice `number` in bytes. Deterministic.
  package static func maximum(of target: FuzzTarget, slice number: Int) -> Int {
    guard shortFormats.contains(target.format), target.maximumLength > short else {
      return target.maximumLength
    }
    return isWhole(number) ? target.maximumLength : short
  }

  /// One number in four, spread: slices of a few targets take turns, so a remainder would always
  /// meet the same target.
  private static func isWhole(_ number: Int) -> Bool {
    (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 62 == 1
  }
}
