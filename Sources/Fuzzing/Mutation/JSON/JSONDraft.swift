internal import StableNumbers

/// JSON text during a mutation: its bytes and their outline.
struct JSONDraft {
  var bytes: [UInt8]
  let outline: JSONOutline
  var random: SplitMix64
  /// Maximum size of the result in bytes.
  let limit: Int

  init(_ bytes: [UInt8], random: SplitMix64, limit: Int) {
    self.bytes = bytes
    outline = JSONOutline(bytes)
    self.random = random
    self.limit = limit
  }

  mutating func anyValue() -> JSONOutline.Value? { random.pick(outline.values) }

  mutating func any(_ kinds: JSONOutline.Kind...) -> Int? {
    random.pick(outline.values.indices.filter { kinds.contains(outline.values[$0].kind) })
  }

  func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  mutating func replace(_ range: Range<Int>, with text: some Collection<UInt8>) {
    bytes.replaceSubrange(range, with: text)
  }

  mutating func pick(_ words: [String]) -> [UInt8] { Array((random.pick(words) ?? "").utf8) }

  /// Inserts a member or an element at the start of a container, with a comma if necessary.
  mutating func insert(_ text: [UInt8], into container: Int) {
    let range = outline.values[container].range
    let isEmpty = !outline.values.contains { $0.parent == container }
    let place = range.lowerBound + 1
    guard place <= bytes.count else { return }
    replace(place..<place, with: text + (isEmpty ? [] : [0x2C]))
  }

  /// Inserts an element at the start of an array, or at its end, where readers check less.
  mutating func insertElement(_ text: [UInt8], into array: Int) {
    let range = outline.values[array].range
    let isEmpty = !outline.values.contains { $0.parent == array }
    let end = range.upperBound - 1
    guard random.once(in: 3), !isEmpty, range.contains(end), bytes[end] == 0x5D else {
      return insert(text, into: array)
    }
    replace(end..<end, with: [0x2C] + text)
  }

  // MARK: Generated values

  mutating func value() -> [UInt8] {
    switch random.below(9) {
    case 0, 1: number()
    case 2, 3: string()
    case 4: pick(["true", "false", "null", "NaN", "-Infinity", "tru", "Inf"])
    case 5: numbers([2, 3, 4, 9, 16][random.below(5)])
    case 6: pick(["[]", "{}", "[null]", "[\"a\",\"b\"]", "[\"a\",\"UCUM\",\"m\"]"])
    case 7: point()
    default: measurement()
    }
  }

  mutating func number() -> [UInt8] {
    random.once(in: 3)
      ? Array("\(random.below(20) - 5)".utf8) : random.pick(EdgeValues.numbers) ?? []
  }

  mutating func string() -> [UInt8] {
    [0x22]
      + pick([
        "", "1", "2", "a", "RAS", "LPS", "0", "defined", "undefined", "missing", "preview",
        "Fiducial", "Plane", "ROI", "Line", "Curve", "%N-%d", "%s", "%99999d", "%n", "\\u0000",
        "\\uD83D", "\\uDE00", "\\uD83D\\uDE00", "\\uD83D\\u0041", "\\n", "\\\\", "é", "mm",
        "markups-schema-v1.0.3.json#",
      ]) + [0x22]
  }

  /// Makes an array of `count` numbers, one of which may be another value.
  mutating func numbers(_ count: Int) -> [UInt8] {
    var items = (0..<count).map { _ in Array("\(random.below(9))".utf8) }
    if count > 0, random.once(in: 2) {
      items[random.below(count)] = random.once(in: 2) ? number() : pick(["null", "\"1\"", "[1]"])
    }
    return array(items)
  }

  /// Makes a control point with some of its members.
  mutating func point() -> [UInt8] {
    object(["id", "label", "position", "orientation", "positionStatus", "selected", "locked"])
  }

  mutating func measurement() -> [UInt8] {
    object(["name", "value", "units", "enabled", "description", "printFormat", "quantityCode"])
  }

  private mutating func object(_ names: [String]) -> [UInt8] {
    var members: [[UInt8]] = []
    for name in names where random.once(in: 2) { members.append(member(name)) }
    return [0x7B] + Array(members.joined(separator: [0x2C])) + [0x7D]
  }

  /// Makes a member of that name, mostly with a value of its kind.
  mutating func member(_ name: String) -> [UInt8] {
    let value =
      if random.once(in: 6) {
        self.value()
      } else {
        switch JSONWords.kinds[name] {
        case .flag: pick(["true", "false"])
        case .number: number()
        case .numbers(let count): numbers(count + (random.once(in: 8) ? 1 : 0))
        case .text, nil: string()
        case .words(let words): [0x22] + pick(words) + [0x22]
        case .points: array([point(), point()])
        case .measurements: array([measurement(), measurement()])
        case .code: pick(["[\"a\",\"UCUM\",\"m\"]", "[\"a\",\"b\"]", "[\"a\"]"])
        }
      }
    return Array("\"\(name)\":".utf8) + value
  }

  /// Name of a member of the object's kind, which follows from its other members; sometimes any
  /// name.
  mutating func memberName(for object: Int) -> String? {
    if random.once(in: 4) { return random.pick(JSONWords.names) }
    let names = outline.values.lazy.filter { $0.parent == object }.compactMap(\.key).prefix(16)
      .map { [bytes] in String(decoding: bytes[$0].dropFirst().dropLast(), as: UTF8.self) }
    let kind = JSONWords.objects.first { $0.typical.contains(where: names.contains) }
    return random.pick(kind?.members ?? JSONWords.names)
  }

  private func array(_ items: [[UInt8]]) -> [UInt8] {
    [0x5B] + Array(items.joined(separator: [0x2C])) + [0x5D]
  }
}
