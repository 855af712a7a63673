import Foundation
import TestSupport
import Testing

@testable import FuzzBuilds

@Suite("Commands that a person copies")
struct CommandWordsTests {
  @Test("are those of the script, which lies in the checkout")
  func script() {
    #expect(CommandWords.program.hasSuffix("scripts/scenefuzz"))
    #expect(CommandWords.test(of: "00").hasSuffix("scripts/test --filter Finding_00"))
  }

  @Test("choose the build that the failure was seen in, and say nothing of the default")
  func plan() {
    let plain = CommandWords.command("replay", "xml", "a b", bug: false)
    #expect(plain == CommandWords.program + " replay xml 'a b'")
    let other = CommandWords.command("replay", plan: BuildPlan(.fuzzer, .debug), bug: false)
    #expect(other == CommandWords.program + " replay --build fuzzer --configuration debug")
  }

  @Test("wake the demo bug for its own target and no other")
  func bug() {
    let demo = CommandWords.command("replay", "demo", "input", bug: true)
    #expect(demo.hasPrefix("SCENEFUZZ_DEMO_BUG=1 "))
    #expect(CommandWords.command("replay", "xml", "input", bug: true).hasPrefix("SCENE") == false)
    #expect(CommandWords.command("replay", "demo", bug: false).hasPrefix("SCENE") == false)
  }

  @Test("name paths from the current folder, also those that are not there yet")
  func paths() {
    let here = FileManager.default.currentDirectoryPath
    #expect(CommandWords.fromHere(here + "/no such file") == "./no such file")
    #expect(CommandWords.fromHere("/no such file") == "/no such file")
    #expect(CommandWords.fromHere("as/given") == "as/given")
  }
}
