package import FuzzSession

/// A session as recorded in its folder: its events, and its summary when it ended.
package struct RecordedSession: Sendable {
  /// Name of the session's folder.
  package var id: String
  /// Events in order of time.
  package var events: [SessionEvent]
  /// Nil when the session was killed.
  package var summary: SessionSummary?

  /// - parameter id: name of the session's folder.
  package init(id: String, events: [SessionEvent], summary: SessionSummary?) {
    self.id = id
    self.events = events
    self.summary = summary
  }

  /// Names of the targets in order of their first event.
  var targets: [String] {
    var seen: Set<String> = []
    return events.filter { $0.event == .progress && seen.insert($0.target).inserted }.map(\.target)
  }

  /// Fuzzing time in seconds.
  var seconds: Double { events.last?.time ?? 0 }

  /// Sum of the last known executions of each target.
  var executions: Int {
    targets.reduce(0) { sum, target in
      sum + (events.last { $0.event == .progress && $0.target == target }?.executions ?? 0)
    }
  }

  /// Number of distinct findings.
  var findings: Set<String> { Set(events.compactMap(\.fingerprint)) }
}

extension [RecordedSession] {
  /// Values of one target over the time of all sessions, one session after the other.
  func series(
    of target: String, _ figure: (SessionEvent) -> Int?, adding: Bool
  ) -> [Chart.Point] {
    var points: [Chart.Point] = []
    var (start, base) = (0.0, 0.0)
    for session in self {
      var last = 0.0
      for event in session.events where event.event == .progress && event.target == target {
        guard let value = figure(event) else { continue }
        last = Double(value)
        points.append(Chart.Point(time: start + event.time, value: base + last))
      }
      start += session.seconds
      if adding { base += last }
    }
    return points
  }

  /// Number of distinct findings over time.
  var findingsOverTime: [Chart.Point] {
    var seen: Set<String> = []
    var points = [Chart.Point(time: 0, value: 0)]
    var start = 0.0
    for session in self {
      for event in session.events {
        guard let fingerprint = event.fingerprint, seen.insert(fingerprint).inserted else {
          continue
        }
        points.append(Chart.Point(time: start + event.time, value: Double(seen.count)))
      }
      start += session.seconds
    }
    return points
  }

  var seconds: Double { reduce(0) { $0 + $1.seconds } }
}
