/// Mutation of the values of a JSON text.
package struct JSONMutation: Sendable {
  /// Stable name for tests and reports.
  package let name: String
  let apply: @Sendable (inout JSONDraft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout JSONDraft) -> Void) {
    self.name = name
    self.apply = apply
  }

  private static let points = Array("\"controlPoints\"".utf8)

  /// Every mutation, with equal probabilities.
  package static let all: [JSONMutation] = [
    JSONMutation("delete-value") { draft in
      guard let value = draft.anyValue() else { return }
      var range = value.whole
      // With the comma after it, or else the comma before it.
      if range.upperBound < draft.bytes.count, draft.bytes[range.upperBound] == 0x2C {
        range = range.lowerBound..<range.upperBound + 1
      } else if range.lowerBound > 0, draft.bytes[range.lowerBound - 1] == 0x2C {
        range = range.lowerBound - 1..<range.upperBound
      }
      draft.replace(range, with: [])
    },
    JSONMutation("duplicate-value") { draft in
      guard let value = draft.anyValue() else { return }
      let copy = [0x2C] + draft.text(value.whole)
      let times = draft.random.once(in: 6) ? 1 + draft.random.below(40) : 1
      guard copy.count * times < draft.limit else { return }
      let end = value.whole.upperBound
      draft.replace(end..<end, with: Array(repeatElement(copy, count: times).joined()))
    },
    JSONMutation("same-name") { draft in
      // A duplicate name with another value.
      let members = draft.outline.values.filter { $0.key != nil }
      guard let value = draft.random.pick(members), let key = value.key else { return }
      let member = draft.text(key) + [0x3A] + draft.value() + [0x2C]
      draft.replace(key.lowerBound..<key.lowerBound, with: member)
    },
    JSONMutation("swap-values") { draft in
      guard let one = draft.anyValue(), let two = draft.anyValue(),
        !one.range.overlaps(two.range)
      else { return }
      let isInOrder = one.range.lowerBound < two.range.lowerBound
      let (first, second) = isInOrder ? (one.range, two.range) : (two.range, one.range)
      let (text, other) = (draft.text(first), draft.text(second))
      draft.replace(second, with: text)
      draft.replace(first, with: other)
    },
    JSONMutation("copy-value") { draft in
      guard let one = draft.anyValue(), let two = draft.anyValue() else { return }
      draft.replace(one.range, with: draft.text(two.range))
    },
    JSONMutation("other-value") { draft in
      guard let value = draft.anyValue() else { return }
      let text = draft.value()
      draft.replace(value.range, with: text)
    },
    JSONMutation("value-of-kind") { draft in
      let members = draft.outline.values.filter { $0.key != nil }
      guard let value = draft.random.pick(members), let key = value.key else { return }
      let name = String(decoding: draft.bytes[key].dropFirst().dropLast(), as: UTF8.self)
      let member = draft.member(name)
      draft.replace(value.whole, with: member)
    },
    JSONMutation("edge-number") { draft in
      guard let index = draft.any(.number) else { return }
      let number = draft.number()
      draft.replace(draft.outline.values[index].range, with: number)
    },
    JSONMutation("known-member") { draft in
      guard let index = draft.any(.object), let name = draft.memberName(for: index) else { return }
      let member = draft.member(name)
      draft.insert(member, into: index)
    },
    JSONMutation("format") { draft in
      guard let index = draft.any(.object) else { return }
      let format = draft.member(draft.random.once(in: 3) ? "printFormat" : "labelFormat")
      draft.insert(format, into: index)
    },
    JSONMutation("number-points") { draft in
      // Points without an identifier, and the last number used for generated ones.
      let values = draft.outline.values
      let lists = values.indices.filter { index in
        values[index].kind == .array
          && values[index].key.map { draft.text($0) == Self.points } == true
      }
      // In an invalid text, a member can be outside of any object.
      guard let list = draft.random.pick(lists), values[list].parent >= 0 else { return }
      draft.insert(Array("{},{\"label\":\"x\"}".utf8), into: list)
      let member = Array("\"lastUsedControlPointNumber\":".utf8) + draft.number()
      draft.insert(member, into: values[list].parent)
    },
    JSONMutation("rename-member") { draft in
      let members = draft.outline.values.compactMap(\.key)
      guard let key = draft.random.pick(members), let name = draft.random.pick(JSONWords.names)
      else { return }
      draft.replace(key, with: [0x22] + Array(name.utf8) + [0x22])
    },
    JSONMutation("insert-element") { draft in
      guard let index = draft.any(.array) else { return }
      let value = draft.value()
      draft.insertElement(value, into: index)
    },
    JSONMutation("insert-point") { draft in
      guard let index = draft.any(.array) else { return }
      let value = draft.random.once(in: 2) ? draft.point() : draft.measurement()
      draft.insertElement(value, into: index)
    },
    JSONMutation("string-content") { draft in
      guard let index = draft.any(.string) else { return }
      let range = draft.outline.values[index].range
      let place = range.lowerBound + 1 + draft.random.below(max(range.count - 1, 1))
      guard place <= draft.bytes.count else { return }
      let text =
        draft.random.once(in: 6)
        ? [UInt8](repeating: 0x61, count: min(draft.random.length(), draft.limit / 2))
        : draft.pick([
          "\\u0000", "\\uD800", "\\uDC00", "\\uD83D\\uDE00", "\\uD83D\\uD83D",
          "\\uDC00\\uDC00", "\\uDFFF\\udfff", "\\uDBFF\\uDFFF", "\\uD800\\u0041", "\\u00e9", "\\\"",
          "\\x", "\\", "\u{1}", "\u{7F}", "é", "%", "%N", "%d", "%9999s", "\u{202E}", "/",
        ])
      draft.replace(place..<place, with: text)
    },
    JSONMutation("odd-byte-in-string") { draft in
      guard let index = draft.any(.string) else { return }
      let place = draft.outline.values[index].range.lowerBound + 1
      guard place <= draft.bytes.count else { return }
      let odd: [UInt8] = [0, 0x0A, 0x80, 0xC3, 0xFF, 0xED]
      draft.replace(place..<place, with: [odd[draft.random.below(odd.count)]])
    },
    JSONMutation("nest") { draft in
      guard let value = draft.anyValue() else { return }
      let depth = [1, 1, 2, 10, 101, 600, 1_100][draft.random.below(7)]
      guard depth * 6 < draft.limit else { return }
      let isArray = draft.random.once(in: 2)
      let (open, close) = isArray ? ("[", "]") : ("{\"a\":", "}")
      let text = draft.text(value.range)
      draft.replace(
        value.range,
        with: Array(String(repeating: open, count: depth).utf8) + text
          + Array(String(repeating: close, count: depth).utf8))
    },
    JSONMutation("after-the-end") { draft in
      draft.bytes += draft.pick(["\u{0}", "\u{0}{}", " ", ",", "}", "\u{0}[", "null", "\n\n"])
    },
    JSONMutation("cut") { draft in
      guard let value = draft.anyValue() else { return }
      draft.bytes.removeLast(
        draft.bytes.count - value.range.lowerBound - draft.random.below(value.range.count + 1))
    },
  ]
}
