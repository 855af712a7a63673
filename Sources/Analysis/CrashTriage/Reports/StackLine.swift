/// One line of a sanitizer's stack: `#3 0x55d in FUNCTION FILE:LINE:COLUMN`, or `… in FUNCTION
/// (IMAGE+0xOFFSET)`.
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
    } else if rest.starts(with: "pc ") {
      return nil
    } else if rest.last != UInt8(ascii: ")") || !rest.contains("+0x") {
      // ThreadSanitizer leaves out the address, but names the image.
      return nil
    }
    return (ASCII.number(digits), frame(rest.trimmed()))
  }

  /// Whether `line` is a frame that names neither a source nor an image, as when its end is in the
  /// next line.
  static func isWithoutPlace(_ line: ArraySlice<UInt8>) -> Bool {
    guard let (_, frame) = read(line) else { return false }
    return frame.file.isEmpty && frame.image.isEmpty
  }

  /// Splits `FUNCTION PLACE (IMAGE+0xOFFSET) (BuildId: …)`. A mangled name has no space; a
  /// demangled one may have many, and so may a path: the place starts at the first ` /` or is a
  /// last word that looks like a source file.
  private static func frame(_ line: ArraySlice<UInt8>) -> StackFrame {
    var body = line
    if let build = body.lastIndex(of: " (BuildId: ") { body = body[..<build].trimmed() }
    var image: (name: String, offset: UInt64) = ("", 0)
    if let start = imageStart(body) {
      image = Self.image(body[start...])
      body = body[..<start].trimmed()
    }
    for nothing in ["<null>", "<compiler-generated>", "<invalid>", "??:?", "??"] {
      let end = body.suffix(nothing.utf8.count)
      if end.elementsEqual(nothing.utf8), body.dropLast(end.count).last.map(ASCII.isSpace) ?? true {
        body = body.dropLast(end.count).trimmed()
      }
    }
    var frame = named(body)
    (frame.image, frame.offset) = image
    return frame
  }

  private static func named(_ body: ArraySlice<UInt8>) -> StackFrame {
    let isMangled = body.first == UInt8(ascii: "$") || body.starts(with: "_T")
    let split =
      isMangled ? body.firstIndex(of: UInt8(ascii: " ")) : body.firstIndex(of: " /")
    if let split { return place(body[split...].trimmed(), function: body[..<split].trimmed()) }
    if let drive = body.firstIndex(of: ":\\"), drive > body.startIndex + 1 {
      return place(body[(drive - 1)...], function: body[..<(drive - 1)].trimmed())
    }
    if let space = body.lastIndex(of: UInt8(ascii: " ")), isSourceFile(body[(space + 1)...]) {
      return place(body[(space + 1)...], function: body[..<space].trimmed())
    }
    return StackFrame(function: body.text)
  }

  /// The start of `(IMAGE+0xOFFSET)` at the end of `body`.
  private static func imageStart(_ body: ArraySlice<UInt8>) -> Int? {
    guard body.last == UInt8(ascii: ")"), let plus = body.lastIndex(of: "+0x") else { return nil }
    guard body[(plus + 3)...].dropLast().allSatisfy(ASCII.isHexDigit) else { return nil }
    if body.starts(with: "("), !body[..<plus].contains(") ") { return body.startIndex }
    if let slash = body[..<plus].lastIndex(of: " (/") { return slash + 1 }
    return body[..<plus].lastIndex(of: " (").map { $0 + 1 }
  }

  /// Module and offset of `(MODULE:ARCHITECTURE+0xOFFSET)`.
  private static func image(_ text: ArraySlice<UInt8>) -> (String, UInt64) {
    let body = text.dropFirst().dropLast()
    guard let plus = body.lastIndex(of: "+0x") else { return ("", 0) }
    var name = body[..<plus]
    if let colon = name.lastIndex(of: UInt8(ascii: ":")), colon > name.startIndex + 1,
      ["arm64", "arm64e", "x86_64", "x86_64h", "i386", "armv7"].contains(name[(colon + 1)...].text)
    {
      name = name[..<colon]
    }
    return (name.text, ASCII.hexadecimal(body[(plus + 1)...]) ?? 0)
  }

  private static func place(
    _ text: ArraySlice<UInt8>, function: ArraySlice<UInt8>
  ) -> StackFrame {
    let (file, line) = splitLine(text)
    let name = file.text
    return StackFrame(
      function: function.text, file: ["<null>", "<compiler-generated>"].contains(name) ? "" : name,
      line: line)
  }

  /// The file and the line of `FILE:LINE:COLUMN`, `FILE:LINE` or `FILE`.
  static func splitLine(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    let (file, numbers) = splitNumbers(text)
    return (file, numbers.first ?? 0)
  }

  /// The file of `FILE:LINE:COLUMN`, and the one or two numbers after it in their order.
  static func splitNumbers(_ text: ArraySlice<UInt8>) -> (file: ArraySlice<UInt8>, numbers: [Int]) {
    var file = text
    var numbers: [Int] = []
    while numbers.count < 2, let colon = file.lastIndex(of: UInt8(ascii: ":")) {
      let digits = file[(colon + 1)...]
      guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { break }
      numbers.insert(ASCII.number(digits), at: 0)
      file = file[..<colon]
    }
    return (file, numbers)
  }

  private static let sourceEndings = [
    ".swift", ".c", ".cpp", ".cc", ".cxx", ".h", ".hpp", ".m", ".mm", ".S", ".o", ".rs", ".go",
  ]

  private static func isSourceFile(_ word: ArraySlice<UInt8>) -> Bool {
    let file = splitLine(word).0.text
    return sourceEndings.contains { file.hasSuffix($0) }
  }
}
