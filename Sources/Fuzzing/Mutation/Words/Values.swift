internal import SceneModel

extension SceneDraft {
  /// Makes a value for an attribute of this kind, valid or almost valid.
  ///
  /// One in four is a word or an edge of the kind, each of which `KindValues` lists.
  mutating func value(of kind: ValueKind) -> [UInt8] {
    if random.once(in: 4), let value = random.pick(KindValues.all(of: kind)) { return value }
    return switch kind {
    case .bool: pick(["true", "false", "1", "True", ""])
    case .int, .float, .atoi, .atof, .stream: number()
    case .vector(_, let count): numbers(about: count)
    case .numberList: numbers(about: random.below(6))
    case .enumeration(let known), .enumerationOrNumber(let known),
      .looseEnumeration(let known, else: _):
      word(of: known)
    case .stringList, .barList, .words, .keyValueWords: list()
    case .nodeID, .nodeIDs: identifiers()
    case .path:
      switch random.below(8) {
      case 0: [UInt8](repeating: 0x61, count: min(4_096, limit / 2))
      case 1, 2, 3: pathOfParts()
      default: random.pick(Words.paths) ?? []
      }
    case .uri: random.pick(Words.addresses) ?? []
    case .format:
      switch random.below(8) {
      case 0: long(0x25)
      case 1: long(0x61) + (random.once(in: 2) ? random.pick(Words.formats) ?? [] : [])
      default: random.pick(Words.formats) ?? []
      }
    case .record(let record): self.record(record)
    case .labels, .levels, .lines: list()
    // Kinds that are read as plain text.
    default: anyText()
    }
  }

  /// Makes a path of folders, parent components, escapes, drives and home folders.
  mutating func pathOfParts() -> [UInt8] {
    var path: [UInt8] = []
    if random.once(in: 4) {
      // More parent components than folders.
      path = pick(["a", "Data", "a/b", "%20", "."])
      for _ in 0..<(1 + random.below(5)) { path += pick(["/..", "/..", "/..", "\\..", "/./.."]) }
      return path + pick(["", "/x", "/x.mrml"])
    }
    for place in 0..<(1 + random.below(5)) {
      if place > 0 { path += pick(["/", "/", "/", "\\", "//"]) }
      path += pick(["..", "..", ".", "a", "Data", "~", "C:", "%20", "%2520", "%25", "", "x.mrml"])
    }
    return path
  }

  mutating func pick(_ words: [String]) -> [UInt8] { Array((random.pick(words) ?? "").utf8) }

  mutating func number() -> [UInt8] {
    random.once(in: 2)
      ? Array("\(random.below(200) - 100)".utf8) : random.pick(EdgeValues.numbers) ?? []
  }

  /// Makes `count` numbers, or none, one fewer, one more, three times as many; one of them may be
  /// an edge value.
  mutating func numbers(about count: Int) -> [UInt8] {
    let wanted =
      switch random.below(8) {
      case 0: 0
      case 1: max(count - 1, 0)
      case 2: count + 1
      case 3: count * 3
      default: count
      }
    var out: [UInt8] = []
    let odd = random.once(in: 2) ? random.below(max(wanted, 1)) : -1
    for index in 0..<wanted {
      if index > 0 { out.append(0x20) }
      out +=
        index == odd ? random.pick(EdgeValues.numbers) ?? [] : Array("\(random.below(20))".utf8)
    }
    if random.once(in: 6) { out.append(0x20) }
    return out
  }

  private mutating func word(of known: Enumeration) -> [UInt8] {
    switch random.below(4) {
    case 0: pick(["", "None", " none", "-1", "99"])
    case 1: Array((random.pick(known.strings) ?? "").lowercased().utf8)
    default: Array((random.pick(known.strings) ?? "").utf8)
    }
  }

  private mutating func list() -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<random.below(5) {
      out += random.pick(Words.names) ?? []
      out += pick([";", "|", " ", ":", "=", "^", "%3B", ",", ";;"])
    }
    return out
  }

  /// Makes a list of identifiers, of existing and of missing nodes.
  mutating func identifiers() -> [UInt8] {
    var out: [UInt8] = []
    for index in 0..<(1 + random.below(3)) {
      if index > 0 { out.append(0x20) }
      out += identifier()
    }
    return out
  }

  mutating func identifier() -> [UInt8] {
    if let known = random.pick(outline.identified), !random.once(in: 4) {
      return Array(text(known.value))
    }
    if random.once(in: 3) { return random.pick(Words.names) ?? [] }
    let item = Words.classes[random.below(Words.classes.count)]
    return item.className + Array("\(1 + random.below(3))".utf8)
  }

  mutating func anyText() -> [UInt8] {
    switch random.below(6) {
    case 0: long(0x78)
    case 1: random.pick(EdgeValues.numbers) ?? []
    case 2: pick(["&amp;", "&#10;", "&#x10FFFF;", "&e;", "]]>", "&lt;a&gt;", "&#9; &#13;"])
    default: random.pick(Words.names) ?? []
    }
  }

  mutating func long(_ byte: UInt8) -> [UInt8] {
    [UInt8](repeating: byte, count: min(random.length(), max(limit / 2, 0)))
  }

  // MARK: Records

  private mutating func record(_ record: ValueKind.Record) -> [UInt8] {
    switch record {
    case .references: references()
    case .colors: colors()
    case .piecewiseFunction: counted(2)
    case .colorTransferFunction: counted(4)
    case .customAttributes:
      pick([
        "a:b;c:d", "a", ":b", ";;", "LabelMap:1", "a:%253B%25", "SubjectHierarchyVersion:2",
        "a:b:c",
      ])
    case .segmentDisplayProperties:
      pick(["S1 OverrideColorR:1 Visible:true|", "|", "S1", " Opacity3D:nan|S2 Pickable:x"])
    case .indexValues: identifier() + pick([":1;", ":;", ";", ":1;x:2"])
    case .synchronization: pick(["a b c", "a", "Playback true", " "])
    case .windowLevelPreset: pick(["100|50", "|", "1", "1|2|3", "nan|inf"])
    case .parameter: pick(["name value", "name", " value", "a%20b c"])
    }
  }

  /// Makes references (`role:id id {key=value};…`), with mistakes at its delimiters.
  mutating func references() -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<(1 + random.below(4)) {
      switch random.below(10) {
      case 0: out += Array(";".utf8)
      case 1: out += Array(":".utf8) + identifier() + Array(";".utf8)
      case 2: out += identifier() + Array(";".utf8)
      case 3: out += (random.pick(Words.roles) ?? []) + pick([":{a=b} ", ":}{ ", ":{=,%3D=%25} "])
      default:
        out += (random.pick(Words.roles) ?? []) + [0x3A] + identifiers()
        if random.once(in: 4) { out += pick([" {k=v,w}", " {k=%3B}", " {", " }k{"]) }
        out.append(0x3B)
      }
    }
    return out
  }

  /// Makes colors (`index 'name' r g b a …`).
  private mutating func colors() -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<(1 + random.below(3)) {
      out += number() + [0x20] + pick(["'red_one'", "''", "'''", "'", "x", "'a b'"]) + [0x20]
      out += numbers(about: 4) + [0x20]
    }
    return out
  }

  /// Makes a count, then numbers: as many, fewer, or far fewer than the count.
  private mutating func counted(_ each: Int) -> [UInt8] {
    let points = random.below(4)
    let count =
      random.once(in: 2)
      ? Array("\(points * each)".utf8)
      : pick(["-1", "0", "\(points * each + 1)", "1000000000", "2147483647", "x"])
    return count + [0x20] + numbers(about: points * each)
  }
}
