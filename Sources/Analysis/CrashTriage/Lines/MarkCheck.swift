/// Conditions on what stands around the words of a mark, and where its text begins.
enum MarkCheck {
  /// The start of the text and its mark; nil when the words mean nothing here.
  static func check(
    _ mark: LineMark, _ line: ArraySlice<UInt8>, at index: Int, isInside: Bool
  ) -> (start: Int, mark: LineMark)? {
    let text = line[index...]
    switch mark {
    case .message: return message(line, text)
    case .headline: return headline(line, text, isInside)
    case .observer(let who): return observer(who, line, text)
    case .stack: return stack(text, isInside)
    case .detail, .summary:
      // A sanitizer's token repeats names of frames, which are no message.
      return isInside || text.starts(with: "DEDUP_TOKEN: ") ? (index, mark) : nil
    case .boundary:
      return text.trimmed().suffix(4).elementsEqual(" <==".utf8) ? (index, mark) : nil
    case .preamble, .fullReport, .json, .frame: return (index, mark)
    }
  }

  private static func message(
    _ line: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
  ) -> (start: Int, mark: LineMark)? {
    if text.starts(with: "Object 0x"), !text.contains("deallocated with") { return nil }
    if text.starts(with: "free(): ") || text.starts(with: "malloc(): "), text.count > 120 {
      return nil
    }
    if text.starts(with: "Assertion `") {
      return Place.startOfAssertion(line, before: text.startIndex).map { ($0, .message) }
    }
    return (Place.start(line, before: text.startIndex), .message)
  }

  private static func headline(
    _ line: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, _ isInside: Bool
  ) -> (start: Int, mark: LineMark)? {
    if text.starts(with: "runtime error: ") {
      let start = Place.start(line, before: text.startIndex)
      return start < text.startIndex ? (start, .headline) : nil
    }
    if text.starts(with: "ERROR: ") || text.starts(with: "WARNING: ") {
      return (Place.startOfPID(line, before: text.startIndex), .headline)
    }
    if text.starts(with: "thread '"), !text.contains("panicked at") { return nil }
    if text.starts(with: "stop reason = "), !isInside { return nil }
    if text.starts(with: "Crashed: "), text.count > 200 { return nil }
    if text.starts(with: "EXC_") {
      // Only as a line of its own, as Crashlytics has it.
      guard text.count < 80, !isInside || text.contains(" 0x") else { return nil }
    }
    if text.starts(with: "Signal: ") || text.starts(with: "panic: ") {
      guard text.count < 400 else { return nil }
    }
    return (text.startIndex, .headline)
  }

  private static func observer(
    _ who: LineMark.Observer, _ line: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
  ) -> (start: Int, mark: LineMark)? {
    let start = text.startIndex
    switch who {
    case .shell:
      let words = text.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ":") }.trimmed()
      let known = SignalWords.shell.contains { words.elementsEqual($0.utf8) }
      let tail = text.dropFirst(words.count).drop(while: ASCII.isSpace)
      let isDumped =
        tail.starts(with: "(core dumped)") || tail.isEmpty
        || tail.first == UInt8(ascii: ":") && tail.dropFirst().trimmed().allSatisfy(ASCII.isDigit)
      return known && isDumped ? (start, .observer(who)) : nil
    case .kernel:
      guard text.contains(" in ") || text.contains("ip") || text.starts(with: "Out of memory")
      else { return nil }
      // The name of the program stands before these words alone; before others it is syslog's.
      let isTagged = text.starts(with: "segfault at ")
      return (isTagged ? Place.startOfTag(line, before: start) : start, .observer(who))
    case .service:
      if text.starts(with: "Process ") {
        guard text.contains("dumped core") || text.contains("terminated abnormally") else {
          return text.contains(" stopped") ? (start, .detail) : nil
        }
      }
      return (start, .observer(who))
    case .handler: return text.contains("acktrace") ? (start, .observer(who)) : nil
    }
  }

  private static func stack(
    _ text: ArraySlice<UInt8>, _ isInside: Bool
  ) -> (start: Int, mark: LineMark)? {
    if text.starts(with: "* thread #") || text.starts(with: "thread #") {
      return (text.startIndex, text.contains("stop reason = ") ? .headline : .stack)
    }
    if text.starts(with: "Thread "), text.contains("received signal ") {
      return (text.startIndex, .headline)
    }
    if text.starts(with: "Thread "), text.contains("rashed:"), !isInside {
      return (text.startIndex, .preamble)
    }
    return isInside ? (text.startIndex, .stack) : nil
  }
}

