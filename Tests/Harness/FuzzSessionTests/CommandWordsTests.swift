import Foundation
import TestSupport
import Testing

@testable import FuzzBuilds

@Suite("Commands to copy")
struct CommandWordsTests {
  @Test("a command starts with the script of the checkout")
  func script() {
    #expect(CommandWords.program.hasSuffix("scripts/scenefuzz"))
    #expect(CommandWords.test(of: "00").hasSuffix("scripts/test --filter Finding_00"))
  }

  @Test("a command names its build unless that is the default")
  func plan() {
    let plain = CommandWords.command("replay", "xml", "a b", bug: false)
    #expect(plain == CommandWords.program + " replay xml 'a b'")
    let other = CommandWords.command("replay", plan: BuildPlan(.fuzzer, .debug), bug: false)
    #expect(other == CommandWords.program + " replay --build fuzzer --configuration debug")
  }

  @Test("a command enables the demo bug for the demo target only")
  func bug() {
    let demo = CommandWords.command("replay", "demo", "input", bug: true)
    #expect(demo.hasPrefix("SCENEFUZZ_DEMO_BUG=1 "))
    #expect(CommandWords.command("replay", "xml", "input", bug: true).hasPrefix("SCENE") == false)
    #expect(CommandWords.command("replay", "demo", bug: false).hasPrefix("SCENE") == false)
  }

  @Test("a path inside the current folder becomes relative, also when it does not exist")
  func paths() {
    let here = FileManager.default.currentDirectoryPath
    #expect(CommandWords.fromHere(here + "/no such file") == "./no such file")
    #expect(CommandWords.fromHere("/no such file") == "/no such file")
    #expect(CommandWords.fromHere("as/given") == "as/given")
  }
}
