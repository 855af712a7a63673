import Foundation

/// What `status` tells of a session: what it wrote last, and whether it is still there.
package struct SessionReport: Encodable, Sendable {
  /// Whether the session's process is still there, and if not, whether it came to its end.
  package enum State: String, Encodable, Sendable {
    case running, ended, killed
  }

  /// What the session does, or how it ended.
  package let state: State
  /// What the session wrote last, about a second ago while it runs.
  package let status: SessionStatus
  /// The summary of a session that ended.
  package let summary: String?
  /// Path of the session's record.
  package let record: String

  init(_ status: SessionStatus, store: SessionStore) {
    self.status = status
    let folder = store.session(status.session)
    record = folder + "/record.jsonl"
    let path = folder + "/summary.json"
    summary = FileManager.default.fileExists(atPath: path) ? path : nil
    state = status.phase == .ended ? .ended : status.process.isAlive ? .running : .killed
  }

  /// The youngest session of `store` that runs, or else the youngest of all; nil when there is none. Only reads.
  ///
  /// A session whose status cannot be read is passed over: it was made by another version, or has just begun.
  package static func latest(in store: SessionStore) -> SessionReport? {
    var youngest: SessionReport?
    for id in store.sessionIDs.reversed() {
      guard let report = read(id, in: store) else { continue }
      if report.state == .running { return report }
      youngest = youngest ?? report
    }
    return youngest
  }

  static func read(_ id: String, in store: SessionStore) -> SessionReport? {
    guard let data = FileManager.default.contents(atPath: store.status(id)),
      let status = try? JSONDecoder().decode(SessionStatus.self, from: data), status.session == id
    else { return nil }
    return SessionReport(status, store: store)
  }
}

extension SessionStore {
  /// Folders of sessions that are kept; the oldest make room when a session begins.
  static let maximumSessions = 100

  /// The sessions there are, from the oldest to the youngest.
  var sessionIDs: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/sessions")) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  func status(_ id: String) -> String { session(id) + "/status.json" }

  /// Removes the oldest sessions' records and summaries; inputs and findings lie elsewhere and stay.
  func removeOldSessions() {
    for id in sessionIDs.dropLast(Self.maximumSessions)
    where SessionReport.read(id, in: self)?.state != .running {
      try? FileManager.default.removeItem(atPath: session(id))
    }
  }
}
