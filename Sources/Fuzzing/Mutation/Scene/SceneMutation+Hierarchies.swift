extension SceneMutation {
  /// Mutations of subject hierarchies and scene views.
  static let hierarchies: [SceneMutation] = [
    SceneMutation("item-tree") { draft in
      let items = draft.items()
      let version = draft.random.once(in: 6) ? "1" : "2"
      draft.insertMarkup(
        Array(
          "<SubjectHierarchy id=\"vtkMRMLSubjectHierarchyNode1\" attributes=\"SubjectHierarchyVersion:\(version)\">"
            .utf8)
          + items + Array("</SubjectHierarchy>".utf8))
    },
    SceneMutation("item-outside") { draft in
      let items = draft.items()
      draft.insertMarkup(items)
    },
    SceneMutation("item-parent") { draft in
      let items = draft.outline.elements.indices.filter {
        draft.holds(draft.outline.elements[$0].name, "SubjectHierarchyItem")
      }
      guard let e = draft.random.pick(items) else { return }
      let value =
        draft.random.once(in: 3)
        ? draft.number() : Array("\(draft.random.below(items.count + 2))".utf8)
      draft.set(draft.random.once(in: 3) ? Words.id : Words.parent, of: e, to: value)
    },
    SceneMutation("item-data") { draft in
      let items = draft.outline.elements.indices.filter {
        draft.holds(draft.outline.elements[$0].name, "SubjectHierarchyItem")
      }
      guard let e = draft.random.pick(items) else { return }
      let name = draft.pick(["dataNode", "name", "type", "uids", "attributes", "expanded"])
      let value =
        name.first == 0x64
        ? draft.identifier()
        : draft.pick(["DICOM^1.2|x^|", "|", "^", "a^b^c|", "Folders", "true", "", "Scene"])
      draft.set(name, of: e, to: value)
    },
    SceneMutation("scene-views") { draft in
      let text = draft.sceneViews(depth: 1 + draft.random.below(4))
      draft.insertMarkup(text)
    },
    SceneMutation("swallowing-view") { draft in
      // The loader does not close a scene view made by its class name: the next node becomes its
      // child.
      draft.insertMarkup(
        Array("<SceneViewNode id=\"vtkMRMLSceneViewNode7\"/><Model id=\"vtkMRMLModelNode7\"/>".utf8)
      )
    },
    SceneMutation("view-around-all") { draft in
      guard let root = draft.outline.elements.first, !root.isEmpty else { return }
      draft.insert(Array("<SceneView id=\"../v\">".utf8), at: root.tag.upperBound)
      draft.insert(Array("</SceneView>".utf8), at: root.contentEnd)
    },
  ]
}

extension SceneDraft {
  /// Makes items of a subject hierarchy whose parents are valid, reversed, missing, themselves, or
  /// cyclic.
  mutating func items() -> [UInt8] {
    let count = random.once(in: 12) ? 200 : 1 + random.below(6)
    let shape = random.below(6)
    var out: [UInt8] = Array(
      "<SubjectHierarchyItem id=\"1\" name=\"Scene\" parent=\"0\" type=\"\" attributes=\"Level^Scene|\"/>"
        .utf8)
    for index in 2..<(count + 2) {
      let parent =
        switch shape {
        case 0: index + 1
        case 1: index
        case 2: 99_999
        case 3: index == count + 1 ? 2 : index + 1
        case 4: 1
        default: index - 1
        }
      let id = random.once(in: 8) ? 2 : index
      var item = "<SubjectHierarchyItem id=\"\(id)\" parent=\"\(parent)\""
      if random.once(in: 2) { item += " name=\"n\(index)\"" }
      if random.once(in: 4) { item += " type=\"Folders\" expanded=\"true\" uids=\"DICOM^1.2|\"" }
      out += item.utf8
      if random.once(in: 3) { out += assignment(Array("dataNode".utf8), identifier()) }
      out += "/>".utf8
    }
    return out
  }

  /// Makes nested scene views, under any of their tags, with and without children.
  mutating func sceneViews(depth: Int) -> [UInt8] {
    var out: [UInt8] = []
    var end: [UInt8] = []
    for level in 0..<depth {
      let tag = ["SceneView", "SceneView", "SceneSnapshot", "SceneViewNode"][random.below(4)]
      out += "<\(tag) id=\"vtkMRMLSceneViewNode\(level + 1)\">".utf8
      if random.once(in: 2) { out += newNode() }
      end = Array("</\(tag)>".utf8) + end
    }
    return out + end
  }
}
