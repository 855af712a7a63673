/// Replacements of operands by the other side of their comparison (input-to-state).
///
/// Deterministic in the input and the operands. Linear in the input, in at most `window` bytes of
/// it, plus the operands times the places that begin with the same two bytes.
package struct OperandReplacements {
  /// A part of the input and what takes its place.
  package struct Replacement: Hashable, Sendable {
    package let range: Range<Int>
    package let bytes: [UInt8]
  }

  /// Longer inputs are looked at up to here.
  package static let window = 16_384
  /// Maximum number of replacements.
  package static let maximumCount = 48
  /// An operand that stands at more places is no hint: only the first of them are used.
  private static let placesOfOne = 4

  private let input: [UInt8]
  private let places: PlaceIndex

  /// Creates an index of the places of `input`.
  package init(of input: [UInt8]) {
    self.input = input
    places = PlaceIndex(input.prefix(Self.window))
  }

  /// Replacements by the other side of each of `pairs`, the operands with the fewest places first.
  package func replacements(of pairs: [ComparedOperands]) -> [Replacement] {
    var found: [(places: Int, order: Int, replacement: Replacement)] = []
    var seen: Set<Replacement> = []
    for pair in pairs.lazy.flatMap(\.views) {
      for (old, new, isDigits) in Self.changes(of: pair) {
        let places = places.all(of: old, isDigits: isDigits, limit: Self.placesOfOne)
        for place in places {
          let replacement = Replacement(range: place..<place + old.count, bytes: new)
          guard seen.insert(replacement).inserted else { continue }
          found.append((places.count, found.count, replacement))
        }
      }
    }
    found.sort { ($0.places, $0.order) < ($1.places, $1.order) }
    return found.prefix(Self.maximumCount).map(\.replacement)
  }

  /// The input with one replacement.
  package func applying(_ replacement: Replacement) -> [UInt8] {
    LayerMutation.replacing(input, replacement.range, with: replacement.bytes)
  }

  private typealias Change = (old: [UInt8], new: [UInt8], isDigits: Bool)

  /// Both directions of a pair, in every form.
  private static func changes(of pair: ComparedOperands) -> [Change] {
    var changes: [Change] = []
    switch pair {
    case .texts(let first, let second):
      for (old, new) in [(first, second), (second, first)] where old.count >= 2 && old != new {
        for form in OperandForm.ofTexts {
          changes.append((form.bytes(of: old), form.bytes(of: new), false))
        }
      }
    case .numbers(let first, let second, let size):
      for (old, new) in [(first, second), (second, first)] {
        for form in OperandForm.ofNumbers {
          guard let text = form.bytes(of: old, size: size), text.count >= 2 || form == .decimal
          else { continue }
          // An order, not only equality, may be compared: one less and one more.
          let mask = size == 8 ? UInt64.max : 1 << UInt64(size * 8) - 1
          for value in [new, new &+ 1 & mask, new &- 1 & mask] where value != old {
            let other = form == .signedDecimal ? .decimal : form
            let bytes = form.bytes(of: value, size: size) ?? other.bytes(of: value, size: size)
            if let bytes { changes.append((text, bytes, form.isDigits)) }
          }
        }
      }
    }
    return changes
  }
}

/// Places of an input by the two bytes that begin there.
private struct PlaceIndex {
  private let input: ArraySlice<UInt8>
  /// For each two bytes, the first place plus one; 0 for none.
  private var heads = [UInt32](repeating: 0, count: 65_536)
  /// For each place, the next with the same two bytes, plus one.
  private var next: [UInt32]

  init(_ input: ArraySlice<UInt8>) {
    self.input = input
    next = [UInt32](repeating: 0, count: input.count)
    for place in stride(from: input.count - 2, through: 0, by: -1) {
      let key = Int(input[place]) << 8 | Int(input[place + 1])
      next[place] = heads[key]
      heads[key] = UInt32(place + 1)
    }
  }

  /// The first places of `text`, at most `limit`. A run of digits counts as a whole only.
  func all(of text: [UInt8], isDigits: Bool, limit: Int) -> [Int] {
    if text.count == 1 { return digit(text[0], limit: limit) }
    guard text.count >= 2 else { return [] }
    var found: [Int] = []
    var place = Int(heads[Int(text[0]) << 8 | Int(text[1])]) - 1
    // Bounded also where one pair of bytes fills the input.
    var tries = 512
    while place >= 0, found.count < limit, tries > 0 {
      tries -= 1
      let end = place + text.count
      if end <= input.count, input[place..<end].elementsEqual(text),
        !isDigits || isWhole(place, end)
      {
        found.append(place)
      }
      place = Int(next[place]) - 1
    }
    return found
  }

  /// Places of a number of one digit.
  private func digit(_ digit: UInt8, limit: Int) -> [Int] {
    Array(
      input.indices.lazy.filter { input[$0] == digit && isWhole($0, $0 + 1) }.prefix(limit))
  }

  private func isWhole(_ start: Int, _ end: Int) -> Bool {
    (start == 0 || !isDigit(input[start - 1])) && (end == input.count || !isDigit(input[end]))
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
