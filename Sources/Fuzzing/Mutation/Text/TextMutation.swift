/// Mutation of the pieces of a text.
package struct TextMutation: Sendable {
  /// Stable name for tests and reports.
  package let name: String
  let apply: @Sendable (inout TextDraft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout TextDraft) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// Every mutation, with equal probabilities.
  package static let all: [TextMutation] = [
    TextMutation("delete-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let end = index + 1 < siblings.count ? range.upperBound + 1 : range.upperBound
      draft.replace(range.lowerBound..<end, with: [])
    },
    TextMutation("empty-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      draft.replace(siblings[index], with: [])
    },
    TextMutation("duplicate-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let separator =
        range.upperBound < draft.bytes.count ? draft.bytes[range.upperBound] : draft.separator()
      let piece = [separator] + draft.bytes[range]
      let times = draft.random.once(in: 4) ? 1 + draft.random.below(64) : 1
      guard piece.count * times < draft.limit else { return }
      draft.replace(
        range.upperBound..<range.upperBound,
        with: Array(repeatElement(piece, count: times).joined()))
    },
    TextMutation("swap-pieces") { draft in
      let (siblings, index) = draft.anyPiece()
      let other = draft.random.below(siblings.count)
      guard index != other else { return }
      let (one, two) = (siblings[min(index, other)], siblings[max(index, other)])
      let (first, second) = (Array(draft.bytes[one]), Array(draft.bytes[two]))
      draft.replace(two, with: first)
      draft.replace(one, with: second)
    },
    TextMutation("copy-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let (others, other) = draft.anyPiece()
      let text = Array(draft.bytes[others[other]])
      draft.replace(siblings[index], with: text)
    },
    TextMutation("replace-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let text = draft.anything()
      draft.replace(siblings[index], with: text)
    },
    TextMutation("insert-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let place = siblings[index].lowerBound
      let separator = place > 0 ? draft.bytes[place - 1] : draft.separator()
      let text = draft.anything() + [separator]
      draft.replace(place..<place, with: text)
    },
    TextMutation("insert-record") { draft in
      let place = draft.anyRecord().lowerBound
      let record = draft.format.record(&draft)
      draft.replace(place..<place, with: record)
    },
    TextMutation("append-record") { draft in
      let record = draft.format.record(&draft)
      draft.bytes += record
    },
    TextMutation("other-text") { draft in
      if let text = draft.format.whole?(&draft) {
        draft.bytes = text
      } else {
        draft.bytes = draft.format.record(&draft)
      }
    },
    TextMutation("move-record") { draft in
      let record = draft.anyRecord()
      let text = Array(draft.bytes[record])
      draft.replace(record, with: [])
      let place = draft.anyRecord().lowerBound
      draft.replace(place..<place, with: text)
    },
    TextMutation("change-number") { draft in
      let (siblings, index) = draft.anyPiece()
      let text = String(decoding: draft.bytes[siblings[index]].prefix(20), as: UTF8.self)
      let step = [1, -1, 256, -256][draft.random.below(4)]
      let number = Int(text).map { Array("\($0 &+ step)".utf8) } ?? draft.number()
      draft.replace(siblings[index], with: number)
    },
    TextMutation("edge-number") { draft in
      let (siblings, index) = draft.anyPiece()
      let number = draft.number()
      draft.replace(siblings[index], with: number)
    },
    TextMutation("other-separator") { draft in
      let (siblings, index) = draft.anyPiece()
      let end = siblings[index].upperBound
      guard end < draft.bytes.count else { return }
      draft.bytes[end] = draft.separator()
    },
    TextMutation("quote") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let quote: UInt8 = draft.random.once(in: 4) ? 0x27 : 0x22
      // One in three quotes stays open.
      if !draft.random.once(in: 3) {
        draft.replace(range.upperBound..<range.upperBound, with: [quote])
      }
      draft.replace(range.lowerBound..<range.lowerBound, with: [quote])
    },
    TextMutation("odd-byte") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let place = draft.random.once(in: 2) ? range.lowerBound : range.upperBound
      let odd: [[UInt8]] = [
        [0], [0x0D], [0x0D, 0x0A], [0x5C], [0x20], [0x09], [0x7F], [0x80], [0xC3], [0xFF],
        [0xEF, 0xBB, 0xBF], [0x25], [0x23], [0x5F],
      ]
      draft.replace(place..<place, with: draft.random.pick(odd) ?? [])
    },
    TextMutation("cut") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let end = range.lowerBound + draft.random.below(range.count + 1)
      draft.bytes.removeLast(draft.bytes.count - end)
    },
    TextMutation("long-piece") { draft in
      let (siblings, index) = draft.anyPiece()
      let range = siblings[index]
      let byte = draft.bytes[range].last ?? 0x61
      let length = min(draft.random.length(), draft.limit / 2)
      draft.replace(
        range.upperBound..<range.upperBound, with: [UInt8](repeating: byte, count: length))
    },
  ]
}
