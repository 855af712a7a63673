import SceneModel

extension SceneMutator {
  private static let odd = [
    "", "0", "1", "-1", "2", "007", "+1", "1.5", "nan", "inf", "1e999", "0x10", "2147483648",
    "true",
    "True", "false", "abc", " x y ", "a;b", "a:b;c:d", "a|b", "%2520", "%3B", "1 2", "1 2 3",
    "1 0 0 0 1 0 0 0 1", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "<&>\"'", "é", "a\nb", "NULL",
    "../x", "/x", "~/x", "C:\\x", "http://host/x", "vtkMRMLModelNode1", "Red", "[br]", "{k=v}",
  ]

  /// Another text for a value.
  mutating func oddValue(_ value: [UInt8], of kind: ValueKind? = nil) -> [UInt8] {
    if case .enumeration(let enumeration) = kind, random.below(2) == 0 {
      return Array(random.pick(enumeration.strings).utf8)
    }
    switch random.below(5) {
    case 0: return Array(random.pick(Self.odd).utf8)
    case 1: return value + Array(random.pick(Self.odd).utf8)
    case 2: return Array(value.prefix(random.below(value.count + 1)))
    case 3:
      // One word is replaced.
      var words = value.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init)
      words[random.below(words.count)] = Array(random.pick(Self.odd).utf8)
      return Array(words.joined(separator: [0x20]))
    default:
      return value.isEmpty ? Array("x".utf8) : Array(value.dropFirst(random.below(value.count)))
    }
  }

  /// References to other nodes, to none, without a colon, with properties, twice.
  mutating func bendReferences(_ text: inout SceneText, _ start: Int) {
    let other = random.pick(text.starts)
    var id = Array("gone".utf8)
    if case .start(_, let theirs) = text.tags[other],
      let own = theirs.first(where: { $0.name.elementsEqual("id".utf8) })
    {
      id = own.value
    }
    let role = random.pick(["display", "storage", "transform", "r", "", "unit/length", "a b"])
    let shape = random.pick([
      "ROLE:ID;", "ROLE:ID ID;", "ROLE;ID:x;", "ROLE:ID {a=b,c=%20};", "ROLE:;", ";ROLE:ID",
    ])
    let piece = shape.split(separator: "ID", omittingEmptySubsequences: false)
      .map { Array($0.replacing("ROLE", with: role).utf8) }.joined(separator: id)
    let name = Array("references".utf8)
    let isFront = random.below(2) == 0
    text.change(start) { attributes in
      if let place = attributes.firstIndex(where: { $0.name == name }) {
        attributes[place].value =
          isFront ? piece + attributes[place].value : attributes[place].value + piece
      } else {
        attributes.append(.init(name: name, value: Array(piece)))
      }
    }
  }

  /// A byte changed, dropped or added, a piece doubled or cut off.
  mutating func changeBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(5) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(random.pick(Array("<>&\"'/= ;".utf8)), at: place)
    case 3:
      let piece = bytes[place..<min(place + 1 + random.below(64), bytes.count)]
      bytes.insert(contentsOf: Array(piece), at: random.below(bytes.count))
    default: bytes.removeSubrange(place...)
    }
  }
}

/// Steele, Lea and Flood's SplitMix64: small, and the same on every platform.
struct MutationRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// One of some things, of which there is at least one.
  mutating func pick<Things: RandomAccessCollection>(_ things: Things) -> Things.Element {
    things[things.index(things.startIndex, offsetBy: below(things.count))]
  }
}
