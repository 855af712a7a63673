import Foundation

/// A failing input on disk, as its `.json` beside the report tells.
public struct StoredCrash: Codable, Equatable, Sendable {
  public let name: CrashName
  public let target: String
  /// File name of the input under `artifacts/TARGET/`.
  public let artifact: String
  public let size: Int
  /// The session and the build that found it.
  public let session: String
  public let build: String
}

/// The failing inputs kept for each finding, from this session and those before.
///
/// At most so many inputs are kept for each finding, the smallest; one bug may otherwise leave thousands.
struct FindingLedger: Sendable {
  let store: SessionStore
  let limit: Int
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
      let name = Self.fileName(path)
      return !named.contains(name) && !name.hasPrefix("slow-unit-")
    }
  }

  /// Writes the report of a crash whose input lies on disk already. Beyond the limit the largest input of the finding
  /// goes, which may be this one. Returns whether the finding is new to the store.
  mutating func keep(_ crash: StoredCrash, log: String) throws(RunFailure) -> Bool {
    let fingerprint = crash.name.fingerprint
    let known = crashes[fingerprint] ?? []
    if known.contains(where: { $0.artifact == crash.artifact && $0.target == crash.target }) {
      return false
    }
    let report = store.reports(crash.target) + "/" + crash.artifact
    try WorkFolder.write(Array(log.utf8), to: report + ".log")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(crash)) ?? Data()
    try WorkFolder.write([UInt8](data), to: report + ".json")
    var all = (known + [crash]).sorted { ($0.size, $0.artifact) < ($1.size, $1.artifact) }
    while all.count > limit { remove(all.removeLast()) }
    crashes[fingerprint] = all
    return known.isEmpty
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

  static func fileName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
