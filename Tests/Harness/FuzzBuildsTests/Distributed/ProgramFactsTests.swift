import Testing

@testable import FuzzBuilds

@Suite("Programs of the distributed engine")
struct ProgramFactsTests {
  private func headers(_ needed: [String], runPath: String? = nil) -> ProgramFacts {
    var text = "\nfuzz-xml:\tfile format elf64-x86-64\n\nDynamic Section:\n"
    for library in needed { text += "  NEEDED               \(library)\n" }
    if let runPath { text += "  RUNPATH              \(runPath)\n" }
    return ProgramFacts(headers: text)
  }

  @Test("a program that needs only libraries of the runner has no fault")
  func sound() {
    let facts = headers(["libstdc++.so.6", "libm.so.6", "libgcc_s.so.1", "libc.so.6"])
    #expect(facts.libraries.count == 4)
    #expect(facts.faults == [])
  }

  @Test(
    "a library that the runner lacks is a fault",
    arguments: ["libswiftCore.so", "libxml2.so.2", "libz.so.1", "libFoundation.so"])
  func foreign(library: String) {
    #expect(headers(["libc.so.6", library]).faults == ["needs \(library)"])
  }

  @Test("a run path into the toolchain is a fault, $ORIGIN is not")
  func runPath() {
    #expect(headers([], runPath: "$ORIGIN").faults == [])
    #expect(
      headers([], runPath: "/opt/swift/usr/lib/swift/linux:$ORIGIN").faults
        == ["looks for libraries in /opt/swift/usr/lib/swift/linux"])
  }

  @Test("the output of libFuzzer gives counters and dictionary entries, and 0 without those lines")
  func libFuzzer() {
    let log = """
      Dictionary: 512 entries
      INFO: Running with entropic power schedule (0xFF, 100).
      INFO: Loaded 1 modules   (8123 inline 8-bit counters): 8123 [0x1, 0x2),
      """
    #expect(ProgramFacts.edges(in: log) == 8123)
    #expect(ProgramFacts.dictionaryWords(in: log) == 512)
    #expect(ProgramFacts.edges(in: "INFO: seed corpus") == 0)
    #expect(ProgramFacts.dictionaryWords(in: "ParseDictionaryFile: error in line 3") == 0)
  }
}
