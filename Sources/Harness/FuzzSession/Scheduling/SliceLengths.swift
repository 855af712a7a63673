/// Lengths of slices in seconds.
struct SliceLengths: Equatable, Sendable {
  /// Length of a target's first slice. Each further slice is twice as long, up to `later`, so that
  /// every target shows its easy findings in the first seconds of a session.
  let first: Double
  /// Maximum length of a slice whose process starts quickly.
  let later: Double
  /// Maximum length of any slice.
  let maximum: Double
  /// Process time of a target after which a discovery counts half.
  let halfLife: Double

  init(targets: Int, jobs: Int, seconds: Double, sharing: TimeSharing) {
    let (targets, jobs) = (max(targets, 1), max(jobs, 1))
    let fair = seconds * Double(jobs) / Double(targets)
    switch sharing {
    case .equal:
      // A sweep gives every target one turn; turns are divided so that targets alternate.
      let turn = seconds / Double((targets + jobs - 1) / jobs)
      let cuts = max(1, Int(turn / min(60, max(15, turn / 4))))
      later = turn / Double(cuts)
      first = later
      maximum = later
    case .byYield, .equalFromShort:
      // The first sweep takes seconds, or a third of a short session. A target with a process of
      // its own need not alternate.
      maximum = targets <= jobs ? 300 : 60
      first = min(Double(Schedule.minimumLength), fair / 3)
      later = min(maximum, max(5, fair / 4))
    }
    halfLife = min(600, max(30, fair / 4))
  }

  /// Length of the next slice of a target.
  ///
  /// - Parameters:
  ///   - turns: Slices that the target has had.
  ///   - startUp: Seconds that its process took to read the corpus.
  func next(after turns: Int, startUp: Double) -> Double {
    guard turns > 0 else { return first }
    let grown = first * Double(1 << min(turns, 16))
    return max(min(later, grown), min(maximum, startUp * Schedule.startUpFactor))
  }
}
