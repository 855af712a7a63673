package import CrashTriage
package import ProcessSupport

/// Replays many inputs of one target, many to a process, and says which fail.
package struct CorpusReplay: Sendable {
  /// How single inputs are replayed, with the entry point and its limits.
  package let replay: CrashReplay
  /// Inputs given to one process; a sanitizer's memory grows with each.
  package static let batch = 200

  /// A replay of inputs of the same entry point.
  package init(replay: CrashReplay) { self.replay = replay }

  /// Every one of `files` that fails, in order, with what goes wrong.
  ///
  /// Costs one process for each batch and one more for each failure.
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
