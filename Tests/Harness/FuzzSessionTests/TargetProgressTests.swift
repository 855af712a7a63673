import FuzzBuilds
import ProcessSupport
import Testing

@testable import FuzzSession

@Suite("Target progress")
struct TargetProgressTests {
  private func line(_ text: String) throws -> LibFuzzerLine { try #require(LibFuzzerLine(text)) }

  @Test("edges reached while the corpus is read are not new, edges after that are")
  func newCoverage() throws {
    var progress = TargetProgress(name: "t")
    progress.begin(slice: 1)
    progress.update(try line("#8\tpulse  cov: 10 ft: 11 corp: 1/2b"), slice: 1, now: 1)
    progress.update(try line("#9\tINITED cov: 12 ft: 13 corp: 2/2b"), slice: 1, now: 2)
    #expect(progress.edges == 12)
    #expect(progress.lastNewEdge == nil)
    progress.update(try line("#20\tNEW cov: 12 ft: 14 corp: 3/2b"), slice: 1, now: 3)
    #expect(progress.lastNewEdge == nil)
    progress.update(try line("#21\tNEW cov: 13 ft: 15 corp: 4/2b"), slice: 1, now: 4)
    #expect(progress.lastNewEdge == 4)
    #expect(progress.features == 15)
  }

  @Test("executions of ended and running processes add up and never shrink")
  func executions() throws {
    var progress = TargetProgress(name: "t")
    progress.begin(slice: 1)
    progress.update(try line("#100\tNEW cov: 1"), slice: 1, now: 0)
    progress.update(executions: 150, slice: 1)
    progress.update(executions: 20, slice: 1)
    progress.end(slice: 1, seconds: 3)
    progress.begin(slice: 2)
    #expect(progress.executions == 150)
    progress.update(try line("#7\tNEW cov: 1"), slice: 2, now: 0)
    #expect(progress.executions == 157)
    #expect(progress.meanExecutionsPerSecond == 50)
    #expect(progress.isRunning)
  }

  @Test("a slice counts edges and features that no process of its build had before")
  func sliceResult() throws {
    var progress = TargetProgress(name: "t")
    progress.begin(slice: 1)
    progress.update(try line("#9\tINITED cov: 12 ft: 13 corp: 2/2b"), slice: 1, now: 2)
    progress.update(try line("#20\tNEW cov: 15 ft: 23 corp: 3/2b"), slice: 1, now: 3)
    let first = progress.end(slice: 1, seconds: 4)
    #expect(first.newCoverage == NewCoverage(edges: 3, features: 10))
    #expect(first.initialized == 2)
    progress.begin(slice: 2)
    progress.update(try line("#9\tINITED cov: 14 ft: 20 corp: 3/2b"), slice: 2, now: 5)
    progress.update(try line("#20\tNEW cov: 15 ft: 24 corp: 3/2b"), slice: 2, now: 6)
    let again = progress.end(slice: 2, seconds: 4)
    #expect(again.newCoverage == NewCoverage(edges: 0, features: 1))
    progress.begin(slice: 3, build: 1)
    progress.update(try line("#9\tINITED cov: 90 ft: 99 corp: 3/2b"), slice: 3, now: 7)
    #expect(progress.end(slice: 3, seconds: 1).newCoverage.isEmpty)
    #expect(progress.edges == 15)
    #expect(progress.features == 24)
  }

  @Test("a finding is new once, and each of its crashes counts")
  func findings() {
    var progress = TargetProgress(name: "t")
    let isNew = ["a", "a", "b"].map { progress.addCrash($0, now: 3) }
    #expect(isNew == [true, false, true])
    #expect(progress.crashes == 3)
    #expect(progress.lastNewCoverage == 3)
  }

  @Test("lines of an unknown slice are ignored")
  func unknown() throws {
    var progress = TargetProgress(name: "t")
    progress.update(try line("#100\tNEW cov: 9"), slice: 5, now: 0)
    progress.end(slice: 5, seconds: 1)
    #expect(progress.edges == 0)
    #expect(progress.executions == 0)
  }

  @Test("a progress line has full words where they fit and abbreviations where they do not")
  func text() throws {
    var progress = TargetProgress(name: "mrml")
    let text = ProgressText(elapsed: 83, total: 3660)
    #expect(
      text.line(progress, nameWidth: 4, width: 200)
        == "mrml  1:23/1:01:00  waiting  edges 0  features 0  corpus 0  findings 0  no new edge")
    progress.begin(slice: 1)
    progress.update(try line("#1\tINITED cov: 5 ft: 6 corp: 7/8b exec/s: 900"), slice: 1, now: 1)
    progress.update(try line("#2\tNEW cov: 6 ft: 7 corp: 8/8b exec/s: 900"), slice: 1, now: 78)
    #expect(
      text.line(progress, nameWidth: 6, width: 200)
        == "mrml    1:23/1:01:00  900 exec/s  edges 6  features 7  corpus 8  findings 0"
        + "  new edge 0:05 ago")
    #expect(
      text.line(progress, nameWidth: 4, width: 60)
        == "mrml 1:23/1:01:00 900/s edg 6 ft 7 corp 8 found 0 new 0:05")
    #expect(text.line(progress, nameWidth: 4, width: 20).count == 19)
  }

  @Test("a log has a line for each running target, a terminal for every target")
  func shown() {
    var running = TargetProgress(name: "mrml")
    running.begin(slice: 1)
    let all = [TargetProgress(name: "xml"), running]
    #expect(ProgressText.shown(all, redraws: true).map(\.name) == ["xml", "mrml"])
    #expect(ProgressText.shown(all, redraws: false).map(\.name) == ["mrml"])
  }

  @Test("the block of a terminal is replaced, and lines above it stay")
  func redraw() {
    let block = TerminalBlock()
    #expect(block.replacing(with: ["a", "b"]) == "a\nb\n")
    #expect(block.replacing(with: ["c"]) == "\r\u{1B}[2A\u{1B}[Jc\n")
    #expect(block.inserting("news", redraws: true) == "\r\u{1B}[1A\u{1B}[Jnews\nc\n")
    #expect(block.inserting("news", redraws: false) == "news\n")
    #expect(block.replacing(with: []) == "\r\u{1B}[1A\u{1B}[J")
  }
}
