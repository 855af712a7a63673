internal import SceneModel

extension SceneMutation {
  /// Mutations of attributes, with values of the kinds that their class reads.
  static let attributes: [SceneMutation] = [
    SceneMutation("delete-attribute") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      draft.replace(attribute.whole, with: [])
    },
    SceneMutation("empty-value") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      draft.replace(attribute.value, with: [])
    },
    SceneMutation("duplicate-attribute") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      var copy = Array(draft.text(attribute.whole))
      // The same name is refused; in another case it is a different attribute.
      let place = attribute.name.lowerBound - attribute.whole.lowerBound
      if !draft.random.once(in: 4), place < copy.count, (copy[place] | 0x20) > 0x60 {
        copy[place] ^= 0x20
      }
      draft.insert(copy, at: attribute.whole.upperBound)
    },
    SceneMutation("move-attribute") { draft in
      guard let attribute = draft.anyAttribute(), let e = draft.anyElement() else { return }
      let place = draft.outline.elements[e].name.upperBound
      guard !attribute.whole.contains(place) else { return }
      if draft.random.once(in: 2) { draft.replace(attribute.whole, with: []) }
      draft.insert(draft.text(attribute.whole), at: place)
    },
    SceneMutation("value-of-kind") { draft in
      guard let e = draft.innerElement(), let item = draft.nodeClass(of: e),
        let known = draft.random.pick(item.attributes)
      else { return }
      let value = draft.value(of: known.kind)
      draft.set(Array(known.name.utf8), of: e, to: value)
    },
    SceneMutation("change-value-of-kind") { draft in
      guard let e = draft.innerElement(), let item = draft.nodeClass(of: e) else { return }
      let element = draft.outline.elements[e]
      guard !element.attributes.isEmpty else { return }
      let index = element.attributes.lowerBound + draft.random.below(element.attributes.count)
      let attribute = draft.outline.attributes[index]
      let name = draft.text(attribute.name)
      guard let known = item.attributes.first(where: { name.elementsEqual($0.name.utf8) }) else {
        return draft.replace(attribute.value, with: draft.anyText())
      }
      let value = draft.value(of: known.kind)
      draft.replace(attribute.value, with: value)
    },
    SceneMutation("all-attributes") { draft in
      guard let e = draft.innerElement(), let item = draft.nodeClass(of: e) else { return }
      for known in item.attributes.prefix(48) {
        let value = draft.value(of: known.kind)
        draft.set(Array(known.name.utf8), of: e, to: value)
      }
    },
    SceneMutation("swap-values") { draft in
      guard let a = draft.anyAttribute(), let b = draft.anyAttribute(), a.whole != b.whole else {
        return
      }
      draft.replace(a.value, with: draft.text(b.value))
      draft.replace(b.value, with: draft.text(a.value))
    },
    SceneMutation("change-number") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      let words = draft.text(attribute.value).split(
        separator: 0x20, omittingEmptySubsequences: false)
      guard !words.isEmpty else { return }
      let word = words[draft.random.below(words.count)]
      let value = draft.number()
      switch draft.random.below(4) {
      case 0: draft.replace(word.startIndex..<word.endIndex, with: [])
      case 1: draft.insert(value + [0x20], at: word.startIndex)
      default: draft.replace(word.startIndex..<word.endIndex, with: value)
      }
    },
    SceneMutation("long-value") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      let text = draft.long(draft.random.once(in: 2) ? 0x41 : 0x31)
      draft.replace(attribute.value, with: text)
    },
    SceneMutation("many-attributes") { draft in
      guard let e = draft.anyElement() else { return }
      let count = [2, 64, 256, 1_000, 10_000][draft.random.below(5)]
      guard count * 12 < draft.limit else { return }
      let text = (0..<count).map { " z\($0)=\"\"" }.joined()
      draft.insert(text.utf8, at: draft.outline.elements[e].name.upperBound)
    },
    SceneMutation("point-indexes") { draft in
      let count = draft.random.below(6)
      var text = Array("<AnnotationLines id=\"l\" linePtsID=\"".utf8)
      for _ in 0..<count { text += draft.pick(["0 ", "1|", "-1 ", "99 ", "x ", "-2147483648 "]) }
      text += Array("\" ctrlPtsCoord=\"".utf8) + draft.numbers(about: 3 * draft.random.below(3))
      draft.insertMarkup(text + Array("\"/>".utf8))
    },
    SceneMutation("format") { draft in
      guard let e = draft.innerElement() else { return }
      let name = draft.pick([
        "controlPointLabelFormat", "labelFormat", "indexDisplayFormat",
        "rulerDistanceAnnotationFormat",
      ])
      let value = draft.value(of: .format)
      draft.set(name, of: e, to: value)
    },
    SceneMutation("path") { draft in
      guard let e = draft.innerElement() else { return }
      let name = draft.pick([
        "fileName", "fileListMember0", "fileListMember1", "uri", "uriListMember0",
      ])
      let value = draft.value(of: name.first == 0x75 ? .uri : .path)
      if draft.random.once(in: 2) { return draft.set(name, of: e, to: value) }
      let storage = draft.pick(["<ModelStorage", "<VolumeArchetypeStorage", "<MarkupsJsonStorage"])
      draft.insertMarkup(storage + draft.assignment(name, value) + Array("/>".utf8))
    },
    SceneMutation("escape-in-value") { draft in
      guard let attribute = draft.anyAttribute() else { return }
      let place = attribute.value.lowerBound + draft.random.below(attribute.value.count + 1)
      draft.insert(
        draft.pick([
          "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#10;", "&#13;", "&#9;", "%25", "%3B",
          "%3A", "%20", "%2",
          "[br]", ";", ":", "|", "{", "}", "\n", "\t", ">", "&#x1F9E0;",
        ]), at: place)
    },
  ]
}

extension SceneDraft {
  func nodeClass(of element: Int) -> Words.Class? {
    Words.nodeClass(ofTag: text(outline.elements[element].name))
  }
}
