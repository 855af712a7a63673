/// What a format of plain text consists of, for a mutator that does not read it: pieces between separators, in levels.
///
/// The formats are data; what is done to pieces (`TextMutation`) is the same for all of them.
package struct TextFormat: Sendable {
  /// Bytes that part records, fields and parts of fields, from the outermost level on.
  let separators: [[UInt8]]
  /// What stands in fields of the format and means something there.
  let words: [[UInt8]]
  /// A whole record, whose fields fit or just do not.
  let record: @Sendable (inout TextDraft) -> [UInt8]
  /// A whole text; nil for a format whose texts are one record.
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

  /// Numbers at the edges of what readers of numbers hold, and forms that only some of them take.
  static let numbers: [[UInt8]] = [
    "0", "1", "-1", "2", "3", "4", "5", "7", "16", "64", "255", "256", "1000", "65535", "65536",
    "1000000", "1000001", "2147483647", "2147483646", "2147483648", "-2147483648", "-2147483649",
    "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
    "18446744073709551615", "18446744073709551616", "1e308", "1e309", "-1e-400", "1e-999999999999",
    "0.5", "1.", ".5", "1e", "-", "+1", "007", "0x10", "0x", "0x-", "0b1", "nan", "inf", "-inf",
    "1_0", "1_", "000080", "0000000001", "0xfF", "0o17", "0.12345678901234", "3.14159265358979",
    "-0.000000000000001", "0.1234567890123456", "123456789012345.6", "1e-5", "1E+2",
  ].map { Array($0.utf8) }
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

  /// The small grammars of attribute values.
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
      // A count, and about so many numbers.
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
