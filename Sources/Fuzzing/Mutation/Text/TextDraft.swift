/// A text that is being changed: its bytes, and what its format knows of pieces.
struct TextDraft {
  var bytes: [UInt8]
  let format: TextFormat
  var random: MutationRandom
  /// Most bytes that the result may have.
  let limit: Int

  init(_ bytes: [UInt8], _ format: TextFormat, random: MutationRandom, limit: Int) {
    self.bytes = bytes
    self.format = format
    self.random = random
    self.limit = limit
  }

  // MARK: Pieces

  /// The pieces of `range` at a level, empty ones included.
  func pieces(of range: Range<Int>, at level: Int) -> [Range<Int>] {
    let separators = format.separators[level]
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where separators.contains(bytes[place]) {
      pieces.append(start..<place)
      start = place + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// Siblings of some piece, and its number among them. Deeper levels come as often as outer ones.
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

  /// A record and the separator behind it.
  mutating func anyRecord() -> Range<Int> {
    let pieces = pieces(of: 0..<bytes.count, at: 0)
    let range = pieces[random.below(pieces.count)]
    return range.lowerBound..<min(range.upperBound + 1, bytes.count)
  }

  // MARK: What to put in

  mutating func pick(_ words: [String]) -> [UInt8] { Array((random.pick(words) ?? "").utf8) }

  mutating func word() -> [UInt8] { random.pick(format.words) ?? [] }

  mutating func number() -> [UInt8] { random.pick(TextFormat.numbers) ?? [] }

  mutating func plainNumber() -> [UInt8] { Array("\(random.below(8))".utf8) }

  /// A word of the format, a number, bytes of the text, or a record.
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
