/// Part of the slices' process time that ran in one build.
package struct BuildTimeShare: Codable, Equatable, Sendable {
  /// Name of the build, such as `comparisons`.
  package let build: String
  /// From 0 to 1.
  package let share: Double

  /// The shares of `builds`, without those that ran no slice that ended.
  static func all(of progress: [TargetProgress], builds: [String]) -> [BuildTimeShare] {
    let seconds = builds.indices.map { build in
      progress.reduce(0) { $0 + ($1.secondsOfBuilds[build] ?? 0) }
    }
    let sum = seconds.reduce(0, +)
    return zip(builds, seconds).filter { $0.1 > 0 }.map {
      BuildTimeShare(build: $0.0, share: ($0.1 / sum * 1_000).rounded() / 1_000)
    }
  }

  /// A line for people, such as `slices: fuzzer 81 %, address 9 %, comparisons 10 %`; nil for fewer
  /// than two builds.
  static func line(_ shares: [BuildTimeShare]) -> String? {
    guard shares.count > 1 else { return nil }
    let parts = shares.map { "\($0.build) \(Int(($0.share * 100).rounded())) %" }
    return "slices: " + parts.joined(separator: ", ")
  }
}
