import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport

/// A failing input on disk, as its `.json` beside the report tells.
package struct StoredCrash: Codable, Equatable, Sendable {
  /// What triage calls it.
  package let name: CrashName
  /// Name of the target that failed.
  package let target: String
  /// File name of the input under `artifacts/TARGET/`.
  package let artifact: String
  /// Bytes of the input.
  package let size: Int
  /// The session and the build that found it.
  package let session: String
  /// Raw value of the build, such as `address`.
  package let build: String
  /// Nil in what was written before there were several builds in a session: `release`.
  package let configuration: String?

  init(
    name: CrashName, target: String, artifact: String, size: Int, session: String, plan: BuildPlan
  ) {
    self.name = name
    self.target = target
    self.artifact = artifact
    self.size = size
    self.session = session
    build = plan.build.rawValue
    configuration = plan.configuration.rawValue
  }

  var plan: BuildPlan {
    BuildPlan(
      FuzzBuild(rawValue: build) ?? .address,
      configuration.flatMap { BuildConfiguration(rawValue: $0) } ?? .release)
  }
}

/// The failing inputs kept for each finding, from this session and those before.
///
/// At most so many inputs are kept for each finding, the smallest; one bug may otherwise leave thousands. A target has at
/// most so many findings: a bug whose name changes with every input would otherwise fill the disk.
package struct FindingLedger: Sendable {
  /// Findings of one target that are kept.
  static let maximumFindings = 200
  /// Bytes of a report that are kept, the first and the last half.
  static let longestLog = 64 << 10
  /// Inputs of one target that once failed and did not again.
  static let maximumUnreproduced = 100

  let store: SessionStore
  let limit: Int
  /// Failing inputs of each target that were not kept, for the number of its findings.
  private(set) var refused: [String: Int] = [:]
  private(set) var crashes: [String: [StoredCrash]] = [:]

  init(store: SessionStore, limit: Int) {
    self.store = store
    self.limit = max(limit, 1)
  }

  /// Reads what earlier sessions kept for `target`.
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

  /// Failing inputs on disk that nobody has named: their session was killed, or stopped, in between.
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

  /// Writes the report of a crash whose input lies on disk already. Beyond the limit the largest input of the finding
  /// goes, which may be this one.
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
    var kept = KeptOutput(limit: Self.longestLog)
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

  /// Moves an input that does not fail again to a folder of its own, where the oldest make room; returns its new path.
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
