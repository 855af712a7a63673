/// Panics of other languages, which are named and kept apart from crashes of Swift.
struct ForeignPanic: LineReading {
  /// Lines of a stack that are searched for its place.
  static let maximumLines = 48

  private static let openings = [
    "panic: ", "fatal error: all goroutines", "fatal error: stack overflow",
    "fatal error: concurrent map", "fatal error: unexpected signal", "thread '", "Traceback (most",
    "Exception in thread ",
  ]

  /// Whether `line` begins a panic.
  static func opens(_ line: ArraySlice<UInt8>) -> Bool {
    openings.contains { line.starts(with: $0) }
  }

  init(limits: CrashReport.Limits) {}

  private var message = ""
  private var place: SourcePlace?
  private(set) var isComplete = false
  private var awaitsMessage = false
  /// Python prints the innermost frame last and the message below it.
  private var isPython = false

  mutating func take(_ raw: ArraySlice<UInt8>) {
    let line = raw.trimmed()
    if message.isEmpty {
      open(line)
      return
    }
    if isPython {
      python(line, isIndented: raw.first.map(ASCII.isSpace) ?? true)
      return
    }
    if awaitsMessage, !line.isEmpty {
      message = line.text
      awaitsMessage = false
    }
    if place == nil { place = Self.place(line) }
  }

  private mutating func open(_ line: ArraySlice<UInt8>) {
    if line.starts(with: "panic: ") || line.starts(with: "fatal error: ") {
      message = line.text
    } else if line.starts(with: "thread '"), let at = line.firstIndex(of: "panicked at ") {
      // `panicked at src/main.rs:4:5:` and the message below, or `panicked at 'message',
      // src/main.rs:4:5`.
      var rest = line[(at + 12)...]
      if rest.first == UInt8(ascii: "'"), let end = rest.lastIndex(of: "', ") {
        message = rest[(rest.startIndex + 1)..<end].text
        place = SourcePlace(rest[(end + 3)...])
        return
      }
      if rest.last == UInt8(ascii: ":") { rest = rest.dropLast() }
      place = SourcePlace(rest)
      message = line.text
      awaitsMessage = true
    } else if line.starts(with: "Traceback (most") || line.starts(with: "Exception in thread ") {
      message = line.text
      isPython = line.starts(with: "Traceback")
    }
  }

  private mutating func python(_ line: ArraySlice<UInt8>, isIndented: Bool) {
    guard !isComplete else { return }
    if let frame = Self.place(line) {
      place = frame
    } else if !isIndented, place != nil {
      message = line.text
      isComplete = true
    }
  }

  /// The place of the first frame outside of the language's own runtime.
  private static func place(_ line: ArraySlice<UInt8>) -> SourcePlace? {
    let word = line.prefix { !ASCII.isSpace($0) }
    if word.contains(".go:"), !word.contains("/src/runtime/") { return SourcePlace(word) }
    // `File "main.py", line 12, in read`.
    if line.starts(with: "File \""), let end = line.firstIndex(of: "\", line ") {
      let number = ASCII.number(line[(end + 8)...])
      return number > 0 ? SourcePlace(file: line[..<end].dropFirst(6).text, line: number) : nil
    }
    if line.starts(with: "at "), let open = line.lastIndex(of: "("), line.contains(".java:") {
      return SourcePlace(line[(open + 1)...].trimmed().dropLast())
    }
    return nil
  }

  var report: CrashReport? {
    guard !message.isEmpty else { return nil }
    var report = CrashReport(format: .foreign, kind: .foreignPanic, message: message)
    report.place = place
    return report
  }
}
