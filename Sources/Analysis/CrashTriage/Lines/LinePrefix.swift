/// What CI systems, containers, journals and people put before the lines of a log.
///
/// The text before a recognized line counts as a prefix when it is made of these parts, from the
/// start of the line to the recognized text. The columns of a frame are never among them: the
/// recognized text begins with the frame's number.
enum LinePrefix {
  /// Maximum bytes of a prefix.
  static let maximumLength = 400

  /// The names of the parts of `prefix`; nil when it is anything but a prefix. A part is read in at
  /// most 400 steps.
  static func parts(_ prefix: ArraySlice<UInt8>) -> [String]? {
    guard prefix.count <= maximumLength else { return nil }
    let (parts, isOpen) = leading(prefix)
    let end = parts.last?.text.endIndex ?? prefix.startIndex
    guard !isOpen, prefix[end...].allSatisfy(isBlank) else { return nil }
    var names: [String] = []
    for part in parts where !names.contains(part.name) { names.append(part.name) }
    return names
  }

  /// The parts that `text` begins with, and whether the last are words that wait for a sign.
  static func leading(_ text: ArraySlice<UInt8>) -> (parts: [Part], isOpen: Bool) {
    var rest = text.drop(while: isBlank)
    var parts: [Part] = []
    var state = State()
    while !rest.isEmpty, let (name, count) = part(rest, state) {
      let text = rest.prefix(count)
      state.add(name, text)
      parts.append(Part(name: name, text: text))
      rest = rest.dropFirst(count).drop(while: isBlank)
    }
    return (parts, state.isOpen)
  }

  /// What stood before a part.
  ///
  /// What a prefix means may not depend on a prefix before it: shippers add theirs to lines that
  /// have one already.
  private struct State {
    /// Words without a sign that may still come: names of a host and a unit stand only behind a
    /// time, and nothing but numbers, levels and programs stands between.
    var words = 0
    /// Whether the last part was such a word.
    private(set) var isAfterWord = false
    private var hasLevel = false
    /// Whether words behind a level or a program wait for a sign or a level: without one they are
    /// the message.
    private(set) var isOpen = false

    mutating func add(_ name: String, _ part: ArraySlice<UInt8>) {
      isAfterWord = false
      switch name {
      case "timestamp": (words, hasLevel, isOpen) = (4, false, false)
      case "line-number": break
      case "level": (hasLevel, isOpen) = (true, false)
      case "source" where "])".utf8.contains(part.last ?? 0): hasLevel = true
      case "source" where !":|>-".utf8.contains(part.last ?? 0):
        words = max(0, words - 1)
        isOpen = hasLevel
        isAfterWord = true
      default: (words, isOpen) = (0, false)
      }
    }
  }

