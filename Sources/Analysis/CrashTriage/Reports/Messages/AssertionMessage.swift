/// Failed assertions of C in the words of glibc, Apple, musl and Microsoft.
enum AssertionMessage {
  static func read(_ line: ArraySlice<UInt8>) -> TrapMessage? { glibc(line) ?? others(line) }

  /// `PROGRAM: FILE:LINE: FUNCTION: Assertion `EXPRESSION' failed.`
  private static func glibc(_ line: ArraySlice<UInt8>) -> TrapMessage? {
    guard let words = line.firstIndex(of: ": Assertion `"),
      let end = line.lastIndex(of: "' failed")
    else { return nil }
    var rest = line[..<words]
    while let colon = rest.lastIndex(of: UInt8(ascii: ":")) {
      let digits = rest[(colon + 1)...].prefix(while: ASCII.isDigit)
      if !digits.isEmpty, digits.endIndex < line.endIndex,
        line[digits.endIndex] == UInt8(ascii: ":")
      {
        var name = line[..<colon]
        if let space = name.lastIndex(of: ": ") { name = name[(space + 2)...] }
        let function = line[(digits.endIndex + 1)..<max(digits.endIndex + 1, words)].trimmed()
        return TrapMessage(
          kind: .assertionFailed, message: line[(words + 13)..<max(words + 13, end)].text,
          place: SourcePlace(file: name.text, line: ASCII.number(digits)),
          function: ForeignName.function(ofSignature: function.text))
      }
      rest = rest[..<colon]
    }
    return nil
  }

  /// `Assertion failed: (x), function f, file F, line N.`, `Assertion failed: x (F: f: N)`, and
  /// `Assertion failed: x, file F, line N`.
  private static func others(_ line: ArraySlice<UInt8>) -> TrapMessage? {
    guard line.starts(with: "Assertion failed: ") else { return nil }
    let body = line.dropFirst("Assertion failed: ".utf8.count)
    if let file = body.lastIndex(of: ", file "), let mark = body[file...].firstIndex(of: ", line ")
    {
      var expression = body[..<file]
      var function = ""
      if let named = expression.lastIndex(of: ", function ") {
        function = expression[(named + 11)...].text
        expression = expression[..<named]
      }
      let number = ASCII.number(body[(mark + 7)...])
      let name = body[(file + 7)..<mark].text
      guard number > 0 else { return nil }
      return TrapMessage(
        kind: .assertionFailed, message: expression.text,
        place: SourcePlace(file: name, line: number), function: function)
    }
    guard let open = body.lastIndex(of: " ("), body.trimmed().last == UInt8(ascii: ")") else {
      return nil
    }
    let parts = body[(open + 2)...].trimmed().dropLast().split(separator: UInt8(ascii: ":"))
    guard parts.count == 3, ASCII.number(parts[2].trimmed()) > 0 else { return nil }
    return TrapMessage(
      kind: .assertionFailed, message: body[..<open].text,
      place: SourcePlace(file: parts[0].text, line: ASCII.number(parts[2].trimmed())),
      function: parts[1].trimmed().text)
  }
}
