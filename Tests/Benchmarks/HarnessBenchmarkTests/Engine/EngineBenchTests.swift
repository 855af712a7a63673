import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import TestSupport
import Testing

@testable import HarnessBenchmarks

@Suite struct EngineBenchTests {
  @Test("the timing is read from the last lines of an entry point")
  func times() throws {
    let log =
      "INFO: x\nclock: executions=1000 total=2000000000 target=1600000000 mutators=300000000\n"
    let times = try #require(EntryTimes(in: log))
    #expect(times.executions == 1000)
    #expect(times.mutatorShare == 0.15)
    #expect(times.harnessFactor == 1.25)
  }

  @Test(
    "lines without a valid timing are refused",
    arguments: [
      "", "clock: ", "clock: executions=1 total=0 target=0 mutators=0",
      "clock: executions=1 total=5 target=0 mutators=0",
      "clock: executions=1 total=5 target=5", "clock: executions=-1 total=5 target=5 mutators=1",
      "clock: executions=1 total=99999999999999999999 target=5 mutators=1",
      "the clock: executions=1 total=5 target=5 mutators=1",
    ])
  func refusals(log: String) {
    #expect(EntryTimes(in: log) == nil)
  }

  @Test("a bar bounds the ratio when there is a peer, otherwise the value")
  func bars() {
    let fast = EngineRow("x", .address, "executions/s", 12_000, peer: 10_000, bar: .atLeast(1.2))
    #expect(fast.ratio == 1.2)
    #expect(fast.isMet == true)
    let slow = EngineRow("x", .address, "executions/s", 11_000, peer: 10_000, bar: .atLeast(1.2))
    #expect(slow.isMet == false)
    #expect(slow.bar == "at least 1.2")
    #expect(EngineRow("x", .fuzzer, "s", 0.31, bar: .atMost(0.3)).isMet == false)
    #expect(EngineRow("x", .fuzzer, "s", 0.3, bar: .atMost(0.3)).isMet == true)
    #expect(EngineRow("x", .fuzzer, "s", 0.3).isMet == nil)
  }

  @Test("bars exist for the compared targets")
  func comparedTargets() {
    #expect(EngineBench.bar("xml", .address) == .atLeast(1))
    #expect(EngineBench.bar("xml", .fuzzer) == .atLeast(1.1))
    #expect(EngineBench.bar("mrml", .address) == .atLeast(0.7))
    #expect(EngineBench.bar("mrml", .fuzzer) == .atLeast(0.8))
    #expect(EngineBench.sessionBar("xml", .fuzzer) == .atLeast(25_000))
    #expect(EngineBench.sessionBar("mrml", .fuzzer) == .atLeast(6_000))
    #expect(EngineBench.sessionBar("mrml", .address) == nil)
    #expect(EngineBench.bar("zip", .address) == nil)
  }

  @Test("the replayed scene is valid and about a kilobyte")
  func scene() throws {
    let file = Repository.root.appendingPathComponent(EngineBench.scene)
    let bytes = [UInt8](try Data(contentsOf: file))
    #expect((1_000...1_500).contains(bytes.count))
    try FuzzTarget.mrml.run(bytes.span)
  }

  @Test("variants of the scene differ in content and are the same scene")
  func variants() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let scene = Repository.root.appendingPathComponent(EngineBench.scene).path
    let files = try EngineBench.variants(of: scene, in: folder.path)
    let contents = files.map { [UInt8](FileManager.default.contents(atPath: $0) ?? Data()) }
    #expect(Set(contents).count == 243)
    for content in contents { try FuzzTarget.mrml.run(content.span) }
  }
}
