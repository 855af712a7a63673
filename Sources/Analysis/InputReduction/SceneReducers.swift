internal import Mutation

/// Deletes nodes together with the references to them.
struct SceneNodes: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    let outline = MarkupOutline(input)
    let uses = AttributeTokens(outline, input).places
    return ChangeGroup(
      input,
      outline.identified.compactMap { identified in
        let id = input[identified.value]
        guard !id.isEmpty, let places = uses[Array(id)] else { return nil }
        return [Edit(outline.elements[identified.element].whole)]
          + places.filter { $0.token != identified.value }.map { place in
            let attribute = outline.attributes[place.attribute]
            return Edit(attribute.value == place.token ? attribute.whole : place.token)
          }
      })
  }
}

/// Shortens each identifier to one letter, at all its places.
struct SceneIdentifiers: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    let uses = AttributeTokens(MarkupOutline(input), input).places
    let long = uses.filter { $0.key.count > 1 && $0.value.count > 1 }
      .sorted { $0.value[0].token.lowerBound < $1.value[0].token.lowerBound }
    var letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).filter { uses[[$0]] == nil }[...]
    return ChangeGroup(
      input,
      long.compactMap { use in
        guard let letter = letters.popFirst() else { return nil }
        return use.value.map { Edit($0.token, [letter]) }
      })
  }
}

/// Empties values, drops single items of lists, and makes numbers 0 or 1.
struct AttributeValues: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    let outline = MarkupOutline(input)
    switch index {
    case 0: return ChangeGroup(input, outline.attributes.map { [Edit($0.value)] })
    case 1: return ChangeGroup(input, outline.attributes.flatMap { Self.items($0.value, input) })
    case 2, 3:
      let digit = UInt8(ascii: index == 2 ? "0" : "1")
      return ChangeGroup(
        input,
        outline.attributes.flatMap { attribute in
          Self.numbers(attribute.value, input).map { [Edit($0, [digit])] }
        })
    default: return nil
    }
  }

  /// Each item with its separator, if there are several.
  private static func items(_ value: Range<Int>, _ input: [UInt8]) -> [[Edit]] {
    var items: [[Edit]] = []
    var start = value.lowerBound
    for place in value where [0x20, 0x2C, 0x3A, 0x3B, 0x7C].contains(input[place]) {
      items.append([Edit(start..<place + 1)])
      start = place + 1
    }
    if start < value.upperBound, !items.isEmpty { items.append([Edit(start..<value.upperBound)]) }
    return items
  }

  /// Digits with sign, point and exponent, of two bytes or more.
  private static func numbers(_ value: Range<Int>, _ input: [UInt8]) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    var start: Int?
    for place in value {
      let byte = input[place]
      let isPart = ASCIIClass.isDigit(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
      if isPart, start == nil { start = place }
      guard let first = start, !isPart || place + 1 == value.upperBound else { continue }
      let number = first..<(isPart ? place + 1 : place)
      if number.count > 1, number.contains(where: { ASCIIClass.isDigit(input[$0]) }) {
        numbers.append(number)
      }
      start = nil
    }
    return numbers
  }
}

/// Words of attribute values that resemble identifiers, by their text.
private struct AttributeTokens {
  private(set) var places: [[UInt8]: [(attribute: Int, token: Range<Int>)]] = [:]

  init(_ outline: MarkupOutline, _ input: [UInt8]) {
    for (number, attribute) in outline.attributes.enumerated() {
      var start = attribute.value.lowerBound
      for place in attribute.value.lowerBound...attribute.value.upperBound {
        let isEnd = place == attribute.value.upperBound || !Self.isPart(input[place])
        guard isEnd else { continue }
        if place > start {
          places[Array(input[start..<place]), default: []].append((number, start..<place))
        }
        start = place + 1
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCIIClass.isWord(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E
  }
}
