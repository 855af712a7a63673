internal import StableNumbers

extension LayerMutation {
  /// Mutations of names that occur more than once: one of two places that mean the same gets
  /// another spelling, or a third place gets it.
  static let aliases: [LayerMutation] = [
    LayerMutation("alias-of-repeated") { tokens, random in
      guard let token = repeated(tokens, &random) else { return nil }
      return replacing(tokens.bytes, token, with: encoded(tokens.bytes[token], &random))
    },
    LayerMutation("alias-for-another") { tokens, random in
      guard let token = repeated(tokens, &random), let other = tokens.any(&random) else {
        return nil
      }
      return replacing(tokens.bytes, other, with: encoded(tokens.bytes[token], &random))
    },
    LayerMutation("copy-value") { tokens, random in
      // A whole quoted value in place of another one, as it is or in another spelling.
      guard let one = quoted(tokens, &random), let other = quoted(tokens, &random), one != other
      else { return nil }
      let text = tokens.bytes[one]
      return replacing(
        tokens.bytes, other, with: random.once(in: 2) ? encoded(text, &random) : Array(text))
    },
    LayerMutation("copy-attribute") { tokens, random in
      // A name with its quoted value beside another one, with that value or one of its own.
      guard let value = quoted(tokens, &random), let place = quoted(tokens, &random),
        place.upperBound < tokens.bytes.count
      else { return nil }
      let bytes = tokens.bytes
      let first = max(0, value.lowerBound - 256)
      let name = bytes[first..<value.lowerBound].lastIndex { $0 <= 0x20 } ?? first
      var text = Array(bytes[name..<min(value.upperBound + 1, bytes.count)])
      if text.first.map({ $0 > 0x20 }) ?? true { text.insert(0x20, at: 0) }
      switch random.below(3) {
      case 0:
        let range = value.lowerBound - name..<value.upperBound - name
        text = replacing(text, range, with: encoded(bytes[value], &random))
      case 1:
        let range = value.lowerBound - name..<value.upperBound - name
        let other = quoted(tokens, &random) ?? value
        text = replacing(text, range, with: bytes[other])
      default: break
      }
      return replacing(bytes, place.upperBound + 1..<place.upperBound + 1, with: text)
    },
  ]

  /// A token that occurs in another place as well.
  private static func repeated(
    _ tokens: TextTokens, _ random: inout SplitMix64
  ) -> Range<Int>? {
    var places: [ArraySlice<UInt8>: Int] = [:]
    for range in tokens.ranges { places[tokens.bytes[range], default: 0] += 1 }
    return random.pick(tokens.ranges.filter { places[tokens.bytes[$0], default: 0] > 1 })
  }

  /// The inside of a quoted value around a token, of at most 1,024 bytes.
  private static func quoted(_ tokens: TextTokens, _ random: inout SplitMix64) -> Range<Int>? {
    let bytes = tokens.bytes
    for _ in 0..<4 {
      guard let token = tokens.any(&random) else { return nil }
      let low = max(0, token.lowerBound - 512)
      let high = min(bytes.count, token.upperBound + 512)
      guard
        let start = bytes[low..<token.lowerBound].lastIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let end = bytes[token.upperBound..<high].firstIndex(of: bytes[start])
      else { continue }
      return start + 1..<end
    }
    return nil
  }
}
