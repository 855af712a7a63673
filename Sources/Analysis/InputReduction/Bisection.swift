/// In which order the changes of a group are tried: all together, then the halves of what was refused, level by level
/// down to each alone, those at the end first, since what comes later leans on what came before. A few changes that were
/// refused together are tried one by one at once: most of the time each of them is needed by then.
///
/// `next` supposes that a trial is refused, so that many can be judged at once; `accept` takes back what followed.
struct Bisection {
  struct Trial {
    let range: Range<Int>
    fileprivate let head: Int
    fileprivate let count: Int
  }

  private var waiting: [Range<Int>]
  private var head = 0
  /// Ranges up to this long are not halved.
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

  /// The changes of `trial` are made: what was supposed after it is tried anew.
  mutating func accept(_ trial: Trial) {
    head = trial.head
    waiting.removeLast(waiting.count - trial.count)
  }
}
