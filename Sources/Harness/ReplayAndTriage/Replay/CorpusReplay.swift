package import CrashTriage
package import ProcessSupport

/// Replays many inputs of one target, many to a process, and finds those that fail.
package struct CorpusReplay: Sendable {
  /// Replay of single inputs: entry point and limits.
  package let replay: CrashReplay
  /// Inputs of one process; a sanitizer's memory grows with each.
  package static let batch = 200

  package init(replay: CrashReplay) { self.replay = replay }

  /// The failing ones of `files`, in order, with their kinds.
  ///
  /// One process for each batch and one more for each failure.
  package func failures(
    among files: [String]
  ) async throws(RunFailure) -> [(file: String, kind: CrashKind)] {
    var failures: [(file: String, kind: CrashKind)] = []
    var start = 0
    while start < files.count {
      let end = min(start + Self.batch, files.count)
      if let hit = try await replay.firstCrash(among: Array(files[start..<end])) {
        failures.append((files[start + hit.index], hit.report.kind))
        start += hit.index + 1
      } else {
        start = end
      }
    }
    return failures
  }
}
