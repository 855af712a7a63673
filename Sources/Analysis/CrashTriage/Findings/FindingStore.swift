package import Foundation

/// What kept the store from being read or written, and what to do about it.
package struct FindingStoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong.
  package let what: String
  /// What to do about it.
  package let remedy: String

  init(_ what: String, _ remedy: String) {
    self.what = what
    self.remedy = remedy
  }

  /// Both in one line.
  package var description: String { "\(what); \(remedy)" }
}

/// `crashes/FINGERPRINT/`: one folder for each finding, with `input`, `report.json` and `README.md`.
///
/// Files are written beside and renamed. Recording what is known already changes no byte.
package struct FindingStore: Sendable {
  /// The folder that holds a folder for each finding.
  package let folder: URL

  /// A store in that folder. Nothing is read or made.
  package init(folder: URL) { self.folder = folder }

  /// An input that showed a finding.
  package struct Evidence: Sendable {
    /// The bytes of the input.
    package var bytes: [UInt8]
    /// SHA-1 of the bytes.
    package var name: String
    /// How many replays showed the finding.
    package var reproduced: Int
    /// How many replays were tried.
    package var replays: Int
    /// See `Finding.stability`.
    package var stability: String?

    /// Evidence in hand; `name` must be the SHA-1 of `bytes`.
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

  /// Every finding, by fingerprint. Folders that are no findings are passed over; a finding whose report cannot be
  /// read is an error, since it would be lost otherwise.
  package func findings() throws -> [Finding] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.compactMap { name in
      try Fingerprint(name).flatMap { try finding($0) }
    }
  }

  /// The finding of that fingerprint; nil when there is none. Throws when its report cannot be read.
  package func finding(_ fingerprint: Fingerprint) throws -> Finding? {
    let url = file("report.json", of: fingerprint)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return try JSONDecoder().decode(Finding.self, from: Data(contentsOf: url))
    } catch {
      throw FindingStoreError("\(url.path) cannot be read", "restore it or delete its folder")
    }
  }

  /// The finding that crashes with this fingerprint belong to: the one of that name, else the only one that has it.
  package func finding(holding fingerprint: String) throws -> Finding? {
    let all = try findings()
    if let named = all.first(where: { $0.fingerprint == fingerprint }) { return named }
    let holders = all.filter { $0.buckets.contains(fingerprint) }
    return holders.count == 1 ? holders[0] : nil
  }

  /// The one finding whose fingerprint begins with `prefix`.
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

  /// The smallest input of a finding, or nil.
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

  /// Leaves a file alone that holds `data` already, so that re-triage touches nothing.
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
