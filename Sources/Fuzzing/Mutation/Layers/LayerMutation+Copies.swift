internal import StableNumbers

extension LayerMutation {
  /// Ends of records and pieces, by which similar parts of a text stand beside each other.
  private static let separators: [UInt8] = [0x0A, 0x20, 0x3B, 0x2C, 0x26, 0x7C, 0x3E, 0x7D]

  /// Counts at which a field of some width overflows, and the next.
  private static let counts = [2, 3, 5, 9, 17, 33, 65, 129, 257]

  static let copies: [LayerMutation] = [
    LayerMutation("copy-token") { tokens, random in
      guard let one = tokens.any(&random), let other = tokens.any(&random) else { return nil }
      return replacing(tokens.bytes, other, with: tokens.bytes[one])
    },
    LayerMutation("copy-named-value") { tokens, random in
      // A value of one name to another place that has the same name.
      guard let one = tokens.any(&random), let name = tokens.name(before: one) else { return nil }
      let others = tokens.ranges.filter { range in
        range != one && tokens.name(before: range)?.elementsEqual(name) == true
      }
      guard let other = random.pick(others) else { return nil }
      let text =
        random.once(in: 3)
        ? encoded(tokens.bytes[one], &random) : Array(tokens.bytes[one])
      return replacing(tokens.bytes, other, with: text)
    },
    LayerMutation("swap-tokens") { tokens, random in
      guard let one = tokens.any(&random), let other = tokens.any(&random), one != other else {
        return nil
      }
      let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
      let bytes = replacing(tokens.bytes, second, with: tokens.bytes[first])
      return replacing(bytes, first, with: tokens.bytes[second])
    },
    LayerMutation("double-piece") { tokens, random in
      guard let token = tokens.any(&random), let separator = random.pick(separators) else {
        return nil
      }
      let piece = tokens.piece(around: token.lowerBound, between: separator)
      guard piece.count < 1_024 else { return nil }
      // The copy differs in one token, or in nothing.
      var copy = Array(tokens.bytes[piece])
      if copy.last != separator { copy.insert(separator, at: 0) }
      if random.once(in: 2) {
        let inner = TextTokens(copy, &random)
        if let token = inner.any(&random) {
          let text =
            random.once(in: 2)
            ? encoded(copy[token], &random)
            : tokens.any(&random).map { Array(tokens.bytes[$0]) } ?? []
          copy = replacing(copy, token, with: text)
        }
      }
      return replacing(tokens.bytes, piece.upperBound..<piece.upperBound, with: copy)
    },
    LayerMutation("swap-pieces") { tokens, random in
      guard let token = tokens.any(&random), let separator = random.pick(separators) else {
        return nil
      }
      let one = tokens.piece(around: token.lowerBound, between: separator)
      guard one.upperBound < tokens.bytes.count else { return nil }
      let other = tokens.piece(around: one.upperBound, between: separator)
      guard one.count + other.count < 2_048 else { return nil }
      return replacing(
        tokens.bytes, one.lowerBound..<other.upperBound,
        with: tokens.bytes[other] + tokens.bytes[one])
    },
    LayerMutation("same-change-twice") { tokens, random in
      guard let token = tokens.any(&random) else { return nil }
      let old = Array(tokens.bytes[token])
      let text =
        random.once(in: 2)
        ? encoded(old[...], &random) : tokens.any(&random).map { Array(tokens.bytes[$0]) } ?? []
      var bytes = tokens.bytes
      for range in tokens.ranges.reversed() where tokens.bytes[range].elementsEqual(old) {
        bytes = replacing(bytes, range, with: text)
        if bytes.count > tokens.bytes.count + 4_096 { return nil }
      }
      return bytes
    },
    LayerMutation("many-of-a-piece") { tokens, random in
      // Copies of a piece with numbered names, as many as no longer fit a width.
      guard let token = tokens.any(&random), let separator = random.pick(separators),
        let count = random.pick(counts)
      else { return nil }
      let piece = tokens.piece(around: token.lowerBound, between: separator)
      guard piece.count * count < 16_384 else { return nil }
      let tail = Array(tokens.bytes[token.upperBound..<max(token.upperBound, piece.upperBound)])
      let head = Array(tokens.bytes[min(piece.lowerBound, token.lowerBound)..<token.upperBound])
      var copies: [UInt8] = []
      for number in 0..<count {
        if copies.last != separator, !tail.contains(separator) { copies.append(separator) }
        copies += head + Array("\(number)".utf8) + tail
      }
      return replacing(tokens.bytes, piece.upperBound..<piece.upperBound, with: copies)
    },
    LayerMutation("lengthen-run") { tokens, random in
      // The last byte of a token, or the separator behind it, at and beside the widths of words.
      guard let token = tokens.any(&random), let end = tokens.bytes[token].indices.last else {
        return nil
      }
      let last = random.once(in: 3) ? min(end + 1, tokens.bytes.count - 1) : end
      let count = [7, 8, 15, 16, 63, 64, 127, 128, 255, 256, 1_023, 1_024][random.below(12)]
      return replacing(
        tokens.bytes, last + 1..<last + 1,
        with: repeatElement(tokens.bytes[last], count: count))
    },
  ]
}
