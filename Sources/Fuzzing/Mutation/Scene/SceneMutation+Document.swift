extension SceneMutation {
  /// Mutations of the document: its type declaration, entities, encoding, and bytes that end it
  /// early.
  static let document: [SceneMutation] = [
    SceneMutation("entities") { draft in
      let subset = draft.pick([
        "<!ENTITY e \"x\">", "<!ENTITY e \"&f;\"><!ENTITY f \"&e;\">",
        "<!ENTITY e '<Model id=\"m\"/>'>",
        "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;\">",
        "<!ENTITY % p \"<!ENTITY e 'v'>\">%p;", "<!ENTITY e SYSTEM \"x.ent\">",
        "<!ENTITY e '&#60;a/>'>",
        "<!ENTITY e \"</MRML>\">", "<!ENTITY e \"&#38;#60;\">",
        "<!ENTITY u SYSTEM \"x\" NDATA n><!ENTITY e \"\">",
      ])
      draft.declare(subset)
      draft.refer()
    },
    SceneMutation("defaults") { draft in
      let list = draft.pick([
        "<!ATTLIST Model id CDATA \"vtkMRMLModelNode9\">",
        "<!ATTLIST Model references CDATA \"display:x;\">",
        "<!ATTLIST Slice singletonTag CDATA \"Red\">", "<!ATTLIST Model name NMTOKENS \" a  b \">",
        "<!ATTLIST MRML version CDATA #FIXED \"x\">",
      ])
      draft.declare(list)
      draft.insertMarkup(Array("<Model/>".utf8))
    },
    SceneMutation("external-subset") { draft in
      if draft.outline.doctype == nil {
        draft.insert(
          draft.pick([
            "<!DOCTYPE MRML SYSTEM \"mrml20.dtd\">", "<!DOCTYPE MRML PUBLIC \"-//x\" 'y'>",
          ]), at: draft.outline.prologStart)
      }
      draft.refer()
    },
    SceneMutation("declaration") { draft in
      let text = draft.pick([
        "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>",
        "<?xml version=\"1.0\" standalone=\"yes\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>",
        "<?xml version=\"1.0\" encoding=\"x-none\"?>",
      ])
      draft.replace(0..<draft.outline.prologStart, with: text)
    },
    SceneMutation("reencode") { draft in
      let isLittle = draft.random.once(in: 2)
      let text = String(decoding: draft.bytes, as: UTF8.self)
      var out: [UInt8] = draft.random.once(in: 2) ? [] : isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
      for unit in text.utf16 {
        let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
        out += isLittle ? [low, high] : [high, low]
      }
      draft.replace(0..<draft.bytes.count, with: out)
    },
    SceneMutation("mark") { draft in
      draft.insert([0xEF, 0xBB, 0xBF], at: 0)
    },
    SceneMutation("odd-bytes") { draft in
      let place = draft.random.below(draft.bytes.count + 1)
      let odd: [[UInt8]] = [
        [0], [1], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80],
        [0xEF, 0xBF, 0xBF],
        [0xF4, 0x90, 0x80, 0x80], [0xC2, 0x85], [0xE2, 0x80, 0xA8],
      ]
      let text = draft.random.pick(odd) ?? []
      draft.insert(text, at: place)
    },
    SceneMutation("markup-between") { draft in
      let text = draft.pick([
        "<!-- c -->", "<?p d?>", "<![CDATA[ <x> ]]>", "text &amp; more", "<!--", "<![CDATA[", "]]>",
        "\r\n", "&#x41;",
      ])
      draft.insertMarkup(text)
    },
    SceneMutation("cut") { draft in
      guard !draft.bytes.isEmpty else { return }
      let start = draft.random.once(in: 8) ? 0 : draft.random.below(draft.bytes.count)
      let end =
        draft.random.once(in: 3)
        ? draft.bytes.count : min(start + draft.random.length(), draft.bytes.count)
      draft.replace(start..<end, with: [])
    },
  ]
}

extension SceneDraft {
  /// Inserts declarations into the internal subset, which is created if necessary.
  mutating func declare(_ declarations: [UInt8]) {
    guard let doctype = outline.doctype else {
      let text = Array("<!DOCTYPE MRML [".utf8) + declarations + Array("]>".utf8)
      return insert(text, at: outline.prologStart)
    }
    if let bracket = bytes[doctype].firstIndex(of: 0x5B) {
      insert(declarations, at: bracket + 1)
    } else {
      replace(
        doctype.upperBound - 1..<doctype.upperBound, with: [0x5B] + declarations + [0x5D, 0x3E])
    }
  }

  /// Inserts a reference to an entity into a value or into content.
  mutating func refer() {
    let reference = random.once(in: 6) ? Array("&u;".utf8) : Array("&e;".utf8)
    if random.once(in: 2), let attribute = anyAttribute() {
      insert(reference, at: attribute.value.lowerBound)
    } else {
      insertMarkup(reference)
    }
  }
}
