/// The line with which a debugger, a crash reporter, a kernel or a shell names a crash.
enum DebuggerHeadline {
  struct Found {
    var format: CrashReport.Format
    var kind: CrashKind
    var message: String
    /// Whether another line about the same crash may know more.
    var isWeak = false
  }

  private struct Opening {
    var text: String
    var format: CrashReport.Format
    var isAtStart = false
    var isWeak = false
  }

  private static let openings: [Opening] = [
    Opening(text: "received signal ", format: .gdb),
    Opening(text: "terminated with signal ", format: .gdb),
    Opening(text: "stop reason = ", format: .lldb),
    Opening(text: "Signal: ", format: .coreSummary, isAtStart: true),
    Opening(text: "COREDUMP_SIGNAL_NAME=", format: .coreSummary, isAtStart: true),
    Opening(text: "Exception Type:", format: .appleCrash, isAtStart: true),
    Opening(text: "Program crashed: ", format: .swiftText),
    Opening(text: "*** Signal ", format: .swiftText, isAtStart: true, isWeak: true),
    Opening(text: "EXC_", format: .crashlytics, isAtStart: true),
    Opening(text: "Fatal Exception: ", format: .crashlytics, isAtStart: true),
    Opening(text: "Crashed: ", format: .crashlytics, isAtStart: true, isWeak: true),
    Opening(text: "Fatal signal ", format: .tombstone, isAtStart: true),
    Opening(text: "signal ", format: .tombstone, isAtStart: true),
    Opening(text: "segfault at ", format: .kernel),
    Opening(text: "traps: ", format: .kernel),
    Opening(text: "general protection fault ip:", format: .kernel),
    Opening(text: "Out of memory: Killed process ", format: .kernel, isAtStart: true),
    Opening(
      text: "Received signal ", format: .swiftBacktracePackage, isAtStart: true, isWeak: true),
    Opening(
      text: "Main process exited, code=", format: .coreSummary, isAtStart: true, isWeak: true),
    Opening(text: "Faulting application name: ", format: .windows, isAtStart: true, isWeak: true),
    Opening(text: "Exception code: ", format: .windows, isAtStart: true),
    Opening(text: "Exception Code: ", format: .windows, isAtStart: true),
    Opening(text: "ExceptionCode: ", format: .windows, isAtStart: true),
    Opening(text: "Unhandled exception at ", format: .windows, isAtStart: true),
    Opening(text: "Exception: Exception 0x", format: .windows, isAtStart: true),
    Opening(text: "PLEASE submit a bug report", format: .llvmStackDump, isWeak: true),
    Opening(text: "Stack dump:", format: .llvmStackDump, isAtStart: true, isWeak: true),
    Opening(text: "*** Error in ", format: .glibc, isAtStart: true, isWeak: true),
    Opening(text: "*** glibc detected", format: .glibc, isAtStart: true, isWeak: true),
  ]

  static func read(_ line: ArraySlice<UInt8>) -> Found? {
    for opening in openings {
      if opening.isAtStart, !line.starts(with: opening.text) { continue }
      guard let hit = line.firstIndex(of: opening.text) else { continue }
      let rest = line[(hit + opening.text.utf8.count)...]
      if let found = found(opening, rest, line) { return found }
    }
    if line.starts(with: "Process "), line.contains("dumped core") || line.contains("abnormally") {
      let kind = SignalWords.kind(line) ?? .deadlySignal
      return Found(format: .coreSummary, kind: kind, message: "dumped core", isWeak: true)
    }
    return shell(line)
  }

  private static func found(
    _ opening: Opening, _ rest: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>
  ) -> Found? {
    let named = TrapMessage.read(rest.trimmed())
    var kind = named?.kind ?? SignalWords.kind(line[rest.startIndex...])
    switch opening.format {
    case .swiftBacktracePackage, .swiftText, .tombstone:
      let number = ASCII.number(rest.drop(while: ASCII.isSpace))
      kind = kind ?? SignalWords.kind(number: number)
      if opening.text == "signal ", !rest.contains("(SIG") { return nil }
    case .kernel: kind = kind ?? SignalWords.kind(line)
    case .windows:
      kind = SignalWords.windowsKind(rest) ?? kind ?? (opening.isWeak ? .deadlySignal : nil)
    case .llvmStackDump, .glibc, .crashlytics:
      if opening.isWeak { kind = kind ?? .deadlySignal }
      if opening.text == "EXC_" { kind = SignalWords.kind(line) }
      if opening.text == "Fatal Exception: " { kind = kind ?? .abort }
    default: break
    }
    guard let kind else { return nil }
    var message = named?.message ?? sentence(rest)
    if opening.format == .swiftBacktracePackage {
      message = "signal \(ASCII.number(rest.drop(while: ASCII.isSpace)))"
    }
    if opening.format == .llvmStackDump { message = "the signal handler of LLVM printed a stack" }
    return Found(
      format: opening.format, kind: kind,
      message: message.isEmpty ? line.trimmed().text : message, isWeak: opening.isWeak)
  }

  /// `Illegal instruction (core dumped)`, with or without what the shell prints before it.
  private static func shell(_ line: ArraySlice<UInt8>) -> Found? {
    guard let word = SignalWords.shell.first(where: { line.starts(with: $0) }),
      let kind = SignalWords.kind(line)
    else { return nil }
    let tail = line.dropFirst(word.utf8.count).trimmed()
    guard tail.isEmpty || tail.starts(with: "(core dumped)") || tail.first == UInt8(ascii: ":")
    else { return nil }
    return Found(format: .shell, kind: kind, message: word, isWeak: true)
  }

  private static func sentence(_ text: ArraySlice<UInt8>) -> String {
    let end = [" at 0x", " (code=", ", fault addr", " ip ", " ip:", ", process id", " in tid "]
      .compactMap { text.firstIndex(of: $0) }.min()
    return text[..<(end ?? text.endIndex)].trimmed().text
  }
}
