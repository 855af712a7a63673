/// The role of a line in a crash report.
enum LineMark: Equatable, Sendable {
  /// What the runtime, the C library or a property says before a process dies.
  case message
  /// A tool names a crash; its stack may follow.
  case headline
  /// Something outside of the process reports its death: a shell, the kernel, the service manager.
  case observer(Observer)
  /// The head of a stack.
  case stack
  case frame
  /// Belongs to a report and opens none.
  case detail
  /// The last line of a sanitizer's report.
  case summary
  /// The head of a file in a list of files, as `tail` prints it: no report goes across.
  case boundary
  /// The first line of a report that names its crash later.
  case preamble
  /// The JSON form of the report that stands above follows.
  case fullReport
  /// A JSON value begins.
  case json

  enum Observer: Equatable, Sendable { case shell, kernel, service, handler }
}

/// Beginnings of lines, as data, by their first two bytes: a line without any is passed over at a
/// few nanoseconds a word.
struct LineMarkTable: Sendable {
  struct Entry: Sendable {
    let bytes: [UInt8]
    let mark: LineMark
  }

  static let shared = LineMarkTable()

  /// 0 for no entry, else one more than the index in `buckets`.
  let heads: [UInt8]
  let buckets: [[Entry]]

  private init() {
    var heads = [UInt8](repeating: 0, count: 1 << 16)
    var buckets: [[Entry]] = []
    for (mark, texts) in Self.entries {
      for text in texts {
        let bytes = Array(text.utf8)
        let head = Int(bytes[0]) << 8 | Int(bytes[1])
        if heads[head] == 0 {
          buckets.append([])
          heads[head] = UInt8(buckets.count)
        }
        buckets[Int(heads[head]) - 1].append(Entry(bytes: bytes, mark: mark))
      }
    }
    // The longest entry of a beginning decides.
    for index in buckets.indices { buckets[index].sort { $0.bytes.count > $1.bytes.count } }
    self.heads = heads
    self.buckets = buckets
  }

  /// The words with which a report may open.
  static let openings: [[UInt8]] = entries.flatMap { mark, texts -> [[UInt8]] in
    switch mark {
    case .message, .headline, .observer, .preamble: texts.map { Array($0.utf8) }
    // `Thread 0 Crashed:` and `thread #1, stop reason = ` do.
    case .stack: texts.filter { $0.hasSuffix("hread ") || $0.contains("#") }.map { Array($0.utf8) }
    case .frame, .detail, .summary, .boundary, .fullReport, .json: []
    }
  }

  private static let entries: [(LineMark, [String])] = [
    (
      .message,
      [
        "Fatal error", "Precondition failed", "Assertion failed", "Swift runtime failure: ",
        "Could not cast value of type ", "Fatal access conflict", "Simultaneous accesses to 0x",
        "double free or corruption", "free(): ", "malloc(): ", "realloc(): ", "munmap_chunk(): ",
        "corrupted size vs. prev_size", "corrupted double-linked list", "malloc_consolidate(): ",
        "*** stack smashing detected", "*** buffer overflow detected", "malloc: *** error",
        "malloc: Double free", "malloc: Heap corruption", "*** error for object", "Object 0x",
        "Assertion `", "terminating with uncaught", "terminating due to uncaught",
        "terminate called", "*** Terminating app", "libc++abi: ",
        "==scenefuzz== PROPERTY VIOLATED ", "BUG IN CLIENT OF ", "BUG IN LIB", "HEAP CORRUPTION",
        "HEAP: ", "Critical error detected c0000374", "Thread stack size exceeded",
      ]
    ),
    (
      .headline,
      [
        "ERROR: libFuzzer: ", "ERROR: AddressSanitizer: ", "ERROR: UndefinedBehaviorSanitizer: ",
        "ERROR: LeakSanitizer: ", "ERROR: ThreadSanitizer: ", "ERROR: MemorySanitizer: ",
        "ERROR: HWAddressSanitizer: ", "WARNING: ThreadSanitizer: ", "WARNING: MemorySanitizer: ",
        "runtime error: ", "Program received signal ", "Program terminated with signal ",
        "stop reason = ", "Signal: ", "Exception Type:", "Program crashed: ", "*** Signal ",
        "*** Error in ", "*** glibc detected", "Crashed: ", "Fatal Exception: ", "panic: ",
        "fatal error: all goroutines", "fatal error: stack overflow", "fatal error: concurrent map",
        "fatal error: unexpected signal", "thread '", "Traceback (most recent call last)",
        "Exception in thread ", "signal 4 (SIG", "signal 5 (SIG", "signal 6 (SIG",
        "signal 7 (SIG", "signal 8 (SIG", "signal 11 (SIG", "Fatal signal ",
        "PLEASE submit a bug report", "Stack dump:", "Faulting application name: ",
        "Unhandled exception at ", "Unhandled Exception: ", "Exception: Exception 0x",
        "COREDUMP_SIGNAL_NAME=", "EXC_BAD_ACCESS", "EXC_BREAKPOINT", "EXC_BAD_INSTRUCTION",
        "EXC_CRASH", "EXC_ARITHMETIC",
      ]
    ),
    (
      .observer(.shell),
      [
        "Illegal instruction", "Segmentation fault", "Aborted", "Trace/breakpoint trap",
        "Bus error", "Floating point exception", "segmentation fault", "illegal hardware",
        "trace trap", "abort  ",
      ]
    ),
    (
      .observer(.kernel),
      [
        "segfault at ", "traps: ", "trap invalid opcode", "trap int3", "trap divide error",
        "general protection fault ip:", "Out of memory: Killed process ",
      ]
    ),
    (
      .observer(.service),
      ["Main process exited, code=dumped", "Main process exited, code=killed", "Process "]
    ),
    (.observer(.handler), ["Received signal "]),
    (
      .stack,
      [
        "Current stack trace:", "Thread ", "thread #", "* thread #", "Stack trace of thread ",
        "backtrace:", "Backtrace:", "======= Backtrace", "Last Exception Backtrace",
        "stack backtrace:", "goroutine ", "STACK_TEXT:", "Call Stack:",
      ]
    ),
    (
      .detail,
      [
        "READ of size", "WRITE of size", "Read of size", "Write of size", "Modifying access",
        "The signal is caused by a ", "Hint: ", "Exception Codes:", "Exception Subtype:",
        "Exception Code:", "Exception code:", "Exception Message:", "Exception Reason:",
        "Exception Note:", "Termination ", "Terminating Process:", "Parent Process:",
        "VM Region Info", "Triggered by Thread",
        "Crashed Thread:", "Application Specific Information", "Application Specific Backtrace",
        "Abort message: ", "Cause: ", "pid: ", "Faulting module name: ", "Fault offset: ",
        "AddressSanitizer:DEADLYSIGNAL", "Core was generated by", "Binary Images:",
        "Previous access", "Current access", "COREDUMP_", "signal ", "Previous write", "Registers:",
        "Fatal access", "0x00007", "0x00000", "Memory map:", "Images (",
        "DEDUP_TOKEN: ",
      ]
    ),
    (.summary, ["SUMMARY: "]),
    (.boundary, ["==> "]),
    (
      .preamble,
      [
        "Incident Identifier:", "Translated Report", "Process:  ", "*** *** *** *** ",
        "# Crashlytics", "PID: ",
      ]
    ),
    (.fullReport, ["Full Report"]),
  ]
}
