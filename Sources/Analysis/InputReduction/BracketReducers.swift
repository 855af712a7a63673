/// Deletes items of bracketed lists (JSON members and elements) with their commas, outermost first.
struct BracketItems: Reducer {
  private static let deepest = 32

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < Self.deepest else { return nil }
    let lists = BracketOutline(input).lists.filter { $0.depth == index }
    if lists.isEmpty { return nil }
    return ChangeGroup(count: lists.reduce(0) { $0 + $1.items.count }) { isMade in
      var out: [UInt8] = []
      var place = 0
      var number = 0
      for list in lists {
        out += input[place..<list.whole.lowerBound + 1]
        var isFirst = true
        for item in list.items {
          if !isMade[number] {
            if !isFirst { out.append(UInt8(ascii: ",")) }
            out += input[item]
            isFirst = false
          }
          number += 1
        }
        place = list.whole.upperBound - 1
      }
      return out + input[place...]
    }
  }
}

/// Replaces a list by one of its items.
struct BracketHoists: Reducer {
  private static let most = 256

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    let changes = BracketOutline(input).lists.prefix(Self.most).flatMap { list in
      list.items.prefix(Self.most).map { item in
        [Edit(list.whole, Array(input[Self.value(item, input)]))]
      }
    }
    return ChangeGroup(input, Array(changes.prefix(Self.most)), isExclusive: true)
  }

  /// The item after its key and colon, if it has them.
  private static func value(_ item: Range<Int>, _ input: [UInt8]) -> Range<Int> {
    var isQuoted = false
    for place in item {
      if input[place] == 0x22 { isQuoted.toggle() }
      if !isQuoted, [0x5B, 0x7B].contains(input[place]) { return item }
      if !isQuoted, input[place] == 0x3A { return place + 1..<item.upperBound }
    }
    return item
  }
}

/// Bracketed lists and their items, found leniently in text that resembles JSON. One pass, no
/// recursion.
struct BracketOutline {
  struct List {
    /// Range including the brackets.
    var whole: Range<Int>
    let depth: Int
    var items: [Range<Int>]
  }

  /// Lists by their opening brackets; unclosed ones are left out.
  private(set) var lists: [List] = []
  private static let most = 1 << 16

  init(_ input: [UInt8]) {
    var open: [(list: Int, item: Int)] = []
    var isClosed: [Bool] = []
    var isQuoted = false
    var place = 0
    while place < input.count {
      defer { place += 1 }
      let byte = input[place]
      if isQuoted {
        if byte == 0x5C { place += 1 }
        if byte == 0x22 { isQuoted = false }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x5B, 0x7B:
        guard lists.count < Self.most else { return }
        lists.append(List(whole: place..<place + 1, depth: open.count, items: []))
        isClosed.append(false)
        open.append((lists.count - 1, place + 1))
      case 0x2C:
        guard let last = open.last else { continue }
        lists[last.list].items.append(last.item..<place)
        open[open.count - 1].item = place + 1
      case 0x5D, 0x7D:
        guard let last = open.popLast() else { continue }
        if place > last.item { lists[last.list].items.append(last.item..<place) }
        lists[last.list].whole = lists[last.list].whole.lowerBound..<place + 1
        isClosed[last.list] = true
      default: break
      }
    }
    lists = lists.indices.filter { isClosed[$0] }.map { lists[$0] }
  }
}
