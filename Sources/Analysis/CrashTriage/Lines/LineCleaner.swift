/// Undoes what terminals, web pages and shippers of logs did to a line, before a mark is looked
/// for.
enum LineCleaner {
  /// The line without colors, HTML escapes and a carriage return, with the names of what was
  /// undone. Allocates only for lines that have any of them.
  static func clean(_ line: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, stripped: [String]) {
    var out = line
    var stripped: [String] = []
    if out.last == 0x0D {
      out = out.dropLast()
      stripped.append("carriage-return")
    }
    if let last = out.lastIndex(of: 0x0D) {
      // A terminal shows what follows the last return: a progress bar, a fold of GitLab.
      out = out[(last + 1)...]
      stripped.append("carriage-return")
    }
    if let plain = withoutByteOrder(out) {
      out = plain
      stripped.append("byte-order-mark")
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

  /// Removes byte-order marks: those of files that were put together stand anywhere, and behind
  /// the prefix that a shipper adds.
  private static func withoutByteOrder(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var out: [UInt8] = []
    var rest = line
    var start = line.startIndex
    while let hit = rest.firstIndex(of: 0xEF) {
      let isMark = rest[hit...].starts(with: [0xEF, 0xBB, 0xBF])
      if isMark {
        out += line[start..<hit]
        start = hit + 3
      }
      rest = line[(isMark ? hit + 3 : hit + 1)...]
    }
    return start > line.startIndex ? (out + line[start...])[...] : nil
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
        let end = body.dropFirst().prefix(maximumParameters).prefix { (0x20...0x3F).contains($0) }
          .endIndex
        let isEnded = end < line.endIndex && (0x40...0x7E).contains(line[end])
        index = isEnded ? end + 1 : end
      } else if body.first == UInt8(ascii: "]") || body.first == UInt8(ascii: "_") {
        // A title of a terminal or a command of an application ends with a bell or an escape.
        let end = body.firstIndex { $0 == 0x07 || $0 == 0x1B } ?? line.endIndex
        index = min(end + (line[end...].starts(with: [0x1B, 0x5C]) ? 2 : 1), line.endIndex)
      } else if body.first == UInt8(ascii: "(") || body.first == UInt8(ascii: ")") {
        // A set of characters.
        index = min(body.startIndex + 2, line.endIndex)
      } else {
        index = body.startIndex
      }
    }
    return changed ? out[...] : nil
  }

  /// Maximum bytes between the sign and the end of a control sequence.
  static let maximumParameters = 32

  private static func bareColor(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.dropFirst().prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ";") }
    guard !digits.isEmpty, digits.count < 10, digits.endIndex < text.endIndex,
      text[digits.endIndex] == UInt8(ascii: "m")
    else { return nil }
    return digits.endIndex + 1
  }

  /// The cleaned start of a line beside one with a mark; empty for the head of a file, which is no
  /// line of a log.
  static func neighbor(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let (plain, _) = clean(line.prefix { $0 != 0x0A })
    let isHead = plain.trimmed().suffix(4).elementsEqual(" <==".utf8) && plain.contains("==> ")
    return isHead ? [] : plain
  }

  /// Whether `line` is the head of a file in a list of files.
  static func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
    let body = line.trimmed()
    return body.starts(with: "==> ") && body.suffix(4).elementsEqual(" <==".utf8)
  }

  /// Whether a line is nothing but a Markdown fence or a marker that a CI folds output by.
  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let body = line.trimmed()
    if body.starts(with: "```") || body.starts(with: "~~~") {
      // Behind the marks stands the name of a language, if anything.
      let name = body.drop { $0 == body.first }.trimmed()
      return name.count <= 32 && name.allSatisfy { ASCII.isNameByte($0) }
    }
    return body.starts(with: "##[group]") || body.starts(with: "##[endgroup]")
      || body.starts(with: "::group::") || body.starts(with: "::endgroup::")
  }
}
