internal import StableNumbers

/// Text during a mutation: its bytes and its format.
struct TextDraft {
  var bytes: [UInt8]
  let format: TextFormat
  var random: SplitMix64
  /// Maximum size of the result in bytes.
  let limit: Int

  init(_ bytes: [UInt8], _ format: TextFormat, random: SplitMix64, limit: Int) {
    self.bytes = bytes
    self.format = format
    self.random = random
    self.limit = limit
  }

  // MARK: Pieces

  /// Pieces of `range` at a level, including empty ones.
  func pieces(of range: Range<Int>, at level: Int) -> [Range<Int>] {
    let separators = ByteSet(format.separators[level])
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where separators.contains(bytes[place]) {
      pieces.append(start..<place)
      start = place + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// Draws a piece: its siblings and its index. All levels have equal probabilities.
  mutating func anyPiece() -> (siblings: [Range<Int>], index: Int) {
    var range = 0..<bytes.count
    let depth = random.below(format.separators.count)
    for level in 0...depth {
      let pieces = pieces(of: range, at: level)
      let index = random.below(pieces.count)
      if level == depth { return (pieces, index) }
      range = pieces[index]
    }
    return ([range], 0)
  }

  /// Draws a record, with the separator after it.
  mutating func anyRecord() -> Range<Int> {
    let pieces = pieces(of: 0..<bytes.count, at: 0)
    let range = pieces[random.below(pieces.count)]
    return range.lowerBound..<min(range.upperBound + 1, bytes.count)
  }

  // MARK: Generated text

  mutating func pick(_ words: [String]) -> [UInt8] { Array((random.pick(words) ?? "").utf8) }

  mutating func word() -> [UInt8] { random.pick(format.words) ?? [] }

  mutating func number() -> [UInt8] { random.pick(EdgeValues.numbers) ?? [] }

  mutating func plainNumber() -> [UInt8] { Array("\(random.below(8))".utf8) }

  /// Makes a word of the format, a number, a record, or a copy of a piece.
  mutating func anything() -> [UInt8] {
    switch random.below(6) {
    case 0, 1: return word()
    case 2: return number()
    case 3: return plainNumber()
    case 4: return format.record(&self)
    default:
      let (siblings, index) = anyPiece()
      return Array(bytes[siblings[index]])
    }
  }

  mutating func separator() -> UInt8 {
    let level = format.separators[random.below(format.separators.count)]
    return level[random.below(level.count)]
  }

  mutating func replace(_ range: Range<Int>, with text: some Collection<UInt8>) {
    bytes.replaceSubrange(range, with: text)
  }
}
