package import SceneModel

/// Dictionary of one target (`corpus/TARGET/TARGET.dict`).
///
/// Words come from the catalogue of node types and from the grammars, never from seeds, since a
/// fuzzer copies from its seeds by itself. A long dictionary dilutes, so attributes of plain
/// numbers and texts are left out.
package struct FuzzDictionary: Equatable, Sendable {
  /// Words under one comment.
  struct Section: Equatable, Sendable {
    let title: String
    var words: [DictionaryWord]

    init(_ title: String, _ words: [DictionaryWord]) {
      self.title = title
      self.words = words
    }
  }

  /// Name of the target in the catalogue.
  package let target: String
  let sections: [Section]

  /// Creates a dictionary. A word of two sections stays in the first.
  init(_ target: String, _ sections: [Section]) {
    self.target = target
    var seen: Set<[UInt8]> = []
    self.sections = sections.map { section in
      Section(section.title, section.words.filter { seen.insert($0.bytes).inserted })
    }
  }

  /// Every generated dictionary, for the classes of `catalog`, in a fixed order. Those of other
  /// targets are written by hand.
  package static func all(for catalog: NodeCatalog) -> [FuzzDictionary] {
    [
      FuzzDictionary("xml", XMLWords.sections),
      FuzzDictionary("xml-differential", XMLWords.sections),
      FuzzDictionary("mrml", SceneWords.sections(of: catalog)),
      FuzzDictionary("mrml-roundtrip", SceneWords.sections(of: catalog)),
      FuzzDictionary("scene-repair", SceneWords.sections(of: catalog)),
      FuzzDictionary("subject-hierarchy", HierarchyWords.sections),
      FuzzDictionary("references", ValueWords.sections),
      FuzzDictionary("mrb", ArchiveWords.sections),
      FuzzDictionary("zip", ArchiveWords.sections),
      FuzzDictionary("archive-repair", ArchiveWords.sections),
      FuzzDictionary("inflate", StreamWords.raw),
      FuzzDictionary("inflate-differential", StreamWords.raw + StreamWords.wrapped),
    ]
  }

  /// All words, without duplicates, in the order of the file.
  package var words: [DictionaryWord] { sections.flatMap(\.words) }

  /// The contents of the file, in ASCII.
  package var text: String {
    var text =
      "# Words of \(target), written by `scenefuzz dictionary` from Sources/Fuzzing/Mutation/Dictionaries\n"
    for section in sections where !section.words.isEmpty {
      text += "\n# \(section.title)\n"
      for word in section.words { text += word.line + "\n" }
    }
    return text
  }
}