  /// The first part of `text`, which begins with no space, and its length.
  private static func part(
    _ text: ArraySlice<UInt8>, _ state: State
  ) -> (String, Int)? {
    if let count = Timestamp.length(text) { return ("timestamp", count) }
    if let count = mark(text) { return ("mark", count) }
    if let count = quote(text) { return ("quote", count) }
    if let count = bracketed(text) { return ("bracket", count) }
    if let count = columns(text) { return ("source", count) }
    if let count = shell(text) { return ("shell", count) }
    let word = text.prefix { $0 != 0x20 && $0 != 0x09 }
    if let count = field(word, text) { return ("field", count) }
    if isLevel(word) || isFacility(word) || state.isAfterWord && word.elementsEqual("A".utf8) {
      return ("level", word.count)
    }
    // `ERROR:root:`, `stderr|`.
    if let sign = word.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }),
      sign > word.startIndex, isName(word[..<sign]), !word[..<sign].allSatisfy(ASCII.isDigit)
    {
      return (isLevel(word[..<sign]) ? "level" : "source", sign + 1 - word.startIndex)
    }
    if let count = source(word, text) { return ("source", count) }
    if let count = lineNumber(word) { return ("line-number", count) }
    // The name of a host, a unit or a container.
    if state.words > 0, isName(word) { return ("source", word.count) }
    return nil
  }

  /// `##[error]`, `::error file=a,line=3::`, `stderr F`, list and diff marks, prompts of debuggers.
  private static func mark(_ text: ArraySlice<UInt8>) -> Int? {
    if text.starts(with: "##["), let end = text.firstIndex(of: UInt8(ascii: "]")) {
      return end - text.startIndex + 1
    }
    if text.starts(with: "::"), let end = text.dropFirst(2).firstIndex(of: "::") {
      return end + 2 - text.startIndex
    }
    if let count = buildStep(text) { return count }
    if text.first == UInt8(ascii: ":") { return 1 }
    for word in [
      ": ", "stderr F ", "stdout F ", "stderr P ", "stdout P ", "stderr: ", "stdout: ", "(gdb) ",
      "(lldb) ", "*** ", "\u{1F4A3} ", "- ", "+ ", "* ", "$ ", "\u{2502} ", "\u{2022} ",
    ] where text.starts(with: word) {
      return word.utf8.count
    }
    return nil
  }

  /// `#12 34.56 ` of BuildKit: a step and its seconds.
  static func buildStep(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "#") else { return nil }
    let step = text.dropFirst().prefix(while: ASCII.isDigit)
    guard !step.isEmpty, step.count < 5, text[step.endIndex...].first == 0x20 else { return nil }
    let seconds = text[(step.endIndex + 1)...].prefix {
      ASCII.isDigit($0) || $0 == UInt8(ascii: ".")
    }
    guard seconds.contains(UInt8(ascii: ".")), let first = seconds.first, ASCII.isDigit(first),
      seconds.count < 12
    else { return nil }
    return seconds.endIndex - text.startIndex
  }

  private static func quote(_ text: ArraySlice<UInt8>) -> Int? {
    let marks = text.prefix { ">|`\"'".utf8.contains($0) }
    return marks.isEmpty ? nil : marks.count
  }

  /// `[ INFO ]`, `[pod/a/b]`, `(12)`, `<4>`.
  private static func bracketed(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, let close = closing[first] else { return nil }
    guard let end = text.prefix(120).firstIndex(of: close) else { return nil }
    let next = text.dropFirst(end + 1 - text.startIndex)
    return end - text.startIndex + (next.first == UInt8(ascii: ":") ? 2 : 1)
  }

  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
    UInt8(ascii: "<"): UInt8(ascii: ">"),
  ]

  /// `/bin/bash: line 1:    63 `.
  private static func shell(_ text: ArraySlice<UInt8>) -> Int? {
    guard let line = text.prefix(100).firstIndex(of: ": line "),
      !text[..<line].contains(where: isBlank)
    else { return nil }
    let digits = text[(line + 7)...].prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, text[digits.endIndex...].starts(with: ":") else { return nil }
    let spaces = text[(digits.endIndex + 1)...].drop { $0 == 0x20 }
    let pid = spaces.prefix(while: ASCII.isDigit)
    return (pid.isEmpty ? digits.endIndex + 1 : pid.endIndex) - text.startIndex
  }

  /// `level=error`, `msg="`.
  private static func field(_ word: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Int? {
    guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex,
      word[..<equals].allSatisfy({ ASCII.isNameByte($0) })
    else { return nil }
    let value = text[(equals + 1)...]
    guard value.first == UInt8(ascii: "\"") else { return word.count }
    let key = word[..<equals].text
    if ["msg", "message", "log", "MESSAGE"].contains(key) {
      return equals + 2 - word.startIndex
    }
    guard let end = value.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return end + 1 - text.startIndex
  }

  private static let levels: Set<String> = [
    "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "crit", "critical",
    "fatal", "alert", "emerg", "fault", "default", "v", "d", "i", "w", "e", "f", "log",
  ]

  /// Whether `word` is the name of a log level, with or without a colon.
  static func isLevel(_ word: ArraySlice<UInt8>) -> Bool {
    let name = word.last == UInt8(ascii: ":") ? word.dropLast() : word
    return name.count <= 8 && levels.contains(name.text.lowercased())
  }

  /// `kern.info` of syslog.
  private static func isFacility(_ word: ArraySlice<UInt8>) -> Bool {
    guard let dot = word.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return facilities.contains(word[..<dot].text) && isLevel(word[(dot + 1)...])
  }

  private static let facilities: Set<String> = [
    "kern", "user", "daemon", "auth", "syslog", "cron", "local0", "local1", "local2", "local3",
    "local4", "local5", "local6", "local7",
  ]

  /// `JOB<tab>STEP<tab>` before a time, as command-line tools of CI systems print it.
  private static func columns(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.prefix(160)
    for _ in 0..<2 {
      guard let tab = rest.firstIndex(of: 0x09), tab > rest.startIndex else { return nil }
      rest = rest[(tab + 1)...]
    }
    return Timestamp.length(text[rest.startIndex...]) == nil
      ? nil : rest.startIndex - text.startIndex
  }

  /// `name[12]:`, `name(12):`, `name:`, `F/DEBUG (12):`, and `name   |`.
  private static func source(_ word: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Int? {
    if word.last == UInt8(ascii: ":"), isTag(word.dropLast()) { return word.count }
    // `SceneApp[4242:12345]` of Xcode.
    if word.last == UInt8(ascii: "]"), isTag(word) { return word.count }
    guard isName(word) else { return nil }
    let after = text.dropFirst(word.count).drop { $0 == 0x20 || $0 == 0x09 }
    if after.first == UInt8(ascii: "|") || after.first == UInt8(ascii: ">") {
      return after.startIndex + 1 - text.startIndex
    }
    // `DEBUG   : ` and `F/DEBUG   ( 1234): ` of Android; `com.example.Reader - ` of logging
    // libraries.
    if after.starts(with: ": ") || after.starts(with: "- ") {
      return after.startIndex + 1 - text.startIndex
    }
    if after.first == UInt8(ascii: "("), let close = after.prefix(16).firstIndex(of: "): ") {
      return close + 2 - text.startIndex
    }
    // `worker-00 (stderr)    | ` of a supervisor.
    if after.first == UInt8(ascii: "("),
      let close = after.prefix(16).firstIndex(of: UInt8(ascii: ")"))
    {
      let sign = after[(close + 1)...].drop { $0 == 0x20 }
      if sign.first == UInt8(ascii: "|") { return sign.startIndex + 1 - text.startIndex }
    }
    return nil
  }

  private static func isTag(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, name.count <= 80 else { return false }
    var body = name
    if let last = name.last, last == UInt8(ascii: "]") || last == UInt8(ascii: ")") {
      guard let open = name.lastIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") })
      else { return false }
      body = name[..<open]
    }
    return isName(body) && !body.allSatisfy(ASCII.isDigit)
  }

  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && word.count <= 80 && word.allSatisfy(ASCII.isNameByte)
  }

  /// `12:` of `grep -n`, `12|`, and a number before a tab, which the caller leaves in the text.
  private static func lineNumber(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    let rest = word.dropFirst(digits.count)
    if rest.isEmpty { return digits.count }
    // `12:TEXT` of `grep -n`, but not `12:34`.
    if rest.first == UInt8(ascii: ":"), let next = rest.dropFirst().first, !ASCII.isDigit(next) {
      return digits.count + 1
    }
    return [":", "|", "-", ")"].contains { rest.elementsEqual($0.utf8) } ? word.count : nil
  }

  /// Where times stand in the prefix of `line`. No recognized text begins inside of one.
  static func times(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    leading(line.prefix(maximumLength)).parts.filter { $0.name == "timestamp" }.map(\.text.indices)
  }
}
