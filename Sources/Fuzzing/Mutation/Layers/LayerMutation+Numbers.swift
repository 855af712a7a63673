internal import StableNumbers

extension LayerMutation {
  private static let widths = [4, 7, 8, 15, 16, 24, 31, 32, 53, 62]

  /// Numbers at and next to the edge of a width, or the sum of such an edge and `number`, which is
  /// the same number for a reader of that width.
  static func edge(near number: Int?, _ random: inout SplitMix64) -> [UInt8] {
    let edge = 1 << (random.pick(widths) ?? 8)
    let value =
      switch random.below(8) {
      case 0: 0
      case 1: -1
      case 2: -edge
      case 3, 4: edge &+ (number ?? 0)
      default: edge &+ [-1, 0, 1][random.below(3)]
      }
    if value >= 0, random.once(in: 6) { return Array("0x\(String(value, radix: 16))".utf8) }
    return Array("\(value)".utf8)
  }

  static let numbers: [LayerMutation] = [
    LayerMutation("edge-of-width") { tokens, random in
      let token = tokens.anyNumber(&random) ?? tokens.any(&random)
      guard let token else { return nil }
      let number = TextTokens.number(tokens.bytes[token])
      return replacing(tokens.bytes, token, with: edge(near: number, &random))
    },
    LayerMutation("number-of-another") { tokens, random in
      // Equal to another number of the text, one less or more, its negative, or equal to it for a
      // reader of some width.
      guard let one = tokens.anyNumber(&random), let other = tokens.anyNumber(&random),
        let number = TextTokens.number(tokens.bytes[one])
      else { return nil }
      let value =
        switch random.below(6) {
        case 0: number &- 1
        case 1: number &+ 1
        case 2: 0 &- number
        case 3: number &+ 1 << (random.pick(widths) ?? 8)
        default: number
        }
      return replacing(tokens.bytes, other, with: "\(value)".utf8)
    },
    LayerMutation("other-sign") { tokens, random in
      let reals = tokens.ranges.filter { TokenKind(tokens.bytes[$0]) == .number }
      guard let token = random.pick(reals) else { return nil }
      let text = tokens.bytes[token]
      return replacing(
        tokens.bytes, token, with: text.first == 0x2D ? Array(text.dropFirst()) : [0x2D] + text)
    },
    LayerMutation("more-digits") { tokens, random in
      // Digits at which fast paths of number readers end, before and after the point.
      guard let token = tokens.anyNumber(&random) else { return nil }
      let digits = (0..<[8, 9, 15, 16, 17, 19, 20][random.below(7)]).map { _ in
        UInt8(0x31 + random.below(9))
      }
      return replacing(
        tokens.bytes, token, with: random.once(in: 2) ? digits + [0x2E, 0x35] : digits)
    },
  ]
}
