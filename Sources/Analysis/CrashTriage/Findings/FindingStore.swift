package import Foundation

/// Failure to read or write the store, with the remedy.
package struct FindingStoreError: Error, Equatable, Sendable, CustomStringConvertible {
  package let what: String
  package let remedy: String

  init(_ what: String, _ remedy: String) {
    self.what = what
    self.remedy = remedy
  }

  /// Failure and remedy in one line.
  package var description: String { "\(what); \(remedy)" }
}

/// `crashes/FINGERPRINT/`: one folder for each finding, with `input`, `report.json` and
/// `README.md`.
///
/// Files are written atomically. Recording a known crash changes no byte.
package struct FindingStore: Sendable {
  /// The parent of the folders of findings.
  package let folder: URL

  package init(folder: URL) { self.folder = folder }

  /// An input that shows a finding.
  package struct Evidence: Sendable {
    /// The bytes of the input.
    package var bytes: [UInt8]
    /// SHA-1 of the bytes.
    package var name: String
    /// Number of replays that showed the finding.
    package var reproduced: Int
    /// Number of replays.
    package var replays: Int
    /// See `Finding.stability`.
    package var stability: String?

    /// `name` must be the SHA-1 of `bytes`.
    package init(
      bytes: [UInt8], name: String, reproduced: Int, replays: Int, stability: String? = nil
    ) {
      self.bytes = bytes
      self.name = name
      self.reproduced = reproduced
      self.replays = replays
      self.stability = stability
    }
  }

  /// Every finding, sorted by fingerprint. Other folders are skipped; an unreadable report is an
  /// error, so that no finding is lost.
  package func findings() throws -> [Finding] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.compactMap { name in
      try Fingerprint(name).flatMap { try finding($0) }
    }
  }

  /// The finding named `fingerprint`; nil when there is none. Throws when its report cannot be
  /// read.
  package func finding(_ fingerprint: Fingerprint) throws -> Finding? {
    let url = file("report.json", of: fingerprint)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return try JSONDecoder().decode(Finding.self, from: Data(contentsOf: url))
    } catch {
      throw FindingStoreError("\(url.path) cannot be read", "restore it or delete its folder")
    }
  }

  /// The finding of crashes with `fingerprint`: the one of that name, else the only one that
  /// contains it.
  package func finding(holding fingerprint: String) throws -> Finding? {
    let all = try findings()
    if let named = all.first(where: { $0.fingerprint == fingerprint }) { return named }
    let holders = all.filter { $0.buckets.contains(fingerprint) }
    return holders.count == 1 ? holders[0] : nil
  }

  /// The only finding whose fingerprint begins with `prefix`.
  package func finding(beginning prefix: String) throws -> Finding {
    let matches = try findings().filter { !prefix.isEmpty && $0.fingerprint.hasPrefix(prefix) }
    guard let match = matches.first, matches.count == 1 else {
      let shown = Neutral.line(prefix, limit: 40)
      throw FindingStoreError(
        matches.isEmpty
          ? "no finding begins with '\(shown)'" : "\(matches.count) findings begin with '\(shown)'",
        "'./scripts/scenefuzz crashes' lists them")
    }
    return match
  }

  /// The smallest input of a finding; nil without one.
  package func input(of fingerprint: Fingerprint) -> [UInt8]? {
    (try? Data(contentsOf: file("input", of: fingerprint))).map { Array($0) }
  }

  func file(_ name: String, of fingerprint: Fingerprint) -> URL {
    folder.appendingPathComponent(fingerprint.description).appendingPathComponent(name)
  }

  func save(_ finding: Finding, _ fingerprint: Fingerprint) throws {
    try write(Self.json(finding), to: file("report.json", of: fingerprint))
    try write(Data(finding.readme.utf8), to: file("README.md", of: fingerprint))
  }

  static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data([0x0A])
  }

  /// Writes `data` unless the file has it already, so that repeated triage changes nothing.
  func write(_ data: Data, to url: URL) throws {
    if (try? Data(contentsOf: url)) == data { return }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url, options: .atomic)
    } catch {
      throw FindingStoreError(
        "\(url.path) cannot be written (\(error.localizedDescription))",
        "check the rights on the folder and the space on the disk; nothing was lost")
    }
  }
}
