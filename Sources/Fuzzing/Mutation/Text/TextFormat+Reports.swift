/// Crash reports that triage reads.
extension TextFormat {
  /// Reports of sanitizers, debuggers, the system and Swift's backtracer, as text and as JSON.
  package static let reports = TextFormat(
    separators: ["\n", " \t{}[]", ":,()=\""],
    words: [
      "==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60 at pc 0x51",
      "==1== ERROR: libFuzzer: deadly signal", "==1== ERROR: libFuzzer: timeout after 25 seconds",
      "Fatal error: Index out of range", "a/b.swift:1: Fatal error: refused", "READ of size 1",
      "WRITE of size 8", "SUMMARY: AddressSanitizer: SEGV", "Direct leak of 8 byte(s)",
      "Program crashed: Bad pointer dereference at 0x0", "Thread 0 crashed:", "Thread 1 Crashed:",
      "Current stack trace:", "Program received signal SIGILL, Illegal instruction.",
      "* thread #1, stop reason = EXC_BREAKPOINT", "Exception Type: EXC_BREAKPOINT (SIGTRAP)",
      "Stack trace of thread 1:", "Signal: 4 (ILL)", "WARNING: ThreadSanitizer: data race",
      "==scenefuzz== PROPERTY VIOLATED target=t property=l place=\"p\" expected=\"1\" found=\"2\"",
      "{\"kind\":\"crashReport\",\"threads\":[", "\"crashed\":true", "\"symbol\":\"$s1a1byyF\"",
      "\"frames\":[", "\"faultingThread\":0", "\"triggered\":true", "\"CrashSeverity\":",
      "\"Stacktrace\":[", "\\u0000", "\\ud800", "\\\"", "\u{1B}[2J", "\u{202E}", "\r", "\u{0}",
    ], whole: wholeReport
  ) { draft in frame(draft.random.below(8), &draft) }

  /// Names of functions: mangled, demangled, of the runtime, of C++, and ambiguous ones.
  private static func function(_ draft: inout TextDraft) -> [UInt8] {
    draft.pick([
      "$s4main3runyyF", "$s4main5ValueV4readSiyF", "$sSa9subscriptxSi_tcig", "$s", "_$s4main",
      "main", "main.run() -> ()", "closure #1 in run()", "specialized Reader.item(_:)",
      "swift_retain", "LLVMFuzzerTestOneInput", "_assertionFailure(_:_:file:line:flags:)",
      "operator()(int) const", "std::vector<int>::at(unsigned long)", "(anonymous namespace)::f",
      "<unknown>", "a b in c at d", "", "é", "f(x: () -> Int) -> (Int, Int)", "0x12", "??",
    ])
  }

  /// Makes one frame in the style of one kind of report.
  private static func frame(_ style: Int, _ draft: inout TextDraft) -> [UInt8] {
    let number = draft.random.once(in: 6) ? draft.number() : draft.plainNumber()
    let line = draft.random.once(in: 6) ? draft.number() : draft.plainNumber()
    let file = draft.pick(["/a/b.swift", "b.swift", "/a b/c:d.swift", "<compiler-generated>", ""])
    let name = function(&draft)
    let text: [[UInt8]] =
      switch style {
      case 0:
        [Array("    #".utf8), number, Array(" 0x51 in ".utf8), name, [0x20], file, [0x3A], line]
      case 1:
        [
          Array("#".utf8), number, Array("  0x0055 in ".utf8), name, Array(" (x=1) at ".utf8), file,
          [0x3A], line,
        ]
      case 2:
        [
          Array("  * frame #".utf8), number, Array(": 0x1 a`".utf8), name, Array(" at ".utf8), file,
          [0x3A], line,
        ]
      case 3:
        [
          number, Array("   libswiftCore.dylib  0x000000018 ".utf8), name, Array(" + 40 (".utf8),
          file, [0x3A], line, [0x29],
        ]
      case 4:
        [
          number, Array(" 0x0000000000000051 ".utf8), name, Array(" + 12 in a at ".utf8), file,
          [0x3A], line,
        ]
      case 5: [Array("#".utf8), number, Array("  0x0055 n/a (a + 0x12)".utf8)]
      case 6:
        [
          Array("{\"symbol\":\"".utf8), name, Array("\",\"sourceLocation\":{\"file\":\"".utf8),
          file, Array("\",\"line\":".utf8), line, Array("}},".utf8),
        ]
      default: [number, Array(" [ra] 0x51 ".utf8), name, Array(" in a".utf8)]
      }
    return Array(text.joined()) + [0x0A]
  }

  /// Makes a head and frames, mostly in one style.
  private static func wholeReport(_ draft: inout TextDraft) -> [UInt8] {
    let heads = [
      "==1==ERROR: AddressSanitizer: stack-overflow on address 0x7f\n",
      "Program received signal SIGSEGV, Segmentation fault.\n",
      "* thread #1, name = 'a', stop reason = signal SIGILL: illegal instruction operand\n",
      "Exception Type:  EXC_BREAKPOINT (SIGTRAP)\n\nThread 0 Crashed:\n",
      "*** Program crashed: Illegal instruction at 0x51 ***\n\nThread 0 \"a\" crashed:\n\n",
      "Signal: 11 (SEGV)\nStack trace of thread 1:\n",
      "{\"kind\":\"crashReport\",\"threads\":[{\"crashed\":true,\"frames\":[\n",
      "a/b.swift:1: Fatal error: Index out of range\n",
    ]
    let style = draft.random.below(heads.count)
    var text = Array(heads[style].utf8)
    let count = draft.random.once(in: 8) ? 300 : 1 + draft.random.below(12)
    for _ in 0..<count {
      let line = frame(draft.random.once(in: 8) ? draft.random.below(8) : style, &draft)
      guard text.count + line.count < draft.limit else { break }
      // Recursion repeats a frame.
      let times = draft.random.once(in: 12) ? 1 + draft.random.below(40) : 1
      for _ in 0..<times where text.count + line.count < draft.limit { text += line }
    }
    return text + (style == 6 ? Array("{}]}]}".utf8) : [])
  }
}
