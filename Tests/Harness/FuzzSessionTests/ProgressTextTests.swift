import FuzzBuilds
import Testing

@testable import FuzzSession

@Suite("Progress lines")
struct ProgressTextTests {
  private func progress(_ count: Int, running: Set<Int>) -> [TargetProgress] {
    (0..<count).map { index in
      var progress = TargetProgress(name: "target-\(index)")
      if running.contains(index) {
        progress.begin(slice: index)
        progress.update(executions: 1000, slice: index)
      }
      return progress
    }
  }

  private let text = ProgressText(elapsed: 5, total: 60)

  @Test("a terminal with room has a line for each target and a total that counts idle targets")
  func room() {
    let lines = text.lines(progress(3, running: [1]), redraws: true, width: 200, maximumLines: 24)
    #expect(lines.count == 4)
    #expect(lines[3].hasPrefix("total     0:05/1:00"))
    #expect(lines[3].contains("1000 runs"))
    #expect(lines[3].hasSuffix("2 of 3 targets not run yet"))
  }

  @Test(
    "a terminal is never exceeded: running targets come first, one line counts the others",
    arguments: [1, 2, 3, 5, 10, 19, 20])
  func small(_ height: Int) {
    let lines = text.lines(
      progress(19, running: [17]), redraws: true, width: 80, maximumLines: height)
    #expect(lines.count <= height)
    #expect(lines.allSatisfy { $0.count < 80 })
    #expect(lines.last?.hasPrefix("total") == true)
    if height == 5 {
      #expect(lines[0].hasPrefix("target-17"))
      #expect(lines[3] == "and 16 more targets")
    }
  }

  @Test("an activity has its name, its time and its step")
  func activity() {
    var activity = Activity(name: "building fuzz-mrml (address)", start: 10)
    #expect(activity.line(now: 45) == "building fuzz-mrml (address), 0:35 …")
    activity.step = "step 12 of 345, Compiling XMLReading"
    #expect(
      activity.line(now: 45)
        == "building fuzz-mrml (address), 0:35: step 12 of 345, Compiling XMLReading")
  }
}
