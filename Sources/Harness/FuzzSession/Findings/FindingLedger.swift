import Foundation
import ProcessSupport

/// The failing inputs kept for each finding, from this session and earlier ones.
///
/// Each finding keeps its smallest inputs up to a limit, since one bug may leave thousands. Each
/// target keeps findings up to a limit, since a bug whose name changes with every input would
/// otherwise fill the disk.
package struct FindingLedger: Sendable {
  /// Maximum findings of one target.
  static let maximumFindings = 200
  /// Maximum bytes of a report, half of them from its start and half from its end.
  static let maximumLog = 64 << 10
  /// Maximum inputs of one target that failed once and did not fail again.
  static let maximumUnreproduced = 100

  let store: SessionStore
  let limit: Int
  /// Failing inputs of each target that were not kept because the target has too many findings.
  private(set) var refused: [String: Int] = [:]
  /// The kept inputs of each fingerprint, the smallest first.
  private(set) var crashes: [String: [StoredCrash]] = [:]

  init(store: SessionStore, limit: Int) {
    self.store = store
    self.limit = max(limit, 1)
  }

  /// Reads the inputs that earlier sessions kept for `target`.
  mutating func load(target: String) {
    for path in InputFiles.below(store.reports(target)) where path.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: path),
        let crash = try? JSONDecoder().decode(StoredCrash.self, from: data),
        FileManager.default.fileExists(atPath: self.path(of: crash))
      else { continue }
      crashes[crash.name.fingerprint, default: []].append(crash)
    }
    for key in crashes.keys {
      crashes[key]?.sort { ($0.size, $0.artifact) < ($1.size, $1.artifact) }
    }
  }

  /// Paths of failing inputs without a report: their session was killed or stopped before naming.
  func unnamed(target: String) -> [String] {
    let named = Set(crashes.values.joined().filter { $0.target == target }.map(\.artifact))
    return InputFiles.below(store.artifacts(target)).filter { path in
      let name = InputFiles.lastComponent(path)
      return !named.contains(name) && !name.hasPrefix("slow-unit-")
    }
  }

  enum Outcome: Equatable, Sendable {
    case newFinding, knownFinding
    /// The target has too many findings; the input was removed.
    case tooMany
  }

  /// Writes the report of a crash whose input is on disk. Beyond the limit the largest input of the
  /// finding is removed, which may be this one.
  mutating func keep(_ crash: StoredCrash, log: String) throws(RunFailure) -> Outcome {
    let fingerprint = crash.name.fingerprint
    let known = crashes[fingerprint] ?? []
    if known.contains(where: { $0.artifact == crash.artifact && $0.target == crash.target }) {
      return .knownFinding
    }
    if known.isEmpty, findings(of: crash.target) >= Self.maximumFindings {
      refused[crash.target, default: 0] += 1
      remove(crash)
      return .tooMany
    }
    if known.count >= limit, let largest = known.last,
      (largest.size, largest.artifact) < (crash.size, crash.artifact)
    {
      remove(crash)
      return .knownFinding
    }
    let report = store.reports(crash.target) + "/" + crash.artifact
    var kept = KeptOutput(limit: Self.maximumLog)
    kept.append(Array(log.utf8))
    try WorkFolder.write(Array(kept.text.utf8), to: report + ".log")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(crash)) ?? Data()
    try WorkFolder.write([UInt8](data), to: report + ".json")
    var all = (known + [crash]).sorted { ($0.size, $0.artifact) < ($1.size, $1.artifact) }
    while all.count > limit { remove(all.removeLast()) }
    crashes[fingerprint] = all
    return known.isEmpty ? .newFinding : .knownFinding
  }

  private func findings(of target: String) -> Int {
    crashes.values.count { $0.contains { $0.target == target } }
  }

  /// Moves an input that does not fail again to `unreproduced/TARGET/` and removes the oldest
  /// inputs there beyond the limit. Returns the new path.
  func setUnreproducedAside(_ path: String, target: String) -> String {
    let folder = store.unreproduced(target)
    let moved = folder + "/" + InputFiles.lastComponent(path)
    let files = FileManager.default
    try? WorkFolder.make(folder)
    try? files.removeItem(atPath: moved)
    try? files.moveItem(atPath: path, toPath: moved)
    let kept = InputFiles.below(folder).map { path in
      (SystemBridge.modified(path) ?? 0, path)
    }
    for (_, old) in kept.sorted(by: <).dropLast(Self.maximumUnreproduced) {
      try? files.removeItem(atPath: old)
    }
    return moved
  }

  func path(of crash: StoredCrash) -> String {
    store.artifacts(crash.target) + "/" + crash.artifact
  }

  func reportPath(of crash: StoredCrash) -> String {
    "\(store.reports(crash.target))/\(crash.artifact).log"
  }

  private func remove(_ crash: StoredCrash) {
    let report = store.reports(crash.target) + "/" + crash.artifact
    for path in [path(of: crash), report + ".json", report + ".log"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
