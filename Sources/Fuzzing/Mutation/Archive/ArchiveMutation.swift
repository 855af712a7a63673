internal import StableNumbers

/// Mutation of the members of an archive, which is then written with consistent headers.
package struct ArchiveMutation: Sendable {
  /// Stable name for tests and reports.
  package let name: String
  let apply: @Sendable (inout ArchiveDraft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout ArchiveDraft) -> Void) {
    self.name = name
    self.apply = apply
  }

  private static let names: [[UInt8]] = [
    "/etc/passwd", "../outside", "a/../../b", "Data\\x.nrrd", "C:\\x", "C:x", "", "a\u{0}b",
    "a\u{1B}[31mb",
    "a\u{202E}gpj.exe", "Scene/", "scene.mrml", "SCENE.MRML", "Scene/Scene.MRML", "x.mrb", "Data",
    "Data/",
    "Data/x/y", ".", "..", "a//b", "größe.nrrd", "Data/volume.nrrd", "~/x", "x.mrml/",
    "CON", "Data/nul.txt", "a.", "Data /b", "a?b", "x:y", "a\u{200B}b",
    String(repeating: "a", count: 256), String(repeating: "abcdefg/", count: 40) + "b",
  ].map { Array($0.utf8) }

  private static let twins = [
    ("caf\u{E9}", "cafe\u{301}"), ("\u{E9}", "\u{C9}"), ("gr\u{F6}\u{DF}e", "GR\u{D6}\u{DF}E"),
    ("K", "\u{212A}"), ("\u{3C3}", "\u{3A3}"), ("\u{FB01}", "fi"),
    ("STRASSE", "stra\u{DF}e"),
  ]

  /// Every mutation. The first, which changes the scene, is drawn half of the time.
  package static let all = members + layers

  private static let members: [ArchiveMutation] = [
    ArchiveMutation("mutate-scene") { draft in
      guard let index = draft.scene() else { return }
      let seed = draft.random.next()
      draft.members[index].contents = SceneMutator(limit: 1 << 18).mutate(
        draft.members[index].contents, seed: seed)
    },
    ArchiveMutation("rename-member") { draft in
      guard let index = draft.anyMember() else { return }
      draft.members[index].name = draft.random.pick(names) ?? []
    },
    ArchiveMutation("name-of-parts") { draft in
      guard let index = draft.anyMember() else { return }
      let parts = [
        "..", ".", "", "a", "Data", "C:", "c:..", "~", "scene.mrml", ".mrml", "link", "é",
      ]
      let separators: [[UInt8]] = [[0x2F], [0x2F], [0x5C]]
      var name: [UInt8] = []
      for place in 0..<(1 + draft.random.below(4)) {
        if place > 0 { name += draft.random.pick(separators) ?? [] }
        name += (draft.random.pick(parts) ?? "").utf8
      }
      draft.members[index].name = name
    },
    ArchiveMutation("twin-by-unicode") { draft in
      // Names that file systems treat as one: by normal form, or by case beyond ASCII.
      guard let index = draft.anyMember(), let pair = draft.random.pick(twins) else { return }
      var copy = draft.members[index]
      let rest = Array(copy.name.drop { $0 != 0x2F })
      draft.members[index].name = Array(pair.0.utf8) + rest
      copy.name = Array(pair.1.utf8) + rest
      draft.members.append(copy)
    },
    ArchiveMutation("late-link") { draft in
      // A link at the path of a folder, after a member of the folder.
      guard let index = draft.anyMember(),
        let slash = draft.members[index].name.firstIndex(of: 0x2F), slash > 0
      else { return }
      draft.members.append(
        ArchiveDraft.Member(
          name: Array(draft.members[index].name[..<slash]), contents: Array("..".utf8),
          isDeflated: false, mode: 0o120777))
    },
    ArchiveMutation("odd-name-byte") { draft in
      guard let index = draft.anyMember() else { return }
      let place = draft.random.below(draft.members[index].name.count + 1)
      let odd: [UInt8] = [0, 0x0A, 0x2F, 0x5C, 0x3A, 0x2E, 0x80, 0xFF, 0x7F]
      draft.members[index].name.insert(odd[draft.random.below(odd.count)], at: place)
    },
    ArchiveMutation("delete-member") { draft in
      guard let index = draft.anyMember() else { return }
      draft.members.remove(at: index)
    },
    ArchiveMutation("duplicate-member") { draft in
      guard let index = draft.anyMember() else { return }
      var copy = draft.members[index]
      switch draft.random.below(4) {
      // The name in another case, a folder of the name, a member below it, or the same name.
      case 0: copy.name = copy.name.map { (0x61...0x7A).contains($0) ? $0 ^ 0x20 : $0 }
      case 1: copy.name.append(0x2F)
      case 2: copy.name += Array("/below".utf8)
      default: break
      }
      draft.members.append(copy)
    },
    ArchiveMutation("move-member") { draft in
      guard let index = draft.anyMember() else { return }
      let member = draft.members.remove(at: index)
      draft.members.insert(member, at: draft.random.below(draft.members.count + 1))
    },
    ArchiveMutation("add-scene") { draft in
      let name: [[UInt8]] = [
        "a.mrml", "Scene/b.mrml", "Scene/Deep/c.mrml", "D.MRML", ".mrml", "__MACOSX/._a.mrml",
      ].map { Array($0.utf8) }
      let place = draft.random.pick(name) ?? []
      draft.add(place, Array("<MRML><Model id=\"m\"/></MRML>".utf8))
    },
    ArchiveMutation("add-link") { draft in
      let targets = ["/etc", "..", "../../x", "Data", "link", "scene.mrml", "a/../../b", ""]
      let target = Array((draft.random.pick(targets) ?? "").utf8)
      let name = draft.random.once(in: 3) ? Array("scene.mrml".utf8) : Array("link".utf8)
      draft.add(name, target, mode: 0o120777)
      // And a member that would be written through the link.
      if draft.random.once(in: 2) {
        draft.members.append(
          ArchiveDraft.Member(
            name: name + Array("/through.nrrd".utf8), contents: [0x78], isDeflated: false, mode: nil
          ))
      }
    },
    ArchiveMutation("nest-bundle") { draft in
      let inner = draft.written()
      guard inner.count < draft.limit / 2 else { return }
      if draft.random.once(in: 4) { draft.members = [] }
      draft.add(Array("inner.mrb".utf8), inner)
    },
    ArchiveMutation("much-of-nothing") { draft in
      let size = [4_096, 4_096, 65_536, 1_100_000][draft.random.below(4)]
      draft.members.append(
        ArchiveDraft.Member(
          name: Array("Data/zeros.raw".utf8), contents: [UInt8](repeating: 0, count: size),
          isDeflated: true, mode: nil))
    },
    ArchiveMutation("many-members") { draft in
      let count = [10, 100, 500][draft.random.below(3)]
      guard count * 110 < draft.limit else { return }
      for index in 0..<count {
        draft.members.append(
          ArchiveDraft.Member(
            name: Array("m\(index)".utf8), contents: [], isDeflated: false, mode: nil))
      }
    },
    ArchiveMutation("other-compression") { draft in
      guard let index = draft.anyMember() else { return }
      draft.members[index].isDeflated.toggle()
    },
    ArchiveMutation("slicer-style") { draft in draft.hasSlicerStyle = true },
    ArchiveMutation("change-content") { draft in
      guard let index = draft.anyMember() else { return }
      let place = draft.random.below(draft.members[index].contents.count + 1)
      draft.members[index].contents.insert(
        contentsOf: [UInt8](repeating: 0x41, count: draft.random.length()), at: place)
    },
    ArchiveMutation("file-names-of-scene") { draft in
      guard let index = draft.scene(), let other = draft.anyMember() else { return }
      let name = draft.members[other].name.filter {
        $0 >= 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x26
      }
      let node =
        Array("<ModelStorage id=\"vtkMRMLModelStorageNode8\" fileName=\"".utf8) + name
        + Array("\"/>".utf8)
      let text = draft.members[index].contents
      guard let end = text.lastIndex(of: 0x3C) else { return }
      draft.members[index].contents.insert(contentsOf: node, at: end)
    },
  ]
}