/// Places that stand before the words of a mark and belong to them.
private enum Place {
  /// The start of `FILE:LINE: ` or `FILE:LINE:COLUMN: ` before `end`; `end` when there is none.
  static func start(_ line: ArraySlice<UInt8>, before end: Int) -> Int {
    var rest = line[..<end]
    guard rest.last == 0x20 else { return end }
    rest.removeLast()
    guard rest.last == UInt8(ascii: ":") else { return end }
    rest.removeLast()
    for _ in 0..<2 {
      let digits = rest.suffix(ASCII.isDigit)
      guard !digits.isEmpty, digits.count < rest.count,
        rest[digits.startIndex - 1] == UInt8(ascii: ":")
      else { break }
      rest = rest[..<(digits.startIndex - 1)]
    }
    guard rest.endIndex < end - 2 else { return end }
    let name = rest.suffix { byte in
      !ASCII.isSpace(byte) && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "\"")
    }
    let file = name[startOfFile(name)...]
    return file.contains(UInt8(ascii: ".")) ? file.startIndex : end
  }

  /// Where the path begins in `name`: behind commands of CI systems (`##[error]`, `::error::`) and
  /// numbers of lines (`12:`), which no space ends.
  private static func startOfFile(_ name: ArraySlice<UInt8>) -> Int {
    guard let sign = name.lastIndex(where: { ":]>".utf8.contains($0) }) else {
      return name.startIndex
    }
    // `C:\a.swift` of Windows.
    let before = name[..<sign]
    let next = name[sign...].dropFirst().first
    let isDrive =
      name[sign] == UInt8(ascii: ":") && (next == 0x2F || next == 0x5C)
      && before.last.map { (0x41...0x5A).contains($0 & 0xDF) } == true
      && before.dropLast().last.map { ":]>".utf8.contains($0) } ?? true
    return isDrive ? sign - 1 : sign + 1
  }

  /// The start of the file in `FILE:LINE: FUNCTION: ` or of the program before it.
  static func startOfAssertion(_ line: ArraySlice<UInt8>, before end: Int) -> Int? {
    guard line[..<end].suffix(2).elementsEqual(": ".utf8) else { return nil }
    var rest = line[..<end].dropLast(2)
    // The function may hold colons; the place is the last `:DIGITS: ` before it.
    while let colon = rest.lastIndex(of: UInt8(ascii: ":")) {
      let digits = rest[(colon + 1)...].prefix(while: ASCII.isDigit)
      if !digits.isEmpty, line[digits.endIndex...].starts(with: ":") {
        let name = line[..<colon].suffix { !ASCII.isSpace($0) }
        if isFile(name) { return name.startIndex }
      }
      rest = rest[..<colon]
    }
    return nil
  }

  /// Whether `name` ends like the name of a source file; the hour of a time does not.
  private static func isFile(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), let next = name[dot...].dropFirst().first
    else { return false }
    return ASCII.isNameByte(next) && !ASCII.isDigit(next)
  }

  /// The start of `==PID==` before `end`.
  static func startOfPID(_ line: ArraySlice<UInt8>, before end: Int) -> Int {
    var rest = line[..<end]
    while rest.last == 0x20 { rest.removeLast() }
    guard rest.suffix(2).elementsEqual("==".utf8) else { return end }
    let digits = rest.dropLast(2).suffix(ASCII.isDigit)
    let open = line[..<digits.startIndex].suffix(2)
    return open.elementsEqual("==".utf8) ? open.startIndex : end
  }

  /// The start of `NAME[PID]: ` before `end`.
  static func startOfTag(_ line: ArraySlice<UInt8>, before end: Int) -> Int {
    let rest = line[..<end]
    guard rest.suffix(3).elementsEqual("]: ".utf8) else { return end }
    let name = rest.dropLast(3).suffix { !ASCII.isSpace($0) }
    guard let open = name.lastIndex(of: UInt8(ascii: "[")), open > name.startIndex,
      name[(open + 1)...].allSatisfy(ASCII.isDigit)
    else { return end }
    return name.startIndex
  }
}

extension ArraySlice<UInt8> {
  /// The longest end of which every byte satisfies `predicate`.
  fileprivate func suffix(_ predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, predicate(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
