import CorpusTools
public import CrashTriage
import Foundation

/// Says whether an input shows one given finding, and no other.
///
/// Candidates run many to a process without a symbolizer. A raw stack that was not seen before is symbolized once;
/// from then on it is known to be the finding or another one.
public actor FindingJudge {
  public let fingerprint: Fingerprint
  private let target: String
  private let replay: CrashReplay
  private let demangler: Demangler
  private let folder: TemporaryFolder
  private var known: [RawStack: Bool] = [:]
  private var written = 0
  /// Processes started so far.
  public private(set) var processes = 0

  public init(
    _ fingerprint: Fingerprint, target: String, replay: CrashReplay, folder: TemporaryFolder
  ) {
    self.fingerprint = fingerprint
    self.target = target
    self.replay = replay
    self.folder = folder
    demangler = Demangler(toolchain: replay.toolchain)
  }

  /// The index of the first of `candidates` that shows the finding, or nil.
  public func firstShowing(_ candidates: [[UInt8]]) async throws(RunFailure) -> Int? {
    let files = try candidates.map { candidate throws(RunFailure) in
      written += 1
      let path = "\(folder.path)/\(written)"
      try WorkFolder.write(candidate, to: path)
      return path
    }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    var start = 0
    while start < files.count {
      processes += 1
      guard let hit = try await replay.firstCrash(among: Array(files[start...])) else { return nil }
      let index = start + hit.index
      if try await isFinding(hit.report, file: files[index]) { return index }
      start = index + 1
    }
    return nil
  }

  private func isFinding(_ raw: CrashReport, file: String) async throws(RunFailure) -> Bool {
    let stack = RawStack(raw)
    if let stack, let answer = known[stack] { return answer }
    processes += 1
    guard let report = try await replay.report(on: file) else { return false }
    let crash = await demangler.crash(report)
    let answer = Fingerprint(crash, target: target) == fingerprint
    if let stack { known[stack] = answer }
    return answer
  }
}
