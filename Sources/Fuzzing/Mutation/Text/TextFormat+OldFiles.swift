/// Formats of files beside a scene that old versions wrote.
extension TextFormat {
  /// Annotation files: properties after `#`, then texts and points between bars.
  package static let annotations = TextFormat(
    separators: ["\n", "|=", ", "],
    words: [
      "# Name = F", "# Name = ", "# textColor = 1,0,0", "# pointVisibility = 1",
      "# textOpacity = nan",
      "# pointColumns = type|x|y|z|sel|vis", "text", "text|", "point", "point|", "#", "# ",
      "textual|x",
      "\r", "\u{0}", "é",
    ]
  ) { draft in
    switch draft.random.below(4) {
    case 0:
      let name = draft.pick([
        "Visibility", "Color", "SelectedColor", "Opacity", "Ambient", "Diffuse", "Specular",
        "Power",
        "Scale", "",
      ])
      let count = name.last == 0x72 ? [3, 3, 2, 4][draft.random.below(4)] : 1
      let values = (0..<count).map { _ in
        draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
      }
      let owner = draft.pick(["# text", "# point", "# ", "#text"])
      return owner + name + Array(" = ".utf8) + Array(values.joined(separator: [0x2C])) + [0x0A]
    case 1:
      return Array("text|".utf8) + draft.pick(["F", "", "a b", "a\tb", "|", "é"])
        + Array("|1|1\n".utf8)
    default:
      let count = [3, 5, 5, 2, 0, 8][draft.random.below(6)]
      let values = (0..<count).map { _ in
        draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
      }
      return Array(([Array("point".utf8)] + values).joined(separator: [0x7C])) + [0x0A]
    }
  }

  /// Volume property files: six lines of one number, then three counted lists.
  package static let volumeProperties = TextFormat(
    separators: ["\n", " \t"],
    words: [
      "0", "1", "0.9", "", "4 0 1 255 1", "12 0 0 0 0 127 0.5 0.5 0.5 255 1 1 1", "2 0", "\r",
    ],
    whole: wholeVolumeProperty
  ) { draft in countedLine(draft.random.once(in: 3) ? 4 : 2, &draft) }

  /// Makes a count and about that many numbers, whose positions mostly ascend.
  private static func countedLine(_ size: Int, _ draft: inout TextDraft) -> [UInt8] {
    let points = draft.random.below(5)
    let given = max(points * size + [0, 0, 0, 0, 1, -1, -size, size][draft.random.below(8)], 0)
    var words = (0..<given).map { place in
      if draft.random.once(in: 8) { return draft.number() }
      return place % size == 0 ? Array("\(place * 10)".utf8) : draft.plainNumber()
    }
    let count = draft.random.once(in: 6) ? draft.number() : Array("\(points * size)".utf8)
    words.insert(count, at: 0)
    return Array(words.joined(separator: [0x20])) + [0x0A]
  }

  private static func wholeVolumeProperty(_ draft: inout TextDraft) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<6 {
      if !draft.random.once(in: 6) {
        text += draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
      }
      text.append(0x0A)
    }
    for size in [2, 2, 4] { text += countedLine(size, &draft) }
    return text
  }
}
