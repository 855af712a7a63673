extension SceneMutation {
  /// Mutations of declarations that refer to each other, and of the values and content that they
  /// affect.
  static let entities: [SceneMutation] = [
    SceneMutation("entity-chain") { draft in
      let count = draft.random.once(in: 3) ? 2 + draft.random.below(60) : 1 + draft.random.below(6)
      // The last entity is text or markup, or refers back to one of the chain.
      let last =
        draft.random.once(in: 3)
        ? Array("&c\(draft.random.below(count));".utf8) : draft.replacement()
      var text: [UInt8] = []
      let times = draft.random.once(in: 6) ? 2 + draft.random.below(9) : 1
      for index in 0..<count {
        let value =
          index == count - 1
          ? last : Array(String(repeating: "&c\(index + 1);", count: times).utf8)
        text += draft.entity("c\(index)", value)
      }
      draft.declare(text)
      draft.refer(to: Array("&c0;".utf8))
    },
    SceneMutation("parameter-chain") { draft in
      let count = 1 + draft.random.below(5)
      var text = Array("<!ENTITY % q0 \"".utf8)
      text += draft.declaration(0x27)
      text += "\">".utf8
      for index in 1..<max(count, 2) {
        text += "<!ENTITY % q\(index) \"&#37;q\(index - 1);\">".utf8
      }
      text += "%q\(draft.random.once(in: 6) ? count : count - 1);".utf8
      if draft.random.once(in: 3) {
        text = draft.pick(["%p;", "%q;", "<!ENTITY % p SYSTEM 'x'>%p;"])
      }
      if draft.random.once(in: 2) { text += draft.declaration(0x27) }
      draft.declare(text)
      draft.refer(to: Array("&e;".utf8))
      if draft.random.once(in: 2) {
        let answer = draft.random.once(in: 3) ? "no" : "yes"
        draft.replace(
          0..<draft.outline.prologStart,
          with: "<?xml version=\"1.0\" standalone=\"\(answer)\"?>".utf8)
      }
    },
    SceneMutation("entity-of-markup") { draft in
      draft.declare(draft.entity("m", draft.replacement()))
      draft.refer(to: Array("&m;".utf8))
    },
    SceneMutation("content-model") { draft in
      let depth = [0, 1, 2, 10, 30, 200][draft.random.below(6)]
      guard depth * 4 < draft.limit else { return }
      let open = [UInt8](repeating: 0x28, count: depth + 1)
      let inner = draft.pick(["#PCDATA", "a", "a|b", "a,b", "a?,b*", "#PCDATA|a", "a|b,c", ""])
      let close = Array(
        repeatElement(draft.pick([")", ")", ")*", ")+"]), count: depth + 1).joined())
      var model = Array("<!ELEMENT Model ".utf8)
      model += open
      model += inner
      model += close
      model.append(0x3E)
      draft.declare(model)
    },
    SceneMutation("attribute-type") { draft in
      // A type for an attribute of an element, and a value that the type normalizes.
      guard let e = draft.anyElement() else { return }
      let element = draft.outline.elements[e]
      guard !element.attributes.isEmpty else { return }
      let place = element.attributes.lowerBound + draft.random.below(element.attributes.count)
      let attribute = draft.outline.attributes[place]
      let type = draft.pick([
        "CDATA", "NMTOKENS", "NMTOKEN", "ID", "IDREFS", "ENTITIES", "(a|b)", "NOTATION (n)",
      ])
      let preset = draft.pick(["#IMPLIED", "#REQUIRED", "'v'", "' a  b '", "#FIXED 'v'", "'&e;'"])
      var list = Array("<!ATTLIST ".utf8)
      list += draft.text(element.name)
      list.append(0x20)
      list += draft.text(attribute.name)
      list.append(0x20)
      list += type
      list.append(0x20)
      list += preset
      list.append(0x3E)
      draft.declare(list)
      let spaces = draft.pick([" ", "  ", "&#32;", "&#9; ", "&#65;  ", "\n", "  &#x20;  "])
      let start = attribute.value.lowerBound
      draft.insert(spaces, at: start + draft.random.below(attribute.value.count + 1))
    },
    SceneMutation("single-bytes") { draft in
      let name = draft.random.pick(["ISO-8859-1", "iso-8859-1", "US-ASCII"]) ?? ""
      draft.replace(
        0..<draft.outline.prologStart,
        with: "<?xml version=\"1.0\" encoding=\"\(name)\"?>".utf8)
      let count = [1, 2, 20, 100][draft.random.below(4)]
      let text = (0..<count).map { _ in UInt8(0xA0 + draft.random.below(0x60)) }
      if let attribute = draft.anyAttribute() {
        draft.insert(text, at: attribute.value.lowerBound)
      } else {
        draft.insertMarkup(text)
      }
    },
    SceneMutation("cut-encoding") { draft in
      let isLittle = draft.random.once(in: 2)
      var units = Array(String(decoding: draft.bytes, as: UTF8.self).utf16)
      // An unpaired surrogate anywhere, or at the end.
      let place = draft.random.once(in: 2) ? units.count : draft.random.below(units.count + 1)
      let half: [UInt16] = [0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xD83D]
      if !draft.random.once(in: 4) { units.insert(half[draft.random.below(5)], at: place) }
      var out: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
      for unit in units {
        let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
        out += isLittle ? [low, high] : [high, low]
      }
      if draft.random.once(in: 2) { out.append(isLittle ? 0 : 0xD8) }
      draft.replace(0..<draft.bytes.count, with: out)
    },
    SceneMutation("character-reference") { draft in
      let number = draft.pick([
        "0", "1", "9", "13", "65", "x41", "xD800", "xDFFF", "xFFFE", "xFFFF", "x10FFFF", "x110000",
        "4294967361", "x100000041", "xFFFFFFFF41", "x10000000000000041", "", "x", "x4G",
        "00000000000000065",
      ])
      let text = Array("&#".utf8) + number + [0x3B]
      draft.refer(to: text)
    },
    SceneMutation("other-end-tag") { draft in
      guard let e = draft.anyElement() else { return }
      let element = draft.outline.elements[e]
      guard !element.isEmpty, element.whole.upperBound > element.contentEnd + 2 else { return }
      let start = element.contentEnd + 2
      let end = start + element.name.count
      switch draft.random.below(4) {
      case 0: draft.insert(draft.pick(["x", "1", ":a", " a", "/", "é"]), at: end)
      case 1: draft.replace(end - 1..<end, with: [])
      case 2: draft.replace(start..<end, with: draft.anyTag())
      default: draft.replace(element.contentEnd..<element.whole.upperBound, with: [])
      }
    },
  ]
}

