import CrashTriage
import ProcessSupport
import ReplayAndTriage
import Testing

@Suite("Verdicts")
struct ReplayVerdictTests {
  @Test(
    "the text decides, and the exit code decides for a text without a report",
    arguments: [
      ("", ChildProcess.Status.exited(0), CrashKind?.none),
      ("Executed f in 1 ms", .exited(0), nil),
      ("==1==ERROR: AddressSanitizer: ILL on unknown address", .exited(1), .trap),
      (
        "==1== ERROR: UndefinedBehaviorSanitizer: stack-overflow on address", .exited(1),
        .stackOverflow
      ),
      ("==1==ERROR: AddressSanitizer: stack-overflow on address", .exited(1), .stackOverflow),
      ("==1==ERROR: AddressSanitizer: heap-buffer-overflow on", .exited(1), .heapBufferOverflow),
      ("==1== ERROR: libFuzzer: out-of-memory (used: 65Mb)", .exited(71), .outOfMemory),
      ("==1== ERROR: libFuzzer: timeout after 2 seconds", .exited(70), .timeout),
      (
        "==scenefuzz== PROPERTY VIOLATED target=xml property=l\n==1==ERROR: AddressSanitizer: ABRT on",
        .exited(1), .propertyViolation
      ),
      ("", .exited(77), .deadlySignal),
      ("", .signaled(11), .deadlySignal),
      ("==1==ERROR: AddressSanitizer: ILL on unknown address", .exited(0), .trap),
    ])
  func verdicts(_ log: String, _ status: ChildProcess.Status, _ expected: CrashKind?) {
    #expect(ReplayVerdict(log: log, status: status, timedOut: false).kind == expected)
  }

  @Test("a child that is ended at its time limit is a timeout")
  func ended() {
    let verdict = ReplayVerdict(log: "Running: f", status: .signaled(2), timedOut: true)
    #expect(verdict.kind == .timeout)
  }

  @Test(
    "words for a shell",
    arguments: [
      ("a/b-c.mrml", "a/b-c.mrml"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"),
      ("$x", "'$x'"),
    ])
  func quoting(_ word: String, _ typed: String) {
    #expect(ShellWord.quoted(word) == typed)
  }
}
