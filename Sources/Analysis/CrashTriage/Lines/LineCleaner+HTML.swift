/// What web pages do to a line.
extension LineCleaner {
  private static let entities: [(name: [UInt8], text: UInt8)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
    ("&#x27;", "'"), ("&#34;", "\""), ("&apos;", "'"), ("&#60;", "<"), ("&#62;", ">"),
    ("&nbsp;", " "), ("&#43;", "+"), ("&#96;", "`"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  static func withoutEntities(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    // What escapes quotation marks leaves none: beside one, an entity is text of the log.
    let isQuoted = line.contains(UInt8(ascii: "\""))
    let entities = isQuoted ? entities.filter { $0.text != 0x22 } : entities
    var out: [UInt8] = []
    var rest = line
    var changed = false
    while let hit = rest.firstIndex(of: UInt8(ascii: "&")) {
      out += rest[..<hit]
      let tail = rest[hit...]
      if let entity = entities.first(where: { tail.starts(with: $0.name) }) {
        out.append(entity.text)
        rest = tail.dropFirst(entity.name.count)
        changed = true
      } else {
        out.append(UInt8(ascii: "&"))
        rest = tail.dropFirst()
      }
    }
    return changed ? (out + rest)[...] : nil
  }

  private static let openingTags = ["<pre>", "<code>", "<p>", "<span>", "<div>"]
  private static let closingTags = [
    "<br>", "<br/>", "<br />", "</pre>", "</code>", "</p>", "</span>", "</div>",
  ]
  private static let maximumTags = 8

  /// Removes tags at the end and behind a prefix; elsewhere they may be arguments of a template.
  static func withoutTags(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var out = line
    var changed = false
    for _ in 0..<maximumTags {
      let body = out.trimmed()
      guard
        let tag = closingTags.first(where: { body.suffix($0.utf8.count).elementsEqual($0.utf8) })
      else { break }
      out = out[..<(body.endIndex - tag.utf8.count)]
      changed = true
    }
    var start = out.startIndex
    for _ in 0..<maximumTags {
      guard let open = out[start...].prefix(LinePrefix.maximumLength).firstIndex(of: 0x3C) else {
        break
      }
      let text = out[open...]
      guard let tag = (openingTags + closingTags).first(where: { text.starts(with: $0) }) else {
        start = open + 1
        continue
      }
      // Behind a letter or a digit, the tag is inside of a word.
      let isInWord =
        out[..<open].last.map {
          ASCII.isDigit($0) || (0x61...0x7A).contains($0 | 0x20)
        } ?? false
      guard !isInWord, LinePrefix.parts(out[..<open]) != nil else { break }
      let before = Array(out[..<open])
      out = (before + text.dropFirst(tag.utf8.count))[...]
      start = before.count
      changed = true
    }
    return changed ? out : nil
  }
}
