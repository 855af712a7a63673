package import Foundation
import FuzzBuilds
package import ProcessSupport

/// The folders of working data. None of it is committed; all of it outlives a session, killed or not.
///
///     corpus/TARGET/        inputs that reached something new, named by SHA-1; a later session goes on from them
///     artifacts/TARGET/     inputs that failed: crash-SHA1, timeout-SHA1, oom-SHA1, leak-SHA1
///     reports/TARGET/       for each artifact what the process said (.log) and how triage names it (.json)
///     unreproduced/TARGET/  inputs that failed once and did not again, the last hundred
///     quarantine/TARGET/    corpus inputs that fail, set aside so that they do not stop a session at its start
///     passed/BUILD/TARGET   the corpus inputs that have passed a checking build
///     proofs/               which builds have been shown to see
///     overflow/TARGET/      what is found while a corpus is full, for the time of a slice
///     sessions/ID/          record.jsonl, status.json and summary.json of the last hundred sessions
package struct SessionStore: Sendable {
  /// Path of the folder.
  package let folder: String

  /// Working data in that folder. Nothing is read or made.
  package init(folder: String) { self.folder = folder }

  /// The working data of a checkout, in `.scenefuzz`.
  package init(root: RepositoryRoot) { folder = root.path(".scenefuzz") }

  /// Folder of the working corpus of a target.
  package func corpus(_ target: String) -> String { "\(folder)/corpus/\(target)" }
  /// Folder of a target's failing inputs.
  package func artifacts(_ target: String) -> String { "\(folder)/artifacts/\(target)" }
  /// Folder of what was said about these.
  package func reports(_ target: String) -> String { "\(folder)/reports/\(target)" }
  /// Folder of corpus inputs that fail and are set aside.
  package func quarantine(_ target: String) -> String { "\(folder)/quarantine/\(target)" }
  func unreproduced(_ target: String) -> String { "\(folder)/unreproduced/\(target)" }
  func passed(_ target: String, _ plan: BuildPlan) -> String {
    "\(folder)/passed/\(plan.build.rawValue)-\(plan.configuration.rawValue)/\(target)"
  }
  /// Folder of one session, by its name.
  package func session(_ id: String) -> String { "\(folder)/sessions/\(id)" }

  /// Makes every folder that a session over `targets` writes to, and checks that there is room.
  func prepare(
    targets: [String], checks: [BuildPlan] = [], session id: String
  ) throws(RunFailure) {
    for plan in checks { try WorkFolder.make(passed("", plan)) }
    for target in targets {
      for path in [corpus(target), artifacts(target), reports(target), quarantine(target)] {
        try WorkFolder.make(path)
      }
    }
    try WorkFolder.make(session(id))
    try checkSpace()
  }

  /// Refuses to go on when a crash might not fit on the disk any more.
  func checkSpace() throws(RunFailure) {
    guard let free = SystemBridge.freeBytes(at: folder), free < SessionOptions.minimumFreeBytes
    else { return }
    throw .environment(
      "only \(free >> 20) MB are free on the disk of \(folder)",
      "free some space, or choose another folder with --store; nothing of the session is lost")
  }

  /// A name that sorts by time and that no other session has.
  package static func newSessionID(now: Date = Date()) -> String {
    let stamp = now.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted)
        .time(includingFractionalSeconds: false).timeSeparator(.omitted))
    return "\(stamp)-\(ProcessInfo.processInfo.processIdentifier)"
  }
}
