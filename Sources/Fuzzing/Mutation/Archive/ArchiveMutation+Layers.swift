internal import StableNumbers

extension ArchiveMutation {
  /// Mutations that carry a name between the layers of an archive, as it is or in another encoding:
  /// members, contents, and the file names of the scene.
  static let layers: [ArchiveMutation] = [
    ArchiveMutation("layer-of-name") { draft in
      guard let index = draft.anyMember() else { return }
      draft.members[index].name = LayerMutation.encoded(
        draft.members[index].name[...], &draft.random)
    },
    ArchiveMutation("member-of-layers") { draft in
      // A further member whose name differs in its encoding only.
      guard let index = draft.anyMember() else { return }
      var copy = draft.members[index]
      copy.name = LayerMutation.encoded(copy.name[...], &draft.random)
      draft.members.insert(copy, at: draft.random.below(draft.members.count + 1))
    },
    ArchiveMutation("text-of-content") { draft in
      guard let index = draft.anyMember(), draft.members[index].contents.count < 1 << 16,
        let mutation = draft.random.pick(LayerMutation.all)
      else { return }
      let seed = draft.random.next()
      draft.members[index].contents =
        mutation.apply(to: draft.members[index].contents, seed: seed, limit: draft.limit)
        ?? draft.members[index].contents
    },
    ArchiveMutation("name-into-content") { draft in
      // The name of a member, below the first folder or whole, in place of a token.
      guard let index = draft.anyMember(), let other = draft.anyMember(),
        draft.members[index].contents.count < 1 << 16
      else { return }
      let name = draft.members[other].name
      let inner = name.firstIndex(of: 0x2F).map { name[($0 + 1)...] } ?? name[...]
      let text = draft.random.once(in: 2) ? inner : name[...]
      let tokens = TextTokens(draft.members[index].contents, &draft.random)
      guard let token = tokens.any(&draft.random) else { return }
      let written =
        draft.random.once(in: 2) ? LayerMutation.encoded(text, &draft.random) : Array(text)
      draft.members[index].contents = LayerMutation.replacing(tokens.bytes, token, with: written)
    },
    ArchiveMutation("files-of-scene") { draft in
      // One or two nodes that store a member, whose names differ in their encoding.
      guard let index = draft.scene(), let other = draft.anyMember() else { return }
      let name = draft.members[other].name.filter {
        $0 >= 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x26
      }
      let inner = name.firstIndex(of: 0x2F).map { Array(name[($0 + 1)...]) } ?? name
      guard let end = draft.members[index].contents.lastIndex(of: 0x3C) else { return }
      var nodes: [UInt8] = []
      for number in 0..<(1 + draft.random.below(2)) {
        let text =
          draft.random.once(in: 3) ? inner : LayerMutation.encoded(inner[...], &draft.random)
        nodes += "<ModelStorage id=\"vtkMRMLModelStorageNode\(70 + number)\" fileName=\"".utf8
        nodes += text.filter { $0 >= 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x26 }
        nodes += "\"/>".utf8
      }
      draft.members[index].contents.insert(contentsOf: nodes, at: end)
    },
  ]
}
