/// Plain text format as data for `TextMutator`: separators in levels, words, and generators.
package struct TextFormat: Sendable {
  /// Separators of records, fields and parts of fields, from the outermost level.
  let separators: [[UInt8]]
  /// Words with a meaning in the format.
  let words: [[UInt8]]
  /// Makes a record, valid or almost valid.
  let record: @Sendable (inout TextDraft) -> [UInt8]
  /// Makes a whole text; nil for a format whose texts are one record.
  let whole: (@Sendable (inout TextDraft) -> [UInt8])?

  init(
    separators: [String], words: [String],
    whole: (@Sendable (inout TextDraft) -> [UInt8])? = nil,
    record: @escaping @Sendable (inout TextDraft) -> [UInt8]
  ) {
    self.whole = whole
    self.separators = separators.map { Array($0.utf8) }
    self.words = words.map { Array($0.utf8) }
    self.record = record
  }
}

extension TextFormat {
  /// Links of the application (`slicer://`).
  package static let link = TextFormat(
    separators: ["?#", "&/@", "=:.%"],
    words: [
      "slicer:", "slicer://viewer/", "SLICER", "viewer", "view%65r", "dicomweb_endpoint",
      "studyUID", "access_token", "bulk_retrieve", "https://host/", "http://host/", "ftp://h",
      "https%3A%2F%2Fa%40b%2F", "xn--a", "%00", "%2500", "%252e", "%25", "%", "%4", "%ff", "%C3%A9",
      "[::1]", "[", "]", "viewer:80", "u:p@viewer", "1.2.840", "1.2.", "+", "_", "ü", "\u{202E}",
    ], whole: wholeLink
  ) { draft in
    let name = draft.random.pick(["dicomweb_endpoint", "studyUID", "access_token", "bulk_retrieve"])
    let value =
      switch name {
      case "dicomweb_endpoint":
        draft.pick([
          "https://h/", "http://h/", "HTTP://h/", "ftp://h/", "https://u@h/",
          "https%3A%2F%2Fa%40b%2F",
          "https://xn--a/", "%2568ttps://h/", "",
        ])
      case "studyUID": draft.pick(["1.2", "1.2.840.10008", "1.", "a", "", "1%252e2", "0"])
      case "access_token": draft.pick(["t", "", "%00", "%2500", "\u{E9}"])
      default: draft.number()
      }
    return [0x26] + Array((name ?? "").utf8) + [0x3D] + value + [0x26]
  }

  /// Grammars of attribute values.
  package static let values = TextFormat(
    separators: [";|", ":,", " {}=\t"],
    words: [
      "role:id", "a:b", "{k=v}", "k=v", "%3B", "%25", "%2525", "%3A", "%7B", "%2", "[br]", "<br>",
      "LabelMap:1", "font-size:12px", "color:rgba(1,2,3,0.5)", "CodeValue:", "'name'", "true",
      "false",
    ]
  ) { draft in
    switch draft.random.below(4) {
    case 0:
      // A count, and about that many numbers.
      let count = draft.random.below(10)
      let numbers = (0..<max(count + draft.random.below(3) - 1, 0)).map { _ in draft.number() }
      return Array("\(count) ".utf8) + numbers.joined(separator: [0x20])
    case 1: return draft.pick(["a;", "b", "role", "role:"]) + draft.pick(["", ";", ":"])
    default:
      let role = draft.pick(["r", "role", "any role"]) + [0x3A]
      return role + draft.word() + [0x20] + draft.word() + [0x3B]
    }
  }
}
