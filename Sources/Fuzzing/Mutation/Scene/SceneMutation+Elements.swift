internal import SceneModel

extension SceneMutation {
  /// Mutations of whole elements.
  static let elements: [SceneMutation] = [
    SceneMutation("delete-element") { draft in
      guard let e = draft.innerElement() else { return }
      draft.replace(draft.outline.elements[e].whole, with: [])
    },
    SceneMutation("duplicate-element") { draft in
      guard let e = draft.innerElement() else { return }
      let whole = draft.outline.elements[e].whole
      let times = draft.random.once(in: 8) ? 1 + draft.random.below(64) : 1
      guard whole.count * times < draft.limit else { return }
      draft.insert(repeatElement(draft.text(whole), count: times).joined(), at: whole.upperBound)
    },
    SceneMutation("move-element") { draft in
      guard let e = draft.innerElement(), let other = draft.innerElement() else { return }
      let whole = draft.outline.elements[e].whole
      let place = draft.outline.elements[other].tag.lowerBound
      guard !whole.contains(place) else { return }
      draft.replace(whole, with: [])
      draft.insert(draft.text(whole), at: place)
    },
    SceneMutation("swap-elements") { draft in
      guard let a = draft.innerElement(), let b = draft.innerElement() else { return }
      let (one, two) = (draft.outline.elements[a].whole, draft.outline.elements[b].whole)
      guard !one.overlaps(two) else { return }
      draft.replace(one, with: draft.text(two))
      draft.replace(two, with: draft.text(one))
    },
    SceneMutation("nest-element") { draft in
      guard let e = draft.innerElement(), let other = draft.anyElement(), e != other else { return }
      let (inner, outer) = (draft.outline.elements[e].whole, draft.outline.elements[other])
      guard !inner.overlaps(outer.whole) || outer.whole.lowerBound < inner.lowerBound,
        !outer.isEmpty
      else { return }
      draft.replace(inner, with: [])
      draft.insert(draft.text(inner), at: outer.contentEnd)
    },
    SceneMutation("hoist-children") { draft in
      guard let e = draft.innerElement() else { return }
      let element = draft.outline.elements[e]
      draft.replace(
        element.whole,
        with: draft.text(element.tag.upperBound..<max(element.contentEnd, element.tag.upperBound)))
    },
    SceneMutation("rename-element") { draft in
      guard let e = draft.innerElement() else { return }
      let element = draft.outline.elements[e]
      let tag = draft.anyTag()
      draft.replace(element.name, with: tag)
      let end = element.contentEnd + 2
      if !element.isEmpty, element.whole.upperBound >= end + element.name.count {
        draft.replace(end..<end + element.name.count, with: tag)
      }
    },
    SceneMutation("insert-node") { draft in
      let node = draft.newNode()
      draft.insertMarkup(node)
    },
    SceneMutation("insert-header") { draft in
      let attributes = [
        "", " version=\"Slicer 5.6.2\"", " version=\"x\" extensions=\"a;b\"",
        " userTags=\"a=b\" version=\"1\"",
      ]
      let text = draft.pick(attributes)
      draft.insertMarkup(Array("<MRML".utf8) + text + Array("/>".utf8))
    },
    SceneMutation("nest-deeply") { draft in
      let depth = [2, 3, 10, 100, 1_001, 20_000][draft.random.below(6)]
      let tag = draft.random.once(in: 2) ? Array("SceneView".utf8) : draft.anyTag()
      guard depth * (2 * tag.count + 5) < draft.limit else { return }
      let open = [0x3C] + tag + [0x3E]
      let close = [0x3C, 0x2F] + tag + [0x3E]
      draft.insertMarkup(
        Array(repeatElement(open, count: depth).joined())
          + Array(repeatElement(close, count: depth).joined()))
    },
  ]
}

extension SceneDraft {
  /// The tag of a class, or a tag with special rules.
  mutating func anyTag() -> [UInt8] {
    if random.once(in: 3) { return random.pick(Words.oddTags) ?? [] }
    return Words.classes[random.below(Words.classes.count)].tag
  }

  /// Makes a node of any class with an identifier and some of the attributes of its class.
  mutating func newNode() -> [UInt8] {
    let item = Words.classes[random.below(Words.classes.count)]
    let tag = random.once(in: 8) ? anyTag() : item.tag
    var out = [0x3C] + tag
    if !random.once(in: 8) {
      let id =
        random.once(in: 4) ? identifier() : item.className + Array("\(1 + random.below(4))".utf8)
      out += assignment(Words.id, id)
    }
    for _ in 0..<random.below(5) {
      guard let attribute = random.pick(item.attributes) else { continue }
      out += assignment(Array(attribute.name.utf8), value(of: attribute.kind))
    }
    if let role = random.pick(item.roles), random.once(in: 2) {
      out += assignment(Array(role.attribute.utf8), identifiers())
    }
    return out + (random.once(in: 2) ? Array("/>".utf8) : [0x3E, 0x3C, 0x2F] + tag + [0x3E])
  }

  func assignment(_ name: [UInt8], _ value: [UInt8]) -> [UInt8] {
    [0x20] + name + [0x3D, 0x22] + value + [0x22]
  }
}
