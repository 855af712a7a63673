/// Folds repeated runs of frames: a stack overflow at depth 900 and at 1,200 is one crash.
enum Recursion {
  /// Maximum length of a cycle.
  static let maximumPeriod = 16

  /// The stack without runs that repeat the run before them, to a fixpoint, and the functions of
  /// the first repeated run. O(frames × period²), on numbers.
  static func fold(_ frames: [StackFrame]) -> (frames: [StackFrame], cycle: [String]) {
    var numbers: [String: Int] = [:]
    var folded: [(frame: StackFrame, number: Int)] = []
    var cycle: [String] = []
    for frame in frames {
      let number = numbers[frame.function] ?? numbers.count
      numbers[frame.function] = number
      folded.append((frame, number))
      var period = 1
      while period <= maximumPeriod, 2 * period <= folded.count {
        let end = folded.count
        let repeats = (1...period).allSatisfy {
          folded[end - $0].number == folded[end - period - $0].number
        }
        if repeats {
          if cycle.isEmpty { cycle = folded.suffix(period).map(\.frame.function) }
          folded.removeLast(period)
          period = 0
        }
        period += 1
      }
    }
    return (folded.map(\.frame), canonical(cycle))
  }

  /// The cycle rotated so that the smallest name is first, whichever of its functions overflowed.
  private static func canonical(_ cycle: [String]) -> [String] {
    guard let smallest = cycle.min(), let start = cycle.firstIndex(of: smallest) else { return [] }
    return Array(cycle[start...] + cycle[..<start])
  }
}
