internal import SceneModel

extension SceneMutation {
  /// Mutations that insert several parts which refer to each other, consistent or almost
  /// consistent.
  static let agreeing: [SceneMutation] = [
    SceneMutation("color-table") { draft in
      let count =
        draft.random.once(in: 6)
        ? [1_000_000, 1_000_001, Int(Int32.max)][draft.random.below(3)] : 1 + draft.random.below(5)
      var colors: [UInt8] = []
      for _ in 0..<(1 + draft.random.below(3)) {
        // From one before the first index to one after the last.
        let index = draft.random.once(in: 2) ? count : draft.random.below(min(count, 8) + 3) - 1
        colors += "\(index) ".utf8
        colors += draft.pick(["'a'", "''", "x"])
        colors += " 1 0 0 1 ".utf8
      }
      let type = draft.random.once(in: 3) ? "" : " type=\"\(10 + draft.random.below(5))\""
      var text = Array("<ColorTable id=\"c\"\(type) numcolors=\"\(count)\" colors=\"".utf8)
      text += colors
      draft.insertMarkup(text + Array("\"/>".utf8))
    },
    SceneMutation("points-of-lines") { draft in
      let count = 1 + draft.random.below(4)
      let points = (0..<count).map { "\($0) 0 0" }.joined(separator: "|")
      let lines = (0..<(2 * (1 + draft.random.below(2)))).map { _ in
        "\(draft.random.below(count + 3) - 1)"
      }
      let tag = draft.random.once(in: 2) ? "AnnotationLines" : "AnnotationRuler"
      draft.insertMarkup(
        "<\(tag) id=\"l\" ctrlPtsCoord=\"\(points)\" linePtsID=\"\(lines.joined(separator: " "))\"/>"
          .utf8)
    },
    SceneMutation("number-of-enumeration") { draft in
      guard let e = draft.innerElement(), let item = draft.nodeClass(of: e) else { return }
      let known = item.attributes.compactMap { attribute -> (NodeAttribute, Enumeration)? in
        switch attribute.kind {
        case .enumeration(let strings), .enumerationOrNumber(let strings),
          .looseEnumeration(let strings, else: _):
          (attribute, strings)
        default: nil
        }
      }
      guard let (attribute, strings) = draft.random.pick(known) else { return }
      let ends = [-1, 0, strings.strings.count - 1, strings.strings.count]
      let number = Int(strings.first) + ends[draft.random.below(4)]
      draft.set(Array(attribute.name.utf8), of: e, to: "\(number)".utf8)
    },
    SceneMutation("many-roles") { draft in
      guard let e = draft.innerElement() else { return }
      let count = [2, 17, 20, 70, 300][draft.random.below(5)]
      guard count * 8 < draft.limit else { return }
      let id = draft.identifier()
      var value: [UInt8] = []
      let isSame = draft.random.once(in: 4)
      for index in 0..<count {
        value += "r\(isSame ? 0 : index):".utf8
        value += id
        value.append(0x3B)
      }
      draft.set(Words.references, of: e, to: value)
    },
    SceneMutation("run-on-roles") { draft in
      guard let e = draft.innerElement() else { return }
      let count = [2, 8, 40, 200][draft.random.below(4)]
      let segment = draft.pick(["a;", "b c;", "x{};"])
      var value = Array(repeatElement(segment, count: count).joined())
      value += draft.pick(["role:", ":", ""])
      value += draft.identifier()
      draft.set(Words.references, of: e, to: value)
    },
    SceneMutation("blocks-of-properties") { draft in
      guard let e = draft.innerElement() else { return }
      var value = draft.pick(["display", "any role", "x"]) + [0x3A]
      for _ in 0..<(1 + draft.random.below(3)) {
        value += draft.identifier()
        for _ in 0..<draft.random.below(4) {
          value += draft.pick([
            " {a=b}", " {a=b,c=d}", " {}", " {=}", " {%3D=%2C}", " {a}", " }{", "{a=b}", " {a=b,}",
          ])
        }
        value.append(0x20)
      }
      draft.set(Words.references, of: e, to: value + [0x3B])
    },
    SceneMutation("made-identifiers") { draft in
      // Nodes of one class, some with the identifiers that the loader would generate for the
      // others.
      guard let item = draft.random.pick(Words.classes) else { return }
      let isModel = draft.random.once(in: 2)
      let (tag, name) =
        isModel
        ? (Array("Model".utf8), Array("vtkMRMLModelNode".utf8)) : (item.tag, item.className)
      var text: [UInt8] = []
      for _ in 0..<(2 + draft.random.below(5)) {
        text += [0x3C] + tag
        if !draft.random.once(in: 2) {
          text += draft.assignment(Words.id, name + Array("\(1 + draft.random.below(4))".utf8))
        }
        if draft.random.once(in: 3) { text += draft.assignment(Words.name, name) }
        text += "/>".utf8
      }
      draft.insertMarkup(text)
    },
    SceneMutation("colliding-singletons") { draft in
      // More nodes than singleton tags and identifiers, so that these collide, and references to
      // them.
      let classes = ["Slice", "View", "Model", "SceneView", "Selection", "Camera", "Script"]
      let tag = draft.pick(["Red", "x", "1", ""])
      let own = draft.random.pick(classes) ?? ""
      let ids = ["a", "b", "c", "vtkMRML\(own)NodeRed", "vtkMRMLSliceNodeRed", "vtkMRMLModelNode1"]
      var text: [UInt8] = []
      for _ in 0..<(2 + draft.random.below(5)) {
        let name = draft.random.once(in: 2) ? own : draft.random.pick(classes) ?? ""
        text += "<\(name)".utf8
        if !draft.random.once(in: 5) { text += draft.assignment(Words.id, draft.pick(ids)) }
        if !draft.random.once(in: 4) { text += draft.assignment(Words.singletonTag, tag) }
        if draft.random.once(in: 3) {
          let targets = "any:\(draft.random.pick(ids) ?? "") \(draft.random.pick(ids) ?? "")"
          text += draft.assignment(Words.references, Array(targets.utf8))
        }
        text += ">".utf8
        if name == "SceneView", draft.random.once(in: 2) { text += "<Model id=\"a\"/>".utf8 }
        text += "</\(name)>".utf8
      }
      draft.insertMarkup(text)
    },
    SceneMutation("long-hierarchy") { draft in
      let count = [3, 30, 110, 400][draft.random.below(4)]
      guard count * 60 < draft.limit else { return }
      // Each item after or before its parent.
      let step = draft.random.once(in: 2) ? 1 : -1
      let version = draft.random.once(in: 8) ? 1 : 2
      var text =
        "<SubjectHierarchy attributes=\"SubjectHierarchyVersion:\(version)\"><SubjectHierarchyItem id=\"1\" parent=\"0\" name=\"Scene\" type=\"\" attributes=\"Level^Scene|\"/>"
      for index in 2..<(count + 2) {
        let parent = index + step <= count + 1 ? index + step : 1
        text += "<SubjectHierarchyItem id=\"\(index)\" parent=\"\(parent)\"/>"
      }
      draft.insertMarkup((text + "</SubjectHierarchy>").utf8)
    },
  ]
}
