import Foundation
import FuzzBuilds
import ProcessSupport

/// What other terminals are told.
extension Session {
  /// Begins another phase, and tells so.
  func enter(_ phase: SessionStatus.Phase) {
    self.phase = phase
    writeStatus()
  }

  /// Writes how far the session is. One that cannot be written is not worth ending a session for.
  func writeStatus() {
    var status = SessionStatus(
      session: id, process: process, phase: phase, time: options.time.seconds,
      builds: options.builds.all.map(\.name))
    status.elapsed = (clock.now - launched).seconds
    status.fuzzed = phase == .building ? 0 : fuzzed ?? now
    status.readyBuilds = builds.compactMap { $0?.plan.name }
    status.targets = progress.map { SessionStatus.Target($0) }
    status.findings = met.keys.sorted().compactMap { fingerprint in
      guard let met = met[fingerprint], let crash = ledger.crashes[fingerprint]?.first else {
        return nil
      }
      return SessionStatus.Finding(
        fingerprint: fingerprint, title: crash.name.title, target: met.target,
        crashes: met.crashes, isNew: met.isNew)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(status) else { return }
    try? WorkFolder.write([UInt8](data), to: store.status(id))
  }
}
