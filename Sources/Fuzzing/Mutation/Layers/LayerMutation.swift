internal import StableNumbers

/// Mutation of a text of any format, by its tokens alone: other encodings of a token, copies with a
/// purpose, numbers at the edges of widths, and counts at the edges of widths.
///
/// Each is linear in the input and draws from the seed alone.
package struct LayerMutation: Sendable {
  /// Stable name for tests and reports.
  package let name: String
  /// Returns a changed copy, or nil where the mutation does not apply. The result may be too long.
  let change: @Sendable (TextTokens, inout SplitMix64) -> [UInt8]?

  init(
    _ name: String, _ change: @escaping @Sendable (TextTokens, inout SplitMix64) -> [UInt8]?
  ) {
    self.name = name
    self.change = change
  }

  /// Applies the mutation; nil when it does not apply, or the result would be longer than `limit`.
  package func apply(to bytes: [UInt8], seed: UInt64, limit: Int) -> [UInt8]? {
    var random = SplitMix64(seed: seed)
    let tokens = TextTokens(bytes, &random)
    guard let result = change(tokens, &random), result.count <= limit, result != bytes else {
      return nil
    }
    return result
  }

  /// Every mutation, with equal probabilities.
  package static let all = encodings + copies + aliases + lists + siblings + numbers

  static func replacing(
    _ bytes: [UInt8], _ range: Range<Int>, with text: some Sequence<UInt8>
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    out += bytes[..<range.lowerBound]
    out += text
    out += bytes[range.upperBound...]
    return out
  }

  /// `text` in one or two layers. The second is the same once more as often as not, where a layer
  /// can be applied to its own result.
  static func encoded(_ text: ArraySlice<UInt8>, _ random: inout SplitMix64) -> [UInt8] {
    let layer = random.pick(EncodingLayer.allCases) ?? .otherCase
    let out = layer.apply(to: text, &random)
    guard random.once(in: 3) else { return out }
    let again = random.once(in: 2) ? layer.again : nil
    return (again ?? random.pick(EncodingLayer.allCases) ?? .otherCase).apply(to: out[...], &random)
  }
}

extension LayerMutation {
  static let encodings: [LayerMutation] = [
    LayerMutation("encode-token") { tokens, random in
      guard let token = tokens.any(&random) else { return nil }
      return replacing(tokens.bytes, token, with: encoded(tokens.bytes[token], &random))
    },
    LayerMutation("encode-separator") { tokens, random in
      // The byte that ends a token, so that two tokens become one for a reader that decodes late.
      guard let token = tokens.any(&random), token.upperBound < tokens.bytes.count else {
        return nil
      }
      let range = token.upperBound..<token.upperBound + 1
      return replacing(tokens.bytes, range, with: encoded(tokens.bytes[range], &random))
    },
    LayerMutation("encode-line") { tokens, random in
      guard let token = tokens.any(&random) else { return nil }
      let line = tokens.piece(around: token.lowerBound, between: 0x0A)
      guard line.count < 256 else { return nil }
      return replacing(tokens.bytes, line, with: encoded(tokens.bytes[line], &random))
    },
    LayerMutation("token-of-layers") { tokens, random in
      // Two tokens that differ in their encoding only, beside each other or in two places.
      guard let one = tokens.any(&random), let other = tokens.any(&random) else { return nil }
      return replacing(tokens.bytes, other, with: encoded(tokens.bytes[one], &random))
    },
  ]
}
