/// One line of a stack that a debugger or a crash reporter printed.
enum BacktraceLine {
  typealias Numbered = (number: Int, frame: StackFrame, format: CrashReport.Format)

  /// Reads `line`, whose outer space is gone; nil when it is no frame.
  ///
  /// - Parameter inSwiftStack: Whether a line of the Swift backtracer may come, which begins with a bare number.
  static func read(_ line: ArraySlice<UInt8>, inSwiftStack: Bool) -> Numbered? {
    if line.first == UInt8(ascii: "#") { return hashed(line) }
    let rest = line.starts(with: "* ") ? line.dropFirst(2) : line
    if rest.starts(with: "frame #") { return lldb(rest.dropFirst(7)) }
    guard let first = line.first, ASCII.isDigit(first) else { return nil }
    return apple(line) ?? (inSwiftStack ? swift(line) : nil)
  }

  /// The number at the front and what follows it.
  private static func number(
    _ line: ArraySlice<UInt8>
  ) -> (Int, ArraySlice<UInt8>)? {
    let digits = line.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count < 7 else { return nil }
    return (ASCII.number(digits), line.dropFirst(digits.count))
  }

  private static func withoutAddress(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop(while: ASCII.isSpace)
    guard rest.starts(with: "0x") else { return rest }
    return rest.dropFirst(2).drop(while: ASCII.isHexDigit).drop(while: ASCII.isSpace)
  }

  /// gdb's `#3  0x55 in FUNCTION (ARGUMENTS) at FILE:LINE` or `… from LIBRARY`, and the core summary's
  /// `#3  0x55 FUNCTION (MODULE + 0x12)`.
  private static func hashed(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line.dropFirst()) else { return nil }
    var rest = withoutAddress(after)
    if rest.starts(with: "in ") { rest = rest.dropFirst(3) }
    if let open = rest.lastIndex(of: UInt8(ascii: "(")),
      let plus = rest[open...].firstIndex(of: " + 0x"), rest.last == UInt8(ascii: ")")
    {
      let name = rest[..<open].trimmed().text
      let digits = rest[(plus + 5)...].prefix(while: ASCII.isHexDigit)
      let frame = StackFrame(
        function: name == "n/a" ? "" : name, image: rest[(open + 1)..<plus].text,
        offset: UInt64(digits.text, radix: 16) ?? 0)
      return (number, frame, .coreSummary)
    }
    var frame = StackFrame(function: "")
    var name = rest
    if let open = rest.firstIndex(of: " (") {
      name = rest[..<open]
      let tail = rest[open...]
      if let at = tail.lastIndex(of: ") at ") {
        place(tail[(at + 5)...], &frame)
      } else if let from = tail.lastIndex(of: ") from ") {
        frame.image = tail[(from + 7)...].text
      }
    }
    frame.function = ["??", "<signal handler called>"].contains(name.text) ? "" : name.text
    return (number, frame, .gdb)
  }

  /// lldb's `3: 0x55 IMAGE` + "`" + `FUNCTION(name=value) at FILE:LINE:COLUMN [opt]`.
  private static func lldb(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), after.first == UInt8(ascii: ":") else { return nil }
    let rest = withoutAddress(after.dropFirst())
    var frame = StackFrame(function: "")
    var name = rest
    if let tick = rest.firstIndex(of: UInt8(ascii: "`")) {
      frame.image = rest[..<tick].text
      name = rest[(tick + 1)...]
    }
    for mark in [" [opt]", " [inlined]", " [artificial]"] {
      if let hit = name.firstIndex(of: mark) {
        name = name[..<hit] + name[(hit + mark.utf8.count)...]
      }
    }
    if let at = name.lastIndex(of: " at ") {
      place(name[(at + 4)...], &frame)
      name = name[..<at]
    }
    frame.function = withoutValues(withoutOffset(name)).text
    return (number, frame, .lldb)
  }

  /// `3   IMAGE   0x55 FUNCTION + 12 (FILE:LINE)`: macOS crash reports and what the Swift runtime prints itself.
  private static func apple(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), let first = after.first, ASCII.isSpace(first),
      let address = after.firstIndex(of: " 0x") ?? after.firstIndex(of: "\t0x")
    else { return nil }
    let image = after[..<address].trimmed()
    guard !image.isEmpty, image.first != UInt8(ascii: "["), !image.contains(" in ") else {
      return nil
    }
    var name = withoutAddress(after[address...])
    var frame = StackFrame(function: "", image: image.text)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: " (") {
      place(name[(open + 2)...].dropLast(), &frame)
      if frame.line > 0 { name = name[..<open] } else { frame.file = "" }
    }
    frame.function = withoutOffset(name).text
    return (number, frame, .appleCrash)
  }

  /// The Swift backtracer's `3 [inlined] 0x55 FUNCTION + 12 in IMAGE at FILE:LINE:COLUMN`.
  private static func swift(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), after.first == UInt8(ascii: " ") else { return nil }
    var rest = after.drop(while: ASCII.isSpace)
    for _ in 0..<4 {
      if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: "] ") {
        rest = rest[(close + 2)...]
      } else {
        rest = withoutAddress(rest)
      }
    }
    var frame = StackFrame(function: "")
    if let at = rest.lastIndex(of: " at ") {
      place(rest[(at + 4)...], &frame)
      rest = rest[..<at]
    }
    guard let within = rest.lastIndex(of: " in ") else { return nil }
    frame.image = rest[(within + 4)...].text
    frame.function = withoutOffset(rest[..<within]).text
    return (number, frame, .swiftText)
  }

  /// Sets file and line of `frame` from `FILE:LINE:COLUMN`.
  static func place(_ text: ArraySlice<UInt8>, _ frame: inout StackFrame) {
    let (file, line) = StackLine.splitLine(text.trimmed())
    (frame.file, frame.line) = (file.text, line)
  }

  private static func withoutOffset(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let plus = name.lastIndex(of: " + "), !name[(plus + 3)...].isEmpty,
      name[(plus + 3)...].trimmed().allSatisfy(ASCII.isDigit)
    else { return name.trimmed() }
    return name[..<plus].trimmed()
  }

  /// `f(index=3, self=…)` is `f`: a debugger shows values where a name has labels.
  private static func withoutValues(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = name.firstIndex(of: UInt8(ascii: "(")),
      let stop = name[open...].firstIndex(where: { "=:,)<".utf8.contains($0) }),
      name[stop] == UInt8(ascii: "=")
    else { return name }
    return name[..<open].trimmed()
  }
}
