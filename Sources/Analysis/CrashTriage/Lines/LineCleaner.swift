/// Undoes what terminals, web pages and shippers of logs did to a line, before a mark is looked
/// for.
enum LineCleaner {
  /// The line without colors, HTML escapes and a carriage return, with the names of what was
  /// undone. Allocates only for lines that have any of them.
  static func clean(_ line: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, stripped: [String]) {
    var out = line
    var stripped: [String] = []
    if out.starts(with: [0xEF, 0xBB, 0xBF]) {
      out = out.dropFirst(3)
      stripped.append("byte-order-mark")
    }
    if out.last == 0x0D {
      out = out.dropLast()
      stripped.append("carriage-return")
    }
    if let last = out.lastIndex(of: 0x0D) {
      // A terminal shows what follows the last return: a progress bar, a fold of GitLab.
      out = out[(last + 1)...]
      stripped.append("carriage-return")
    }
    var hasEscape = false
    var hasEntity = false
    var hasTag = false
    for index in out.indices {
      switch out[index] {
      case 0x1B, 0x5E: hasEscape = true
      case UInt8(ascii: "&"): hasEntity = true
      case UInt8(ascii: "<"): hasTag = true
      case UInt8(ascii: "m") where isBareColor(out, endingAt: index): hasEscape = true
      default: break
      }
    }
    if hasEscape, let plain = withoutColors(out) {
      out = plain
      stripped.append("color")
    }
    if hasEntity, let plain = withoutEntities(out) {
      out = plain
      stripped.append("html")
      hasTag = true
    }
    if hasTag, let plain = withoutTags(out) {
      out = plain
      if !stripped.contains("html") { stripped.append("html") }
    }
    return (out, stripped)
  }

  /// Whether `[31m` stands before `index`, a color whose escape byte was lost.
  private static func isBareColor(_ line: ArraySlice<UInt8>, endingAt index: Int) -> Bool {
    var start = index - 1
    while start > line.startIndex, index - start < 10,
      ASCII.isDigit(line[start]) || line[start] == UInt8(ascii: ";")
    {
      start -= 1
    }
    // `[m` without a number begins a word, such as `[main]`.
    return start >= line.startIndex && start < index - 1 && line[start] == UInt8(ascii: "[")
  }

  /// Removes control sequences: ESC or `^[` and what follows, and colors whose escape byte was
  /// lost.
  private static func withoutColors(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var out: [UInt8] = []
    out.reserveCapacity(line.count)
    var index = line.startIndex
    var changed = false
    while index < line.endIndex {
      let byte = line[index]
      let rest = line[index...]
      var body: ArraySlice<UInt8>?
      if byte == 0x1B { body = rest.dropFirst() }
      if byte == UInt8(ascii: "^"), rest.starts(with: "^[[") { body = rest.dropFirst(2) }
      if byte == UInt8(ascii: "["), let end = bareColor(rest) {
        index = end
        changed = true
        continue
      }
      guard let body else {
        out.append(byte)
        index += 1
        continue
      }
      changed = true
      if body.first == UInt8(ascii: "[") {
        let end = body.dropFirst().firstIndex { (0x40...0x7E).contains($0) }
        index = end.map { $0 + 1 } ?? line.endIndex
      } else if body.first == UInt8(ascii: "]") || body.first == UInt8(ascii: "_") {
        // A title of a terminal or a command of an application ends with a bell or an escape.
        let end = body.firstIndex { $0 == 0x07 || $0 == 0x1B }
        index = end.map { $0 + 1 } ?? line.endIndex
      } else {
        index = body.startIndex
      }
    }
    return changed ? out[...] : nil
  }

  private static func bareColor(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.dropFirst().prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ";") }
    guard !digits.isEmpty, digits.count < 10, digits.endIndex < text.endIndex,
      text[digits.endIndex] == UInt8(ascii: "m")
    else { return nil }
    return digits.endIndex + 1
  }

  private static let entities: [(name: [UInt8], text: UInt8)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
    ("&#x27;", "'"), ("&#34;", "\""), ("&apos;", "'"), ("&#60;", "<"), ("&#62;", ">"),
    ("&nbsp;", " "), ("&#43;", "+"), ("&#96;", "`"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  private static func withoutEntities(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
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

  private static let tags = [
    "<br>", "<br/>", "<br />", "<pre>", "</pre>", "<code>", "</code>", "<p>", "</p>", "<span>",
    "</span>", "<div>", "</div>",
  ]

  private static func withoutTags(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var out = line
    var changed = false
    for _ in 0..<8 {
      let body = out.trimmed()
      if let tag = tags.first(where: { body.starts(with: $0) }) {
        out = body.dropFirst(tag.utf8.count)
      } else if let tag = tags.first(where: { body.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
        out = body.dropLast(tag.utf8.count)
      } else {
        break
      }
      changed = true
    }
    return changed ? out : nil
  }

  /// Whether `line` is the head of a file in a list of files.
  static func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
    let body = line.trimmed()
    return body.starts(with: "==> ") && body.suffix(4).elementsEqual(" <==".utf8)
  }

  /// Whether a line is nothing but a Markdown fence or a marker that a CI folds output by.
  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let body = line.trimmed()
    return body.starts(with: "```") || body.starts(with: "~~~") || body.starts(with: "##[group]")
      || body.starts(with: "##[endgroup]") || body.starts(with: "::group::")
      || body.starts(with: "::endgroup::")
  }
}