extension SceneDraft {
  func entity(_ name: String, _ value: [UInt8]) -> [UInt8] {
    let quote: UInt8 = value.contains(0x22) ? 0x27 : 0x22
    var text = Array("<!ENTITY \(name) ".utf8)
    text.append(quote)
    text += value
    return text + [quote, 0x3E]
  }

  /// Replacement text of an entity: text, references, and complete or partial markup.
  fileprivate mutating func replacement() -> [UInt8] {
    pick([
      "x", "", "<a/>", "<a>", "<a><b>", "<a><b><c/></b>", "</MRML>", "<a></b>", "&amp;", "&#38;e;",
      "&#60;a/>", "<![CDATA[", "<!--", "<?p", "<a b='", "]]>", "&u;", "&#13;", "<Model/><Model/>",
      "<SceneView>", "<a b=\"c\"/>",
    ])
  }

  /// A declaration with its values in quotes of this kind.
  fileprivate mutating func declaration(_ quote: UInt8) -> [UInt8] {
    let text = pick([
      "<!ENTITY e 'v'>", "<!ATTLIST MRML b CDATA 'v'>", "<!ATTLIST Model name NMTOKENS ' a '>",
      "<!ELEMENT e ANY>", "<!NOTATION n SYSTEM 's'>", "<!ENTITY e SYSTEM 's'>", "<!-- c -->",
      "<?p?>", "<!ENTITY e '&e;'>", "",
    ])
    return text.map { $0 == 0x27 ? quote : $0 }
  }

  /// Inserts a reference into a value or into content.
  mutating func refer(to reference: [UInt8]) {
    if random.once(in: 2), let attribute = anyAttribute() {
      insert(reference, at: attribute.value.lowerBound)
    } else {
      insertMarkup(reference)
    }
  }
}
