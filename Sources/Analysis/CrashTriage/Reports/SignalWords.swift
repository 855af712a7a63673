/// What a debugger, a core summary or a crash reporter calls the end of a process.
enum SignalWords {
  /// The first that is contained decides, so the exact ones stand first.
  private static let words: [(text: String, kind: CrashKind)] = [
    ("SIGILL", .trap), ("SIGTRAP", .trap), ("EXC_BREAKPOINT", .trap),
    ("EXC_BAD_INSTRUCTION", .trap), ("SIGABRT", .abort), ("EXC_CRASH", .abort),
    ("SIGSEGV", .segmentationFault), ("SIGBUS", .segmentationFault),
    ("EXC_BAD_ACCESS", .segmentationFault), ("SIGFPE", .divisionByZero),
    ("EXC_ARITHMETIC", .divisionByZero), ("SIGKILL", .deadlySignal), ("SIGSYS", .deadlySignal),
    ("(ILL)", .trap), ("(TRAP)", .trap), ("(ABRT)", .abort), ("(SEGV)", .segmentationFault),
    ("(BUS)", .segmentationFault), ("(FPE)", .divisionByZero), ("(KILL)", .deadlySignal),
    ("Illegal instruction", .trap), ("Trace/breakpoint trap", .trap), ("Aborted", .abort),
    ("Bad pointer dereference", .segmentationFault), ("Segmentation fault", .segmentationFault),
    ("Bus error", .segmentationFault), ("Floating point exception", .divisionByZero),
    ("System trap", .trap), ("Crash:", .trap),
  ]

  static func kind(_ text: ArraySlice<UInt8>) -> CrashKind? {
    words.first { text.contains($0.text) }?.kind
  }

  /// Classes of CASR that are no word of AddressSanitizer, by how they begin.
  private static let casr: [(text: String, kind: CrashKind)] = [
    ("AbortSignal", .abort), ("TrapSignal", .trap), ("BadInstruction", .trap),
    ("SafeFunctionCheck", .abort), ("FPE", .divisionByZero), ("StackOverflow", .stackOverflow),
    ("AccessViolation", .segmentationFault), ("SourceAv", .segmentationFault),
    ("DestAv", .segmentationFault), ("BranchAv", .segmentationFault),
    ("CallAv", .segmentationFault), ("SegFault", .segmentationFault),
    ("ReturnAv", .segmentationFault), ("null-deref", .segmentationFault),
    ("HeapError", .otherMemoryError), ("StackGuard", .stackBufferOverflow),
  ]

  /// The kind of a CASR class such as `heap-buffer-overflow(write)` or `SourceAvNearNull`.
  static func casrKind(_ text: ArraySlice<UInt8>) -> CrashKind? {
    let word = text.prefix { $0 != UInt8(ascii: "(") }
    return CrashKind(rawValue: word.text)
      ?? casr.first { word.contains($0.text) }?.kind
  }
}
