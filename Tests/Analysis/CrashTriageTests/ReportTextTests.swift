import CrashTriage
import Testing

@Suite struct ReportTextTests {
  @Test(
    "the headline of each tool names the kind",
    arguments: [
      ("==7== ERROR: libFuzzer: deadly signal", CrashKind.deadlySignal, "libfuzzer"),
      ("==7== ERROR: libFuzzer: timeout after 25 seconds", .timeout, "libfuzzer"),
      ("==7== ERROR: libFuzzer: out-of-memory (malloc(2147483648))", .outOfMemory, "libfuzzer"),
      ("==7==ERROR: AddressSanitizer: stack-overflow on address 0x7f", .stackOverflow, "asan"),
      ("==7==ERROR: AddressSanitizer: attempting double-free on 0x60", .doubleFree, "asan"),
      ("==7==ERROR: AddressSanitizer: FPE on unknown address 0x1", .divisionByZero, "asan"),
      ("==7==ERROR: AddressSanitizer: BUS on unknown address", .segmentationFault, "asan"),
      ("==7==ERROR: AddressSanitizer: brand-new-error on address 0x1", .otherMemoryError, "asan"),
      (
        "==7==ERROR: AddressSanitizer: requested allocation size 0xfff exceeds", .allocationTooBig,
        "asan"
      ),
      (
        "==7==ERROR: UndefinedBehaviorSanitizer: stack-overflow on address", .stackOverflow, "ubsan"
      ),
      ("a.c:3:5: runtime error: signed integer overflow: 1 + 2", .undefinedBehavior, "ubsan"),
      ("==7==ERROR: LeakSanitizer: detected memory leaks", .leak, "lsan"),
      ("M/a.swift:3: Fatal error: Index out of range", .indexOutOfRange, "swift-message"),
      ("Fatal error: Unexpectedly found nil", .unwrappedNil, "swift-message"),
      ("M/a.swift:9: Precondition failed: too deep", .preconditionFailed, "swift-message"),
      ("Could not cast value of type 'A' (0x1) to 'B' (0x2).", .castFailed, "swift-message"),
      (
        "==scenefuzz== PROPERTY VIOLATED target=url property=same place=\"a\" expected=\"1\" found=\"2\"",
        .propertyViolation, "broken-property"
      ),
    ])
  func headline(line: String, kind: CrashKind, format: String) throws {
    let report = try #require(CrashReport.read("INFO: Seed: 1\n" + line + "\n"))
    #expect(report.kind == kind)
    #expect(report.format.rawValue == format)
    #expect(!report.message.isEmpty)
  }

  @Test(
    "a frame's function, file and line are told apart",
    arguments: [
      (
        "#0 0x5 in $s1a1byyF /src/with space/a.swift:15:51",
        StackFrame(function: "$s1a1byyF", file: "/src/with space/a.swift", line: 15)
      ),
      (
        "#1 0x5 in M.T.f(x: Swift.Int) -> () /src/a.swift:3",
        StackFrame(function: "M.T.f(x: Swift.Int) -> ()", file: "/src/a.swift", line: 3)
      ),
      (
        "#2 0x5 in swift_dynamicCast (/lib/libswiftCore.so+0x467ca7) (BuildId: b5)",
        StackFrame(
          function: "swift_dynamicCast", image: "/lib/libswiftCore.so", offset: 0x467CA7)
      ),
      (
        "#3 0x5  (/lib/libc.so.6+0x3c04f)",
        StackFrame(function: "", image: "/lib/libc.so.6", offset: 0x3C04F)
      ),
      (
        "#4 0x5 in raise signal/../sysdeps/posix/raise.c:26:13",
        StackFrame(function: "raise", file: "signal/../sysdeps/posix/raise.c", line: 26)
      ),
      (
        "#5 0x5 in Swift runtime failure: Index out of range /<compiler-generated>",
        StackFrame(
          function: "Swift runtime failure: Index out of range", file: "/<compiler-generated>")
      ),
      ("#6 0x5 in f(int, char*)", StackFrame(function: "f(int, char*)")),
      ("#7 0x5 in M.f() -> Swift.Int", StackFrame(function: "M.f() -> Swift.Int")),
    ])
  func frame(line: String, frame: StackFrame) throws {
    let report = try #require(
      CrashReport.read("==1== ERROR: libFuzzer: deadly signal\n    \(line)\n\n"))
    #expect(report.frames == [frame])
  }

  @Test("runs of one build without a symbolizer are grouped by where their code lies")
  func rawStacks() throws {
    func raw(_ lines: [String], headline: String = "AddressSanitizer: ILL on unknown") throws
      -> RawStack?
    {
      let text = "==1==ERROR: \(headline) address 0x5\n" + lines.joined(separator: "\n") + "\n\n"
      return RawStack(try #require(CrashReport.read(text)))
    }
    let one = try raw([
      "    #0 0x51  (/a/fuzz-x+0x1a) (BuildId: 1)", "    #1 0x52  (/a/fuzz-x+0x2b)",
    ])
    #expect(one != nil)
    #expect(try raw(["    #0 0x91  (/b/fuzz-x+0x1a)", "    #1 0x92  (/b/fuzz-x+0x2b)"]) == one)
    #expect(try raw(["    #0 0x51  (/a/fuzz-x+0x1c)", "    #1 0x52  (/a/fuzz-x+0x2b)"]) != one)
    let deep = { count in (0..<count).map { "    #\($0) 0x51  (/a/fuzz-x+0x\($0 % 2 + 1))" } }
    #expect(
      try raw(deep(40), headline: "AddressSanitizer: stack-overflow on")
        == raw(deep(90), headline: "AddressSanitizer: stack-overflow on"))
    #expect(try raw(deep(3), headline: "libFuzzer: timeout after 1") == nil)
  }

  @Test("only the first stack counts: the others tell who allocated and who freed")
  func firstStackOnly() throws {
    let report = try #require(Samples.report("use-after-free", "fuzz-debug.txt"))
    #expect(report.frames.filter { $0.function.contains("readFreed") }.count == 1)
    #expect(!report.frames.contains { $0.function == "free" || $0.function == "posix_memalign" })
    #expect(report.access == .read)
  }

  @Test("a message says nothing that differs from run to run")
  func stableMessages() throws {
    let cast = try #require(Samples.crash("cast", "fuzz-release.txt"))
    #expect(
      cast.message
        == "Could not cast value of type 'Swift.Int' (ADDRESS) to 'Swift.String' (ADDRESS).")
    let memory = try #require(Samples.crash("memory", "fuzz-release.txt"))
    #expect(memory.message == "out-of-memory")
  }

  @Test("a fingerprint is read back from its own text and from nothing else")
  func fingerprintText() throws {
    let crash = try #require(Samples.crash("index", "fuzz-release.txt"))
    let name = Fingerprint(crash)
    #expect(Fingerprint(name.description) == name)
    for text in [
      "", "..", "261905a637da2a6", "261905A637DA2A63", "261905a637da2a6/", "../../etc/passwd",
    ] {
      #expect(Fingerprint(text) == nil)
    }
  }
}
