/// How long slices are, in seconds.
struct SliceLengths: Equatable, Sendable {
  /// The first slice of each target.
  let first: Double
  /// Those after it, unless the process takes long to start.
  let later: Double
  /// No slice is longer.
  let longest: Double
  /// After this much process time of a target what it found counts half.
  let halfLife: Double

  init(targets: Int, jobs: Int, seconds: Double, sharing: TimeSharing) {
    let (targets, jobs) = (max(targets, 1), max(jobs, 1))
    let fair = seconds * Double(jobs) / Double(targets)
    switch sharing {
    case .equal:
      // A sweep gives every target one turn; the turns of a sweep are cut so that targets take turns every so often.
      let turn = seconds / Double((targets + jobs - 1) / jobs)
      let cuts = max(1, Int(turn / min(60, max(15, turn / 4))))
      later = turn / Double(cuts)
      first = later
      longest = later
    case .byYield:
      // The first sweep takes a third of a short session, and is soon over in a long one. A target that shares a
      // process with no other has no reason to make room.
      longest = targets <= jobs ? 300 : 60
      first = min(15, fair / 3)
      later = min(longest, max(5, fair / 4))
    }
    halfLife = min(600, max(30, fair / 4))
  }
}
