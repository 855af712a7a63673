import FuzzBuilds
import Testing

@Suite("Build steps")
struct BuildStepTests {
  @Test("a step line gives number, count and text, and the module in brief")
  func step() throws {
    let step = try #require(BuildStep("[12/345] Compiling XMLReading Tokenizer.swift"))
    #expect(step.number == 12)
    #expect(step.count == 345)
    #expect(step.text == "Compiling XMLReading Tokenizer.swift")
    #expect(step.brief == "Compiling XMLReading")
  }

  @Test(
    "a line that is no step gives nil",
    arguments: ["", "[", "[1/2", "[1] x", "[a/b] x", "Build complete! (3s)", "error: [1/2]"])
  func refused(_ line: String) { #expect(BuildStep(line) == nil) }
}
