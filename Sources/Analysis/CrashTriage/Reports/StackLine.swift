/// One line of a sanitizer's stack: `#3 0x55d in FUNCTION FILE:LINE:COLUMN`, or `… in FUNCTION (IMAGE+0xOFFSET)`.
enum StackLine {
  /// The number of the frame and the frame; nil when the line is none.
  static func read(_ line: ArraySlice<UInt8>) -> (number: Int, frame: StackFrame)? {
    var rest = line.drop(while: ASCII.isSpace)
    guard rest.first == UInt8(ascii: "#") else { return nil }
    rest.removeFirst()
    let digits = rest.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count < 7 else { return nil }
    rest = rest.dropFirst(digits.count).drop(while: ASCII.isSpace)
    if rest.starts(with: "0x") {
      rest = rest.dropFirst(2).drop(while: ASCII.isHexDigit).drop(while: ASCII.isSpace)
      if rest.starts(with: "in ") { rest = rest.dropFirst(3) }
    } else if rest.last != UInt8(ascii: ")") || !rest.contains("+0x") {
      // ThreadSanitizer leaves out the address, but names the image.
      return nil
    }
    return (ASCII.number(digits), frame(rest.trimmed()))
  }

  /// Splits `FUNCTION PLACE`. A mangled name has no space; a demangled one may have many, and so may a path, so the
  /// place starts at the first ` /` or at ` (/`, or is a last word that looks like a source file.
  private static func frame(_ line: ArraySlice<UInt8>) -> StackFrame {
    var body = line
    if let build = body.lastIndex(of: " (BuildId: ") { body = body[..<build].trimmed() }
    if body.last == UInt8(ascii: ")"), let open = body.lastIndex(of: " ("),
      body[open...].contains("+0x"), hasPlace(body[..<open])
    {
      body = body[..<open]
    }
    if let image = imageStart(body) {
      let name = body[(image + 1)...].prefix { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: ")") }
      let digits = body[name.endIndex...].after("+0x")?.prefix(while: ASCII.isHexDigit)
      return StackFrame(
        function: body[..<image].trimmed().text, image: name.text,
        offset: digits.flatMap { UInt64($0.text, radix: 16) } ?? 0)
    }
    let isMangled = body.first == UInt8(ascii: "$") || body.starts(with: "_T")
    let split =
      isMangled ? body.firstIndex(of: UInt8(ascii: " ")) : body.firstIndex(of: " /")
    if let split { return place(body[split...].trimmed(), function: body[..<split].trimmed()) }
    if let space = body.lastIndex(of: UInt8(ascii: " ")), isSourceFile(body[(space + 1)...]) {
      return place(body[(space + 1)...], function: body[..<space].trimmed())
    }
    return StackFrame(function: body.text)
  }

  private static func imageStart(_ body: ArraySlice<UInt8>) -> Int? {
    if body.starts(with: "(") { return body.startIndex }
    if let slash = body.firstIndex(of: " (/") { return slash + 1 }
    guard body.last == UInt8(ascii: ")"), let open = body.lastIndex(of: " ("),
      body[open...].contains("+0x")
    else { return nil }
    return open + 1
  }

  /// Whether `body` ends in `FILE:LINE` or `FILE:LINE:COLUMN`.
  private static func hasPlace(_ body: ArraySlice<UInt8>) -> Bool { splitLine(body).1 > 0 }

  private static func place(
    _ text: ArraySlice<UInt8>, function: ArraySlice<UInt8>
  ) -> StackFrame {
    let (file, line) = splitLine(text)
    return StackFrame(function: function.text, file: file.text, line: line)
  }

  /// `FILE:LINE:COLUMN` or `FILE:LINE` or `FILE`.
  static func splitLine(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    var file = text
    var numbers: [Int] = []
    while numbers.count < 2, let colon = file.lastIndex(of: UInt8(ascii: ":")) {
      let digits = file[(colon + 1)...]
      guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { break }
      numbers.append(ASCII.number(digits))
      file = file[..<colon]
    }
    return (file, numbers.last ?? 0)
  }

  private static let sourceEndings = [
    ".swift", ".c", ".cpp", ".cc", ".h", ".hpp", ".m", ".mm", ".S", ".o",
  ]

  private static func isSourceFile(_ word: ArraySlice<UInt8>) -> Bool {
    let file = splitLine(word).0.text
    return sourceEndings.contains { file.hasSuffix($0) }
  }
}
