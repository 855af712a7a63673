package import SceneModel

/// The dictionary of one target, as it lies in `corpus/TARGET/TARGET.dict`.
///
/// Words come from the catalogue of node types and from the grammars, never from seeds: what is generated depends on
/// nothing but this source. A fuzzer copies out of its seeds by itself, and a long dictionary dilutes, so that a word
/// stands here for its grammar only: attributes of plain numbers and texts do not.
package struct FuzzDictionary: Equatable, Sendable {
  /// Words of one kind, under a comment.
  struct Section: Equatable, Sendable {
    let title: String
    var words: [DictionaryWord]

    init(_ title: String, _ words: [DictionaryWord]) {
      self.title = title
      self.words = words
    }
  }

  /// Name of the target, as the catalogue has it; the module does not know the catalogue.
  package let target: String
  let sections: [Section]

  /// A word that stands in two sections stays in the first.
  init(_ target: String, _ sections: [Section]) {
    self.target = target
    var seen: Set<[UInt8]> = []
    self.sections = sections.map { section in
      Section(section.title, section.words.filter { seen.insert($0.bytes).inserted })
    }
  }

  /// Every dictionary that is generated, for the classes of `catalog`; the same words in the same order each time.
  /// Dictionaries of other targets are written by hand.
  package static func all(for catalog: NodeCatalog) -> [FuzzDictionary] {
    [
      FuzzDictionary("xml", XMLWords.sections),
      FuzzDictionary("xml-differential", XMLWords.sections),
      FuzzDictionary("mrml", SceneWords.sections(of: catalog)),
      FuzzDictionary("mrml-roundtrip", SceneWords.sections(of: catalog)),
      FuzzDictionary("subject-hierarchy", HierarchyWords.sections),
      FuzzDictionary("references", ValueWords.sections),
      FuzzDictionary("mrb", ArchiveWords.sections),
      FuzzDictionary("zip", ArchiveWords.sections),
      FuzzDictionary("inflate", StreamWords.raw),
      FuzzDictionary("inflate-differential", StreamWords.raw + StreamWords.wrapped),
    ]
  }

  /// Every word once, in the order of the file.
  package var words: [DictionaryWord] { sections.flatMap(\.words) }

  /// The file, ASCII.
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
