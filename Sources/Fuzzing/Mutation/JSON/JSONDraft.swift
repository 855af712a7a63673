/// A JSON text that is being changed: its bytes and their outline, made anew by each mutation.
struct JSONDraft {
  var bytes: [UInt8]
  let outline: JSONOutline
  var random: MutationRandom
  /// Most bytes that the result may have.
  let limit: Int

  init(_ bytes: [UInt8], random: MutationRandom, limit: Int) {
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

  /// Puts a member or an element into a container: in front, with the comma that it needs.
  mutating func insert(_ text: [UInt8], into container: Int) {
    let range = outline.values[container].range
    let isEmpty = !outline.values.contains { $0.parent == container }
    let place = range.lowerBound + 1
    guard place <= bytes.count else { return }
    replace(place..<place, with: text + (isEmpty ? [] : [0x2C]))
  }

  /// Puts an element in front of the others, or behind them, where readers look at less of it.
  mutating func insertElement(_ text: [UInt8], into array: Int) {
    let range = outline.values[array].range
    let isEmpty = !outline.values.contains { $0.parent == array }
    let end = range.upperBound - 1
    guard random.once(in: 3), !isEmpty, range.contains(end), bytes[end] == 0x5D else {
      return insert(text, into: array)
    }
    replace(end..<end, with: [0x2C] + text)
  }

  // MARK: What to put in

  /// A value of any kind.
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
      ? Array("\(random.below(20) - 5)".utf8) : random.pick(TextFormat.numbers) ?? []
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

  /// So many numbers in an array; one of them may be none.
  mutating func numbers(_ count: Int) -> [UInt8] {
    var items = (0..<count).map { _ in Array("\(random.below(9))".utf8) }
    if count > 0, random.once(in: 2) {
      items[random.below(count)] = random.once(in: 2) ? number() : pick(["null", "\"1\"", "[1]"])
    }
    return array(items)
  }

  /// A control point with some of its members.
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

  /// A member of a name, mostly with a value of the kind that it asks for.
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

  /// A name of a member that an object may have by those that it has; now and then any name.
  mutating func memberName(for object: Int) -> String? {
    if random.once(in: 4) { return random.pick(JSONWords.names) }
    let names = outline.values.lazy.filter { $0.parent == object }.compactMap(\.key).prefix(16)
      .map { [bytes] in String(decoding: bytes[$0].dropFirst().dropLast(), as: UTF8.self) }
    let kind = JSONWords.objects.first { $0.marks.contains(where: names.contains) }
    return random.pick(kind?.members ?? JSONWords.names)
  }

  private func array(_ items: [[UInt8]]) -> [UInt8] {
    [0x5B] + Array(items.joined(separator: [0x2C])) + [0x5D]
  }
}
