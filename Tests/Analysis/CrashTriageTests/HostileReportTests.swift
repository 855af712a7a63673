import CrashTriage
import Testing

@Suite struct HostileReportTests {
  @Test(
    "a text without a crash is no report",
    arguments: [
      "", "\n", "{", "{}", "[]", "{\"kind\": \"other\"}", "plain text", "#0 0x1 in f a.swift:1",
      "INFO: Seed: 1\nDone 4 runs in 0 second(s)", "\u{0}\u{1}\u{2}",
      "the user wrote: Fatal error: not at the start", "==scenefuzz== PROPERTY VIOLATED property=x",
      "DEDUP_TOKEN: a--b--c", "==1==WARNING: AddressSanitizer failed to allocate",
    ])
  func noReport(text: String) {
    #expect(CrashReport.read(text) == nil)
  }

  @Test("every prefix of every sample is read or refused without a trap", arguments: Samples.builds)
  func everyPrefix(build: String) {
    for bug in ["index", "property", "use-after-free", "recursion-two"] {
      let bytes = Array((Samples.text(bug, build) ?? "").utf8)
      for end in stride(from: 0, to: bytes.count, by: 29) {
        guard let report = CrashReport.read(bytes: Array(bytes[..<end])) else { continue }
        let crash = Crash(report, demangle: Samples.demangle)
        #expect(Fingerprint(crash).description.utf8.count == 16)
      }
    }
  }

  @Test("every byte of a sample set to every special byte is read or refused without a trap")
  func everyByte() {
    for build in ["fuzz-release.txt", "debug.json"] {
      let bytes = Array((Samples.text("index", build) ?? "").utf8)
      #expect(bytes.count > 1000)
      for index in stride(from: 0, to: bytes.count, by: 37) {
        for byte in [0x00, 0x0A, 0x22, 0x28, 0x2F, 0x5C, 0x7B, 0x7D, 0xFF] as [UInt8] {
          var changed = bytes
          changed[index] = byte
          guard let report = CrashReport.read(bytes: changed) else { continue }
          #expect(report.frames.count < 100)
        }
      }
    }
  }

  @Test("a line of a megabyte is cut, and the next line is read")
  func longLine() throws {
    let long = String(repeating: "A#0 0x(/", count: 1 << 17)
    let text = """
      \(long)
      ==1==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000004 (pc 0x1 bp 0x2 sp 0x3 T0)
          #0 0x55 in \(long)
          #1 0x55 in f /src/a b/c.swift:7:1
      """
    let report = try #require(CrashReport.read(text))
    #expect(report.kind == .segmentationFault)
    #expect(report.frames.count == 2)
    #expect(report.frames[0].function.utf8.count <= CrashReport.Limits().lineBytes)
    #expect(report.frames[1] == StackFrame(function: "f", file: "/src/a b/c.swift", line: 7))
  }

  @Test("a stack of a million frames is cut at the limit")
  func manyFrames() throws {
    let line = "    #0 0x55 in f /a.swift:1:1\n"
    var text = "==1== ERROR: libFuzzer: deadly signal\n"
    for number in 0..<200_000 { text += "    #\(number) 0x55 in f\(number % 40) /a.swift:1\n" }
    let report = try #require(CrashReport.read(text + line))
    #expect(report.frames.count == CrashReport.Limits().frames)
    let crash = Crash(report, demangle: { $0 })
    #expect(crash.frames.count <= report.frames.count)
  }

  @Test("JSON nested without end is refused")
  func deepJSON() {
    #expect(CrashReport.read(String(repeating: "{\"a\":", count: 500_000)) == nil)
    #expect(CrashReport.read("{\"kind\":" + String(repeating: "[", count: 1_000_000)) == nil)
  }

  @Test("a huge number is no line and causes no trap")
  func hugeNumbers() throws {
    let text = """
      ==1== ERROR: libFuzzer: deadly signal
          #0 0xffffffffffffffffffffffffffff in f /a.swift:99999999999999999999999:1
          #99999999999999999999 0x1 in g /a.swift:1
      """
    let report = try #require(CrashReport.read(text))
    #expect(report.frames.map(\.function) == ["f"])
    #expect(report.frames[0].line < 10_000_000_000)
  }

  @Test("the answer of a demangler that loses names is ignored")
  func badDemangler() throws {
    let report = try #require(Samples.report("index", "fuzz-release.txt"))
    let crash = Crash(report, demangle: { _ in ["only one"] })
    #expect(crash.frames.first?.function.hasPrefix("$s7Planted") == true)
  }
}
