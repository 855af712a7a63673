import Foundation
package import FuzzTargets
package import ProcessSupport

/// Maximum length of the inputs in the slices of a target (libFuzzer's `-max_len`).
///
/// Short inputs run several times as often and reach nearly the same edges in the same time
/// (docs/BENCHMARKS.md, sessions), but some limits of a reader lie beyond 8 KB. So half of the
/// slices have inputs of a few times the length of a seed, a quarter at most 8 KB, and a quarter
/// the whole length of the target.
package struct SliceLength: Sendable, Equatable {
  /// Limits in bytes: of half of the slices, of a quarter of them, and of the others.
  let brief: Int
  let middle: Int
  let whole: Int

  static let smallestBrief = 256
  static let largestMiddle = 8_192
  /// Length of brief inputs in lengths of the median seed.
  static let seedsOfBrief = 4

  /// - Parameters:
  ///   - whole: Maximum length of an input of the target.
  ///   - seeds: Lengths of its committed inputs in bytes. Without any, nothing is shortened.
  init(whole: Int, seeds: [Int]) {
    self.whole = whole
    guard !seeds.isEmpty else {
      (brief, middle) = (whole, whole)
      return
    }
    middle = min(whole, Self.largestMiddle)
    let median = seeds.sorted()[seeds.count / 2]
    var length = Self.smallestBrief
    while length < median * Self.seedsOfBrief, length < middle { length *= 2 }
    brief = min(length, middle)
  }

  /// The limits of `target` by its committed inputs, whose lengths are looked up.
  package init(of target: FuzzTarget, in root: RepositoryRoot) {
    let files = SeedFolders.paths(of: target.name, in: root).flatMap { InputFiles.below($0) }
    self.init(
      whole: target.maximumLength,
      seeds: files.compactMap {
        (try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? NSNumber)?.intValue
      })
  }

  /// The limit of slice `number` in bytes. Deterministic, and spread: slices of a few targets take
  /// turns, so a remainder would always meet the same target.
  package func maximum(slice number: Int) -> Int {
    switch (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 62 {
    case 1: whole
    case 2: middle
    default: brief
    }
  }
}
