internal import StableNumbers

/// A list of items inside a value or a line, such as the numbers of a matrix or the pairs of a
/// query.
struct ValueList {
  /// The text between two quotes, marks of markup or ends of lines.
  let span: Range<Int>
  /// The byte between two items.
  let separator: UInt8
  /// In order; one for a value without a separator.
  let items: [Range<Int>]

  /// Longer values are left alone, so that a mutation costs the same for each.
  static let maximumLength = 2_048
  private static let separators = Array(" ,;|&:/\t".utf8)

  /// The list around a token; nil where its value is too long.
  init?(_ tokens: TextTokens, around token: Range<Int>, _ random: inout SplitMix64) {
    let bytes = tokens.bytes
    var start = token.lowerBound
    while start > 0, !Self.isEnd(bytes[start - 1]) {
      start -= 1
      if token.lowerBound - start > Self.maximumLength { return nil }
    }
    var end = token.upperBound
    while end < bytes.count, !Self.isEnd(bytes[end]) {
      end += 1
      if end - start > Self.maximumLength { return nil }
    }
    span = start..<end
    // The items of the value by one of its separators, or of one that it could have.
    let present = Self.separators.filter { bytes[start..<end].contains($0) }
    guard let byte = random.pick(present) ?? random.pick(Self.separators) else { return nil }
    separator = byte
    var items: [Range<Int>] = []
    var first = start
    for index in start..<end where bytes[index] == byte {
      items.append(first..<index)
      first = index + 1
    }
    items.append(first..<end)
    self.items = items
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 || "\"'<>[]{}()".utf8.contains(byte)
  }
}

extension LayerMutation {
  /// Counts at which an index of some width overflows, and the next.
  private static let itemCounts = [2, 3, 5, 9, 17, 33, 65, 129, 257]

  /// Mutations of the items of a value: their number, order and names, and their edges.
  static let lists: [LayerMutation] = [
    LayerMutation("many-items") { tokens, random in
      // Copies of an item that differ in a number behind its first token.
      guard let token = tokens.any(&random),
        let list = ValueList(tokens, around: token, &random),
        let item = random.pick(list.items), let count = random.pick(itemCounts),
        (item.count + 4) * count < 16_384
      else { return nil }
      let text = Array(tokens.bytes[item])
      let name = text.firstIndex(where: TextTokens.separators.contains) ?? text.count
      var added: [UInt8] = []
      for number in 0..<count {
        added.append(list.separator)
        added += text[..<name] + Array("\(number)".utf8) + text[name...]
      }
      return replacing(tokens.bytes, item.upperBound..<item.upperBound, with: added)
    },
    LayerMutation("item-at-the-end") { tokens, random in
      // The first or the last item, where checks of one neighbour or of all but one go wrong.
      guard let token = tokens.any(&random), let list = ValueList(tokens, around: token, &random),
        let item = random.once(in: 3) ? list.items.first : list.items.last
      else { return nil }
      let text = tokens.bytes[item]
      let changed: [UInt8] =
        switch random.below(6) {
        case 0: text.first == 0x2D ? Array(text.dropFirst()) : [0x2D] + text
        case 1: Array("0".utf8)
        case 2: edge(near: TextTokens.number(text), &random)
        case 3: []
        case 4: random.pick(list.items).map { Array(tokens.bytes[$0]) } ?? []
        default: encoded(text, &random)
        }
      return replacing(tokens.bytes, item, with: changed)
    },
    LayerMutation("item-added-or-removed") { tokens, random in
      guard let token = tokens.any(&random), let list = ValueList(tokens, around: token, &random),
        let item = random.pick(list.items)
      else { return nil }
      if random.once(in: 2) {
        let other = random.pick(list.items) ?? item
        return replacing(
          tokens.bytes, item.upperBound..<item.upperBound,
          with: [list.separator] + tokens.bytes[other])
      }
      let end = min(item.upperBound + 1, list.span.upperBound)
      return replacing(tokens.bytes, item.lowerBound..<end, with: [])
    },
    LayerMutation("twin-item") { tokens, random in
      // A further item whose name or value differs from another one in its encoding only.
      guard let token = tokens.any(&random), let list = ValueList(tokens, around: token, &random),
        let item = random.pick(list.items), !item.isEmpty
      else { return nil }
      var text = Array(tokens.bytes[item])
      let inner = TextTokens(text, &random)
      if let part = inner.ranges.first, random.once(in: 2) {
        text = replacing(text, part, with: encoded(text[part], &random))
      } else {
        text = encoded(text[...], &random)
      }
      return replacing(
        tokens.bytes, item.upperBound..<item.upperBound, with: [list.separator] + text)
    },
    LayerMutation("items-in-other-order") { tokens, random in
      guard let token = tokens.any(&random), let list = ValueList(tokens, around: token, &random),
        list.items.count > 1
      else { return nil }
      var items = list.items.map { Array(tokens.bytes[$0]) }
      let (one, other) = (random.below(items.count), random.below(items.count))
      switch random.below(3) {
      case 0: items.reverse()
      case 1: items.swapAt(one, other)
      default: items.insert(items.remove(at: one), at: 0)
      }
      return replacing(
        tokens.bytes, list.span, with: Array(items.joined(separator: [list.separator])))
    },
  ]
}
