import Foundation

/// The state of a session as seen from another process.
package struct SessionReport: Encodable, Sendable {
  /// Whether the session's process exists, and if not, whether it reached its end.
  package enum State: String, Encodable, Sendable {
    case running, ended, killed
  }

  package let state: State
  /// The latest status file, about a second old while the session runs.
  package let status: SessionStatus
  /// Path of the summary of a session that ended.
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

  /// The latest session of `store` that runs, else the latest of all; nil when there is none.
  ///
  /// Skips a session without a readable status file: another version wrote it, or it has just
  /// begun.
  package static func latest(in store: SessionStore) -> SessionReport? {
    var latest: SessionReport?
    for id in store.sessionIDs.reversed() {
      guard let report = read(id, in: store) else { continue }
      if report.state == .running { return report }
      latest = latest ?? report
    }
    return latest
  }

  static func read(_ id: String, in store: SessionStore) -> SessionReport? {
    guard let data = FileManager.default.contents(atPath: store.status(id)),
      let status = try? JSONDecoder().decode(SessionStatus.self, from: data), status.session == id
    else { return nil }
    return SessionReport(status, store: store)
  }
}

extension SessionStore {
  /// Maximum session folders; the start of a session removes the oldest beyond it.
  static let maximumSessions = 100

  /// Names of the sessions, the oldest first.
  var sessionIDs: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/sessions")) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  func status(_ id: String) -> String { session(id) + "/status.json" }

  /// Removes the oldest session folders. Inputs and findings are in other folders and stay.
  func removeOldSessions() {
    for id in sessionIDs.dropLast(Self.maximumSessions)
    where SessionReport.read(id, in: self)?.state != .running {
      try? FileManager.default.removeItem(atPath: session(id))
    }
  }
}
