/// Names that debuggers, core summaries, kernels and crash reporters give to the end of a process.
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
    ("/ILL", .trap), ("/TRAP", .trap), ("/ABRT", .abort), ("/SEGV", .segmentationFault),
    ("/BUS", .segmentationFault), ("/FPE", .divisionByZero),
    ("Illegal instruction", .trap), ("Trace/breakpoint trap", .trap), ("Aborted", .abort),
    ("Bad pointer dereference", .segmentationFault), ("Segmentation fault", .segmentationFault),
    ("segmentation fault", .segmentationFault), ("illegal hardware", .trap), ("trace trap", .trap),
    ("Access violation", .segmentationFault), ("access violation", .segmentationFault),
    ("Bus error", .segmentationFault), ("Floating point exception", .divisionByZero),
    ("segfault at", .segmentationFault), ("general protection fault", .segmentationFault),
    ("invalid opcode", .trap), ("trap int3", .trap), ("divide error", .divisionByZero),
    ("Out of memory", .outOfMemory), ("System trap", .trap), ("Stack overflow", .stackOverflow),
    ("Crash:", .trap),
  ]

  /// How a shell says that a command died.
  static let shell = [
    "Illegal instruction", "Segmentation fault", "Aborted", "Trace/breakpoint trap", "Bus error",
    "Floating point exception", "segmentation fault", "illegal hardware instruction", "trace trap",
    "abort",
  ]

  /// Exception codes of Windows, without `0x`.
  private static let windows: [(text: String, kind: CrashKind)] = [
    ("c0000005", .segmentationFault), ("c0000006", .segmentationFault),
    ("c000001d", .trap), ("80000003", .trap), ("80000004", .trap),
    ("c0000094", .divisionByZero), ("c0000095", .arithmeticOverflow),
    ("c00000fd", .stackOverflow), ("c0000374", .heapCorruption), ("c0000409", .abort),
    ("c0000017", .outOfMemory), ("c0000420", .assertionFailed), ("e06d7363", .abort),
  ]

  static func kind(_ text: ArraySlice<UInt8>) -> CrashKind? {
    words.first { text.contains($0.text) }?.kind
  }

  /// The kind of a signal's number on Linux and macOS where both agree.
  static func kind(number: Int) -> CrashKind? {
    switch number {
    case 4, 5: .trap
    case 6: .abort
    case 7, 10, 11: .segmentationFault
    case 8: .divisionByZero
    case 9: .deadlySignal
    default: nil
    }
  }

  /// The kind of an exception of Windows, by its code anywhere in `text`.
  static func windowsKind(_ text: ArraySlice<UInt8>) -> CrashKind? {
    let lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    return windows.first { lower.contains($0.text) }?.kind
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
