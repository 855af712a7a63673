/// Order in which the changes of a group are tried: all together, then halves of a refused range,
/// level by level down to single changes, last ones first, since later parts depend on earlier
/// ones. A short refused range is tried one by one: usually each of its changes is needed.
///
/// `next` assumes that a trial is refused, so that many can be judged together; `accept` discards
/// the later trials.
struct Bisection {
  struct Trial {
    let range: Range<Int>
    fileprivate let head: Int
    fileprivate let count: Int
  }

  private var waiting: [Range<Int>]
  private var head = 0
  /// Maximum length of a range that is tried one by one.
  private let few: Int

  init(count: Int, few: Int = 4) {
    waiting = count > 0 ? [0..<count] : []
    self.few = few
  }

  /// Each change alone, from `start` on.
  init(alone count: Int, from start: Int) {
    waiting = start < count ? (start..<count).map { $0..<$0 + 1 } : []
    few = 1
  }

  mutating func next() -> Trial? {
    guard head < waiting.count else { return nil }
    let range = waiting[head]
    head += 1
    let trial = Trial(range: range, head: head, count: waiting.count)
    if range.count > 1, range.count <= few {
      for place in range.reversed() { waiting.append(place..<place + 1) }
    } else if range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      waiting.append(middle..<range.upperBound)
      waiting.append(range.lowerBound..<middle)
    }
    return trial
  }

  /// Records that the changes of `trial` are made; later trials are computed again.
  mutating func accept(_ trial: Trial) {
    head = trial.head
    waiting.removeLast(waiting.count - trial.count)
  }
}
