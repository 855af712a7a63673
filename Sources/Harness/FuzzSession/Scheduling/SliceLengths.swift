/// How long slices are, in seconds.
struct SliceLengths: Equatable, Sendable {
  /// The first slice of each target. Each further one is twice as long, up to `later`: what is soon found is found in
  /// the first seconds of a session, whichever target finds it.
  let first: Double
  /// The longest slice, unless the process takes long to start.
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
      // The first sweep is over in seconds, and takes a third of a short session. A target that shares a process with
      // no other has no reason to make room.
      longest = targets <= jobs ? 300 : 60
      first = min(Double(Schedule.shortest), fair / 3)
      later = min(longest, max(5, fair / 4))
    }
    halfLife = min(600, max(30, fair / 4))
  }

  /// What a target asks for that has had so many slices, and whose process took so long to start.
  func asked(after turns: Int, startUp: Double) -> Double {
    guard turns > 0 else { return first }
    let grown = first * Double(1 << min(turns, 16))
    return max(min(later, grown), min(longest, startUp * Schedule.startUpFactor))
  }
}
