internal import StableNumbers

extension LayerMutation {
  /// Ends of records that stand in lines or between marks.
  private static let ends: [UInt8] = [0x0A, 0x3B, 0x7C, 0x2C, 0x3E]

  /// Kind of a token by its bytes: what a reader would take for a value of the same sort.
  enum TokenKind: Equatable {
    case number, word, other

    init(_ text: ArraySlice<UInt8>) {
      if text.contains(where: { (0x30...0x39).contains($0) }),
        text.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x65].contains($0) })
      {
        self = .number
      } else {
        let isWord = text.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F }
        self = isWord ? .word : .other
      }
    }
  }

  static let siblings: [LayerMutation] = [
    LayerMutation("value-of-one-kind") { tokens, random in
      // A value of one field in another field whose value is of the same sort.
      guard let one = tokens.any(&random) else { return nil }
      let kind = TokenKind(tokens.bytes[one])
      let others = tokens.ranges.filter { $0 != one && TokenKind(tokens.bytes[$0]) == kind }
      guard let other = random.pick(others) else { return nil }
      let text = tokens.bytes[one]
      return replacing(
        tokens.bytes, other, with: random.once(in: 4) ? encoded(text, &random) : Array(text))
    },
    LayerMutation("name-and-value") { tokens, random in
      // A key as its value, a value as its key, or both exchanged.
      guard tokens.ranges.count >= 2 else { return nil }
      let place = random.below(tokens.ranges.count - 1)
      let (key, value) = (tokens.ranges[place], tokens.ranges[place + 1])
      let (one, two) = (tokens.bytes[key], tokens.bytes[value])
      func text(_ slice: ArraySlice<UInt8>) -> [UInt8] {
        random.once(in: 4) ? encoded(slice, &random) : Array(slice)
      }
      switch random.below(3) {
      case 0: return replacing(tokens.bytes, value, with: text(one))
      case 1: return replacing(tokens.bytes, key, with: text(two))
      default: return replacing(replacing(tokens.bytes, value, with: one), key, with: text(two))
      }
    },
    LayerMutation("piece-beside-similar") { tokens, random in
      // A record beside another one that begins with the same token or the same byte.
      guard let token = tokens.any(&random), let end = random.pick(ends) else { return nil }
      let piece = tokens.piece(around: token.lowerBound, between: end)
      guard piece.count < 1_024, let first = tokens.bytes[piece].first else { return nil }
      let alike = tokens.ranges.map { tokens.piece(around: $0.lowerBound, between: end) }
        .filter { $0 != piece && tokens.bytes[$0].first == first }
      guard let other = random.pick(alike) else { return nil }
      var text = Array(tokens.bytes[piece])
      if text.last != end { text.append(end) }
      let place = random.once(in: 2) ? other.lowerBound : other.upperBound
      return replacing(tokens.bytes, place..<place, with: text)
    },
    LayerMutation("reverse-pieces") { tokens, random in
      // A run of records in the opposite order.
      guard let token = tokens.any(&random), let end = random.pick(ends) else { return nil }
      var pieces = [tokens.piece(around: token.lowerBound, between: end)]
      while let last = pieces.last, pieces.count < 2 + random.below(6),
        last.upperBound < tokens.bytes.count
      {
        pieces.append(tokens.piece(around: last.upperBound, between: end))
      }
      guard pieces.count > 1, let first = pieces.first, let last = pieces.last,
        tokens.bytes[last].last == end, last.upperBound - first.lowerBound < 4_096
      else { return nil }
      return replacing(
        tokens.bytes, first.lowerBound..<last.upperBound,
        with: pieces.reversed().flatMap { tokens.bytes[$0] })
    },
  ]
}
