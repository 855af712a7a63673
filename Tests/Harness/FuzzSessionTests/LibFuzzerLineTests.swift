import FuzzBuilds
import Testing

@testable import FuzzSession

@Suite("libFuzzer output")
struct LibFuzzerLineTests {
  @Test("a status line gives every field")
  func whole() throws {
    let line = try #require(
      LibFuzzerLine(
        "#2048\tpulse  cov: 145 ft: 310 corp: 20/540b lim: 4 exec/s: 1024 rss: 36Mb"))
    #expect(line.executions == 2048)
    #expect(line.event == "pulse")
    #expect(line.edges == 145)
    #expect(line.features == 310)
    #expect(line.corpus == 20)
    #expect(line.executionsPerSecond == 1024)
    #expect(line.memory == 36)
  }

  @Test(
    "a status line gives its event, edges and corpus",
    arguments: [
      ("#2\tINITED cov: 29 ft: 30 corp: 1/2b exec/s: 0 rss: 36Mb", "INITED", 29, 1),
      (
        "#3\tNEW    cov: 29 ft: 31 corp: 2/4b lim: 4 exec/s: 0 rss: 37Mb L: 2/2 MS: 1 ChangeBinInt-",
        "NEW", 29, 2
      ),
      (
        "#9\tREDUCE cov: 8 ft: 8 corp: 3/1Kb lim: 4 exec/s: 0 rss: 37Mb L: 1/9 MS: 1 EraseBytes-",
        "REDUCE", 8, 3
      ),
      ("#8\tDONE   cov: 29 ft: 43 corp: 3/7b lim: 4 exec/s: 0 rss: 37Mb", "DONE", 29, 3),
      ("#71\tRELOAD cov: 7 ft: 9 corp: 12/3Mb lim: 4096 exec/s: 11 rss: 99Mb", "RELOAD", 7, 12),
    ])
  func events(_ text: String, _ event: String, _ edges: Int, _ corpus: Int) throws {
    let line = try #require(LibFuzzerLine(text))
    #expect(line.event == event)
    #expect(line.edges == edges)
    #expect(line.corpus == corpus)
  }

  @Test("a status line without coverage gives nil for the missing fields")
  func short() throws {
    let line = try #require(LibFuzzerLine("#1\tINITED exec/s: 0 rss: 30Mb"))
    #expect(line.edges == nil)
    #expect(line.features == nil)
    #expect(line.corpus == nil)
    #expect(line.memory == 30)
  }

  @Test(
    "a line that is no status line gives nil",
    arguments: [
      "", "#", "#12", "#x\tNEW cov: 1", "#-3\tNEW cov: 1", "INFO: Seed: 1", "    #0 0x55e8 in f",
      "#0 0x55e863ea220f in main", "#99999999999999999999\tNEW cov: 1",
    ])
  func refused(_ text: String) {
    #expect(LibFuzzerLine(text) == nil)
  }

  @Test(
    "the start-up lines give the number of counters, or nil without them",
    arguments: [
      (
        "INFO: Seed: 1\nINFO: Loaded 1 modules   (4594 inline 8-bit counters): 4594 [0x5, 0x6), ",
        4594
      ),
      ("INFO: Loaded 1 modules   (0 inline 8-bit counters): 0 [0x5, 0x5), ", 0),
      ("INFO: Loaded 1 PC tables (4594 PCs): 4594 [0x5,0x6), ", nil),
      ("", nil),
    ])
  func counters(_ log: String, _ count: Int?) {
    #expect(LibFuzzerLine.counterCount(in: log) == count)
  }

  @Test(
    "a line about an artifact gives its path, spaces included",
    arguments: [
      ("artifact_prefix='a b/'; Test unit written to a b/crash-12", "a b/crash-12"),
      ("Test unit written to ", nil), ("Base64: dHJhcA==", nil),
    ])
  func artifact(_ line: String, _ path: String?) {
    #expect(LibFuzzerLine.artifact(in: line) == path)
  }
}
