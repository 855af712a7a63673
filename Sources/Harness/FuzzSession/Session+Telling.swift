import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// What a session tells while it runs: lines for people, lines of the record.
extension Session {
  func tell(forPeople: Bool) {
    if forPeople {
      let text = ProgressText(elapsed: now, total: options.time.seconds)
      let nameWidth = progress.map(\.name.count).max() ?? 0
      let told = ProgressText.told(progress, redraws: display.redraws)
      display.show(told.map { text.line($0, nameWidth: nameWidth, width: display.width) })
    } else {
      for target in progress { note(SessionEvent(target, time: now)) }
    }
  }

  var startEvent: SessionEvent {
    var start = SessionEvent(.start, time: 0)
    start.note =
      "targets=\(options.targets.map(\.name).joined(separator: ","))"
      + " builds=\(options.builds.all.map(\.name).joined(separator: ","))"
      + " seconds=\(Int(options.time.seconds)) jobs=\(options.jobs) seed=\(options.seed ?? 0)"
      + " sharing=\(options.sharing.rawValue)"
    return start
  }

  /// A line for a slice that ended. Slices that end at once, in crashes, have none: there may be any number of them.
  func note(
    _ yielded: TargetProgress.Yielded, _ slice: Schedule.Slice, build: Int, seconds: Double,
    startUp: Double?
  ) {
    guard seconds >= 1 else { return }
    var event = SessionEvent(.slice, time: now)
    event.target = options.targets[slice.target].name
    event.build = options.builds.all[build].name
    event.seconds = seconds
    event.startUp = startUp
    event.executions = yielded.executions
    event.edges = yielded.newCoverage.edges
    event.features = yielded.newCoverage.features
    event.findings = yielded.newCoverage.findings
    note(event)
  }
}

/// When lines of progress are due: every few seconds at first, then ever more seldom, so that a record of any session
/// has a bounded number of them.
struct RecordClock: Sendable {
  private var next = 5.0

  /// Whether `now` is the time; if so the next one is set, a hundredth of the session away.
  mutating func isDue(_ now: Double) -> Bool {
    guard now >= next else { return false }
    next = now + max(5, now / 100)
    return true
  }
}
