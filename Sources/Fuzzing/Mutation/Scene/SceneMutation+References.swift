internal import SceneModel

extension SceneMutation {
  /// Mutations of references between nodes.
  static let references: [SceneMutation] = [
    SceneMutation("reference-grammar") { draft in
      guard let e = draft.innerElement() else { return }
      let value = draft.references()
      draft.set(Words.references, of: e, to: value)
    },
    SceneMutation("rewire") { draft in
      guard let e = draft.innerElement(),
        let role = draft.nodeClass(of: e).flatMap({ draft.random.pick($0.roles) })
      else { return }
      let value = draft.identifiers()
      draft.set(Array(role.attribute.utf8), of: e, to: value)
    },
    SceneMutation("dangling-reference") { draft in
      guard let e = draft.innerElement() else { return }
      draft.set(Words.references, of: e, to: Array("display:vtkMRMLModelDisplayNode999;".utf8))
    },
    SceneMutation("self-reference") { draft in
      guard let e = draft.anyIdentified(), let id = draft.id(of: e) else { return }
      let role = draft.pick(["transform", "display", "storage", "parentNodeRef", "any"])
      draft.set(Words.references, of: e, to: role + [0x3A] + id + [0x3B])
    },
    SceneMutation("reference-cycle") { draft in
      let known = draft.outline.identified.map(\.element)
      guard known.count >= 2 else { return }
      let count = min(2 + draft.random.below(6), known.count)
      let first = draft.random.below(known.count)
      let ring = (0..<count).map { known[(first + $0) % known.count] }
      let role = draft.pick(["transform", "display", "storage", "x"])
      for (index, e) in ring.enumerated() {
        guard let id = draft.id(of: ring[(index + 1) % count]) else { continue }
        draft.set(Words.references, of: e, to: role + [0x3A] + id + [0x3B])
      }
    },
    SceneMutation("transform-cycle") { draft in
      let count = 1 + draft.random.below(5)
      let text = (0..<count).map { index in
        "<LinearTransform id=\"t\(index)\" references=\"transform:t\((index + 1) % count);\"/>"
      }.joined()
      draft.insertMarkup(text.utf8)
    },
    SceneMutation("hierarchy-cycle") { draft in
      let count = 2 + draft.random.below(4)
      let tag = ["ModelHierarchy", "Hierarchy", "AnnotationHierarchyNode"][draft.random.below(3)]
      let text = (0..<count).map { index in
        "<\(tag) id=\"h\(index)\" parentNodeRef=\"h\((index + 1) % count)\" sortingValue=\"\(index)\"/>"
      }.joined()
      draft.insertMarkup(text.utf8)
    },
    SceneMutation("scene-as-data") { draft in
      let name = draft.pick([
        "scene.mrml", "Scene.mrml", "other.mrml", "bundle.mrb", "./scene.mrml",
      ])
      draft.insertMarkup(
        Array("<ModelStorage id=\"vtkMRMLModelStorageNode1\" fileName=\"".utf8) + name
          + Array(
            "\"/><Model id=\"vtkMRMLModelNode1\" references=\"storage:vtkMRMLModelStorageNode1;\"/>"
              .utf8))
    },
  ]

  /// Mutations of identifiers, names and singletons.
  static let identity: [SceneMutation] = [
    SceneMutation("share-identifier") { draft in
      let known = draft.outline.identified.map(\.element)
      guard known.count >= 2, let a = draft.random.pick(known), let b = draft.random.pick(known),
        let id = draft.id(of: b)
      else { return }
      draft.set(Words.id, of: a, to: id)
    },
    SceneMutation("odd-identifier") { draft in
      guard let e = draft.innerElement() else { return }
      let value = draft.random.once(in: 4) ? draft.long(0x69) : draft.random.pick(Words.names) ?? []
      draft.set(Words.id, of: e, to: value)
    },
    SceneMutation("long-identifier") { draft in
      guard let e = draft.innerElement(), draft.limit > 1_000 else { return }
      draft.set(Words.id, of: e, to: [UInt8](repeating: 0x69, count: 256 + draft.random.below(400)))
    },
    SceneMutation("odd-name") { draft in
      guard let e = draft.innerElement() else { return }
      let value = draft.anyText()
      draft.set(Words.name, of: e, to: value)
    },
    SceneMutation("singletons") { draft in
      let tag = draft.pick(["", "Red", "default", "Singleton", "vtkMRMLLayoutNode"])
      let classes = [
        "Selection", "Interaction", "Slice", "View", "Layout", "Crosshair", "Unit", "Camera",
      ]
      var first = draft.random.pick(classes) ?? ""
      var second = draft.random.once(in: 2) ? first : draft.random.pick(classes) ?? ""
      if draft.random.once(in: 4), let pair = draft.random.pick(Words.ancestries) {
        // A class and a base class, in either order.
        (first, second) = (pair.tag, pair.ancestor)
        if draft.random.once(in: 2) { swap(&first, &second) }
      }
      let text = [first, second].enumerated().map { index, name in
        "<\(name) id=\"vtkMRML\(draft.random.once(in: 3) ? first : name)Node\(index)\" singletonTag=\""
      }
      draft.insertMarkup(text.flatMap { Array($0.utf8) + tag + Array("\"/>".utf8) })
    },
    SceneMutation("singleton-by-identifier") { draft in
      // A node with the identifier of another class's singleton.
      draft.insertMarkup(
        Array(
          "<Model id=\"vtkMRMLSliceNodeRed\"/><Slice id=\"s\" singletonTag=\"Red\" layoutName=\"Red\"/>"
            .utf8))
    },
    SceneMutation("make-singleton") { draft in
      guard let e = draft.innerElement() else { return }
      let value = draft.random.pick(Words.names) ?? []
      draft.set(Words.singletonTag, of: e, to: value)
    },
  ]
}
