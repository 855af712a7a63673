/// One way to make an input smaller or plainer: finds parts, without regard to whether they are
/// needed.
protocol Reducer: Sendable {
  /// Group `index` of changes of the current input, coarse ones first; nil after the last. Linear
  /// in the input.
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup?
}

/// Changes of one input that may be combined.
struct ChangeGroup {
  let count: Int
  /// Whether the changes exclude each other, so that each is tried alone.
  let isExclusive: Bool
  /// Maximum changes that are tried one by one after they were refused together.
  var few = 4
  /// The input with the marked changes; nil when they give no input.
  let making: (_ isMade: [Bool]) -> [UInt8]?

  init(count: Int, isExclusive: Bool = false, making: @escaping ([Bool]) -> [UInt8]?) {
    self.count = count
    self.isExclusive = isExclusive
    self.making = making
  }

  /// Each change is one or more edits of `base`. Of two overlapping edits the first is applied.
  init(_ base: [UInt8], _ changes: [[Edit]], isExclusive: Bool = false) {
    self.init(count: changes.count, isExclusive: isExclusive) { isMade in
      Edit.apply(changes.indices.lazy.filter { isMade[$0] }.flatMap { changes[$0] }, to: base)
    }
  }
}

/// Replacement of a range of an input.
struct Edit {
  let range: Range<Int>
  let text: [UInt8]

  init(_ range: Range<Int>, _ text: [UInt8] = []) {
    self.range = range
    self.text = text
  }

  static func apply(_ edits: [Edit], to base: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(base.count)
    var place = 0
    let ordered = edits.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    for edit in ordered where edit.range.lowerBound >= place {
      out += base[place..<edit.range.lowerBound]
      out += edit.text
      place = edit.range.upperBound
    }
    return out + base[place...]
  }
}
