package import Foundation
import FuzzBuilds
package import ProcessSupport

/// The folders of working data. Nothing in them is committed, and all of it outlives a session.
///
///     corpus/TARGET/        inputs with new coverage, by SHA-1; the next session starts from them
///     artifacts/TARGET/     failing inputs: crash-SHA1, timeout-SHA1, oom-SHA1, leak-SHA1
///     reports/TARGET/       for each artifact the process output (.log) and its triage (.json)
///     unreproduced/TARGET/  inputs that failed once and did not fail again, the last hundred
///     quarantine/TARGET/    corpus inputs that fail, so that no process stops at its start
///     passed/BUILD/TARGET   names of corpus inputs that have passed a checking build
///     operands/TARGET       marks of the inputs whose operands were replaced, of one program
///     minimized/TARGET      empty; its modification time is that of the last attempt to minimize
///     proofs/               builds that are proved to detect every kind of failure
///     overflow/TARGET/      new inputs of a slice while the corpus is full
///     sessions/ID/          record.jsonl, status.json, summary.json; the last hundred sessions
package struct SessionStore: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// The folder `.scenefuzz` of a checkout.
  package init(root: RepositoryRoot) { folder = root.path(".scenefuzz") }

  /// Folder of the working corpus of a target.
  package func corpus(_ target: String) -> String { "\(folder)/corpus/\(target)" }
  /// Folder of a target's failing inputs.
  package func artifacts(_ target: String) -> String { "\(folder)/artifacts/\(target)" }
  /// Folder of the reports about these.
  package func reports(_ target: String) -> String { "\(folder)/reports/\(target)" }
  /// Folder of corpus inputs that fail.
  package func quarantine(_ target: String) -> String { "\(folder)/quarantine/\(target)" }
  /// File of the inputs of a target whose operands were replaced.
  func operands(_ target: String) -> String { "\(folder)/operands/\(target)" }
  func minimized(_ target: String) -> String { "\(folder)/minimized/\(target)" }
  func unreproduced(_ target: String) -> String { "\(folder)/unreproduced/\(target)" }
  func passed(_ target: String, _ plan: BuildPlan) -> String {
    "\(folder)/passed/\(plan.build.rawValue)-\(plan.configuration.rawValue)/\(target)"
  }
  /// Folder of one session.
  package func session(_ id: String) -> String { "\(folder)/sessions/\(id)" }

  /// Creates every folder that a session over `targets` writes to, and checks the free space.
  func prepare(
    targets: [String], checks: [BuildPlan] = [], session id: String
  ) throws(RunFailure) {
    for plan in checks { try WorkFolder.make(passed("", plan)) }
    for target in targets {
      for path in [corpus(target), artifacts(target), reports(target), quarantine(target)] {
        try WorkFolder.make(path)
      }
    }
    try WorkFolder.make(folder + "/operands")
    try WorkFolder.make(session(id))
    try checkSpace()
  }

  /// Throws when a crash might not fit on the disk.
  func checkSpace() throws(RunFailure) {
    guard let free = SystemBridge.freeBytes(at: folder), free < SessionOptions.minimumFreeBytes
    else { return }
    throw .environment(
      "only \(free >> 20) MB are free on the disk of \(folder)",
      "free some space, or choose another folder with --store; nothing of the session is lost")
  }

  /// A unique name that sorts by time.
  package static func newSessionID(now: Date = Date()) -> String {
    let stamp = now.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted)
        .time(includingFractionalSeconds: false).timeSeparator(.omitted))
    return "\(stamp)-\(ProcessInfo.processInfo.processIdentifier)"
  }
}
