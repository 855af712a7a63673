extension SceneMutation {
  /// Mutations of the grammar of XML: edges of character classes, normalized line ends, duplicates,
  /// and entities with partial content.
  static let grammar: [SceneMutation] = [
    SceneMutation("name-character") { draft in
      let letter = draft.scalar(of: edgesOfNames)
      let isFirst = draft.random.once(in: 2)
      if draft.random.once(in: 3), let attribute = draft.anyAttribute() {
        let name = attribute.name
        return draft.insert(letter, at: isFirst ? name.lowerBound : name.upperBound)
      }
      if draft.random.once(in: 3) {
        let name = isFirst ? letter + [0x65] : [0x65] + letter
        draft.declare(Array("<!ENTITY ".utf8) + name + Array(" 'v'>".utf8))
        return draft.insertMarkup([0x26] + name + [0x3B])
      }
      guard let e = draft.anyElement() else { return }
      let element = draft.outline.elements[e]
      draft.insert(letter, at: isFirst ? element.name.lowerBound : element.name.upperBound)
      guard !element.isEmpty, element.whole.upperBound > element.contentEnd + 2 else { return }
      let end = element.contentEnd + 2
      draft.insert(letter, at: isFirst ? end : end + element.name.count)
    },
    SceneMutation("character") { draft in
      let letter = draft.scalar(of: edgesOfCharacters)
      if draft.random.once(in: 2), let attribute = draft.anyAttribute() {
        let value = attribute.value
        draft.insert(letter, at: value.lowerBound + draft.random.below(value.count + 1))
      } else {
        let frames: [(String, String)] = [
          ("", ""), ("<!--", "-->"), ("<?p ", "?>"), ("<![CDATA[", "]]>"),
        ]
        let (open, close) = draft.random.pick(frames) ?? ("", "")
        draft.insertMarkup(Array(open.utf8) + letter + Array(close.utf8))
      }
    },
    SceneMutation("number-of-character") { draft in
      let number = edgesOfCharacters[draft.random.below(edgesOfCharacters.count)]
      let digits: String
      switch draft.random.below(3) {
      case 0: digits = "\(number)"
      case 1: digits = "x" + String(number, radix: 16)
      default: digits = "x" + String(number, radix: 16, uppercase: true)
      }
      let reference = Array("&#\(digits);".utf8)
      if draft.random.once(in: 3) {
        draft.declare(draft.entity("r", reference))
        draft.insertMarkup(Array("&r;".utf8))
      } else if draft.random.once(in: 2), let attribute = draft.anyAttribute() {
        draft.insert(reference, at: attribute.value.upperBound)
      } else {
        draft.insertMarkup(reference)
      }
    },
    SceneMutation("line-end") { draft in
      let end = draft.pick(["\r\n", "\r", "\n\r", "\r\r\n", "\r\n\r\n"])
      switch draft.random.below(4) {
      case 0:
        guard let attribute = draft.anyAttribute() else { return }
        let value = attribute.value
        draft.insert(end, at: value.lowerBound + draft.random.below(value.count + 1))
      case 1:
        draft.declare(Array("<!ENTITY l 'a".utf8) + end + Array("b'>".utf8))
        draft.refer(to: Array("&l;".utf8))
      default:
        let frames: [(String, String)] = [
          ("a", "b"), ("<?p a", "b?>"), ("<![CDATA[a", "b]]>"), ("<!--", "-->"),
        ]
        let (open, close) = draft.random.pick(frames) ?? ("", "")
        draft.insertMarkup(Array(open.utf8) + end + Array(close.utf8))
      }
    },
    SceneMutation("attribute-twice") { draft in
      guard let e = draft.anyElement() else { return }
      let element = draft.outline.elements[e]
      guard let first = element.attributes.first else { return }
      let one = first + draft.random.below(element.attributes.count)
      let other = first + draft.random.below(element.attributes.count)
      let twice = draft.outline.attributes[one]
      let place = draft.outline.attributes[other].value.upperBound + 1
      guard place <= draft.bytes.count else { return }
      let name = Array(draft.text(twice.name))
      draft.insert([0x20] + name + Array("=\"v\"".utf8), at: place)
    },
    SceneMutation("content-into-entity") { draft in
      // From one edge of a tag to another: whole elements, or an unbalanced part.
      let (from, to) = (draft.edgeOfTag(), draft.edgeOfTag())
      guard let from, let to, from != to else { return }
      let range = min(from, to)..<max(from, to)
      guard range.count < 4_096 else { return }
      var value: [UInt8] = []
      for byte in draft.text(range) {
        switch byte {
        case 0x22, 0x25, 0x26: value += "&#\(byte);".utf8
        default: value.append(byte)
        }
      }
      draft.declare(Array("<!ENTITY k \"".utf8) + value + Array("\">".utf8))
      draft.replace(range, with: "&k;".utf8)
      if draft.random.once(in: 3) { draft.insertMarkup(Array("&k;".utf8)) }
    },
    SceneMutation("identifier-in-declaration") { draft in
      let byte = UInt8(0x1F + draft.random.below(0x61))
      let letter: [UInt8] = draft.random.once(in: 8) ? [0xC3, 0xA9] : [byte]
      let quote: UInt8 = byte == 0x22 || draft.random.once(in: 2) ? 0x27 : 0x22
      let text = draft.pick(["<!NOTATION i PUBLIC ", "<!ENTITY i PUBLIC ", "<!ENTITY i SYSTEM "])
      let isPublic = text.contains(0x50)
      draft.declare(
        text + [quote, 0x61] + letter + [0x62, quote]
          + (isPublic ? Array(" 's'>".utf8) : [0x3E]))
    },
    SceneMutation("section-end") { draft in
      draft.insertMarkup(draft.pick(["]]>", "]]&gt;", "]]", "]>", "]]]>", "--", "?>"]))
    },
  ]

  /// First and last character of each range of NameStartChar and NameChar (productions 4 and 4a),
  /// and their neighbours.
  static let edgesOfNames: [UInt32] = neighbours(of: [
    0x2D, 0x2E, 0x30, 0x39, 0x3A, 0x5F, 0xB7, 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x300, 0x36F,
    0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x203F, 0x2040, 0x2070, 0x218F, 0x2C00, 0x2FEF,
    0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF,
  ])

  /// First and last character of each range of Char (production 2) and of each length of UTF-8,
  /// other line ends, and their neighbours.
  static let edgesOfCharacters: [UInt32] = neighbours(of: [
    0x09, 0x0A, 0x0D, 0x20, 0x7F, 0x85, 0x9F, 0x7FF, 0x2028, 0xD7FF, 0xE000, 0xFDD0, 0xFFFD,
    0x10000,
    0x1FFFE, 0x10FFFF, 0xABCDE, 0xFEDC,
  ])

  private static func neighbours(of edges: [UInt32]) -> [UInt32] {
    edges.flatMap { [$0 - 1, $0, $0 + 1] }
  }
}

extension SceneDraft {
  /// One of `numbers` in UTF-8. A surrogate is encoded in three bytes, which is invalid.
  fileprivate mutating func scalar(of numbers: [UInt32]) -> [UInt8] {
    let number = numbers[random.below(numbers.count)]
    if let scalar = Unicode.Scalar(number) { return Array(String(Character(scalar)).utf8) }
    return [
      0xE0 | UInt8(truncatingIfNeeded: number >> 12 & 0x0F), 0x80 | UInt8(number >> 6 & 0x3F),
      0x80 | UInt8(number & 0x3F),
    ]
  }

  /// Start or end of a tag, but not outside of the root.
  fileprivate mutating func edgeOfTag() -> Int? {
    guard let e = anyElement() else { return nil }
    let element = outline.elements[e]
    let edges =
      element.parent < 0
      ? [element.tag.upperBound, element.contentEnd]
      : [
        element.tag.lowerBound, element.tag.upperBound, element.contentEnd,
        element.whole.upperBound,
      ]
    return random.pick(edges)
  }
}
