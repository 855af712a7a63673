/// Twenty bugs of the target `demo`, each of a different kind and in a function of its own.
///
/// A bug is live only while `SCENEFUZZ_DEMO_BUG` is its name. They show the way from a crash to a
/// regression test and back.
public enum DemoBug: String, CaseIterable, Sendable {
  case index, slice, lookup, unwrap, sum, product, narrow, divide, remainder, demand, refusal
  case cast, range, character, depth, turns, closure, generic, existential, property

  /// Triggers the bug on a list that declares more numbers than it has.
  func run(_ list: CountedList) throws(PropertyViolation) {
    switch self {
    case .index: Self.keep(list.numbers[list.declared - 1])
    case .slice: Self.keep(Self.firstOnes(list))
    case .lookup: Self.keep(Self.named(list))
    case .unwrap: Self.keep(Self.lastOfDeclared(list))
    case .sum: Self.keep(Self.total(list))
    case .product: Self.keep(Self.area(list))
    case .narrow: Self.keep(Self.countByte(list))
    case .divide: Self.keep(Self.mean(list))
    case .remainder: Self.keep(Self.rest(list))
    case .demand: Self.demandAll(list)
    case .refusal: Self.refuse(list)
    case .cast: Self.keep(Self.asNumber(list))
    case .range: Self.keep(Self.missing(list))
    case .character: Self.keep(Self.letter(list))
    case .depth: Self.keep(Self.nest(list, 1))
    case .turns: Self.keep(Self.there(list, 1))
    case .closure: Self.keep(Self.mapped(list))
    case .generic: Self.keep(Self.element(list.numbers, at: list.declared))
    case .existential: Self.keep(Self.element(ofAny: list, at: list.declared))
    case .property:
      try PropertyCheck.atMost(
        list.declared, list.present, property: "declared-is-present", place: "list")
    }
  }

  @inline(never) private static func keep<T>(_ value: T) { withExtendedLifetime(value) {} }
}

extension DemoBug {
  @inline(never) private static func firstOnes(_ list: CountedList) -> Int {
    list.numbers[..<list.declared].count
  }

  @inline(never) private static func named(_ list: CountedList) -> Int {
    let places = Dictionary(uniqueKeysWithValues: list.numbers.indices.map { ($0, $0 * 2) })
    return places[list.declared]!
  }

  @inline(never) private static func lastOfDeclared(_ list: CountedList) -> Int {
    list.numbers.indices.first { $0 == list.declared }!
  }

  @inline(never) private static func total(_ list: CountedList) -> UInt8 {
    var sum: UInt8 = 250
    for _ in 0..<(list.declared - list.present + 5) { sum += 1 }
    return sum
  }

  @inline(never) private static func area(_ list: CountedList) -> Int {
    (Int.max - list.declared) * (1 + list.declared - list.present)
  }

  @inline(never) private static func countByte(_ list: CountedList) -> Int {
    Int(UInt8(255 + list.declared - list.present))
  }

  @inline(never) private static func mean(_ list: CountedList) -> Int {
    list.numbers.reduce(0, &+) / max(0, list.present - list.declared)
  }

  @inline(never) private static func rest(_ list: CountedList) -> Int {
    list.declared % max(0, list.present - list.declared)
  }

  @inline(never) private static func demandAll(_ list: CountedList) {
    precondition(list.declared <= list.present, "numbers are missing")
  }

  @inline(never) private static func refuse(_ list: CountedList) {
    if list.declared > list.present { fatalError("the list is too short") }
  }

  @inline(never) private static func asNumber(_ list: CountedList) -> Int {
    let value: Any = list.declared > list.present ? "none" as Any : list.declared as Any
    return value as! Int
  }

  @inline(never) private static func missing(_ list: CountedList) -> Int {
    (list.declared..<list.present).count
  }

  @inline(never) private static func letter(_ list: CountedList) -> Character {
    let text = String(repeating: "x", count: list.present)
    return text[text.index(text.startIndex, offsetBy: list.declared)]
  }

  @inline(never) private static func nest(_ list: CountedList, _ depth: Int) -> Int {
    list.declared <= list.present ? 0 : depth &- nest(list, depth + 1)
  }

  @inline(never) private static func there(_ list: CountedList, _ depth: Int) -> Int {
    list.declared <= list.present ? depth : back(list, depth + 2) ^ depth
  }

  @inline(never) private static func back(_ list: CountedList, _ depth: Int) -> Int {
    list.declared <= list.present ? 1 : there(list, depth + 3) &* depth
  }

  @inline(never) private static func mapped(_ list: CountedList) -> [Int] {
    (0..<list.declared).map { list.numbers[$0] &+ 1 }
  }

  @inline(never) private static func element<C: RandomAccessCollection>(
    _ list: C, at index: Int
  ) -> C.Element where C.Index == Int {
    precondition(index < list.endIndex, "there is no such element")
    return list[index]
  }

  @inline(never) private static func element(ofAny list: any IndexedNumbers, at index: Int) -> Int {
    list.element(at: index)
  }
}

/// Existential through which the bug `existential` indexes a list.
private protocol IndexedNumbers {
  func element(at index: Int) -> Int
}

extension CountedList: IndexedNumbers {
  @inline(never) fileprivate func element(at index: Int) -> Int { numbers[index] }
}
