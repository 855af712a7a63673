import Corpus
import Foundation

/// The inputs that a minimization chooses from: each content once, seeds first, the smaller ones before the larger.
///
/// The order depends on names and bytes alone, so that a second minimization runs what is left in the same order.
struct CorpusInputs: Sendable {
  enum Role: Sendable { case seed, own, quarantined }

  struct Entry: Sendable {
    let url: URL
    let size: Int
    /// What it is called in the corpus.
    let name: String
    /// SHA-1 of its bytes, which is what it is called in quarantine.
    let digest: String
    let role: Role
    let isProtected: Bool
  }

  /// Most inputs of the quarantine that are tried again in one run.
  private static let maximumRetried = 128

  private(set) var all: [Entry] = []
  private let protectedPaths: Set<String>
  /// What the corpus holds now.
  private let own: Set<String>

  init(
    corpus: URL, seeds: URL, added: [URL], quarantine: URL, retries: Bool = true,
    protected: Set<String>
  ) throws(CorpusError) {
    var known: Set<String> = []
    var entries: [Entry] = []
    func take(_ folder: URL, _ role: Role, keepsNames: Bool, most: Int = .max) throws(CorpusError) {
      for input in try Corpus(folder: folder).inputs().prefix(most) {
        let digest = SHA1.name(of: try FileReplacement.read(input.url))
        guard known.insert(digest).inserted else { continue }
        let name = keepsNames ? input.name : digest
        entries.append(
          Entry(
            url: input.url, size: input.size, name: name, digest: digest, role: role,
            isProtected: role == .seed || protected.contains(name) || protected.contains(input.name)
          ))
      }
    }
    try take(seeds, .seed, keepsNames: true)
    try take(corpus, .own, keepsNames: true)
    for folder in added { try take(folder, .own, keepsNames: false) }
    if retries {
      try take(quarantine, .quarantined, keepsNames: false, most: Self.maximumRetried)
    }
    all = entries.sorted {
      ($0.role == .seed ? 0 : 1, $0.size, $0.name) < ($1.role == .seed ? 0 : 1, $1.size, $1.name)
    }
    protectedPaths = Set(entries.filter(\.isProtected).map(\.url.path))
    own = Set(try Corpus(folder: corpus).inputs().map(\.name))
    if let missing = protected.subtracting(entries.map(\.name)).subtracting(
      entries.map(\.url.lastPathComponent)
    ).min() {
      throw CorpusError(
        .cannotRead, "there is no input '\(missing)' to protect; name a file of the corpus.")
    }
  }

  func isProtected(_ path: String) -> Bool { protectedPaths.contains(path) }

  /// Puts what fails into quarantine, and `kept` in the place of the corpus.
  func store(
    kept: [Int], dead: Set<Int>, in folder: URL, quarantine: URL
  ) throws(CorpusError) {
    for index in dead where all[index].role == .own {
      try Corpus(folder: quarantine).add(FileReplacement.read(all[index].url))
    }
    if own != Set(kept.map { all[$0].name }) { try replace(folder, by: kept) }
    for entry in all.indices.filter({ !dead.contains($0) }).map({ all[$0] })
    where entry.role == .quarantined {
      try? FileManager.default.removeItem(at: entry.url)
    }
  }

  /// Copies `kept` beside the corpus, on its file system, and renames.
  private func replace(_ folder: URL, by kept: [Int]) throws(CorpusError) {
    let corpus = Corpus(folder: folder)
    let next = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).next")
    try? FileManager.default.removeItem(at: next)
    try FileReplacement.makeFolder(next)
    for index in kept {
      try FileReplacement.write(
        FileReplacement.read(all[index].url), to: next.appendingPathComponent(all[index].name))
    }
    let readme = folder.appendingPathComponent("README.md")
    if FileManager.default.fileExists(atPath: readme.path) {
      try FileReplacement.write(
        FileReplacement.read(readme), to: next.appendingPathComponent("README.md"))
    }
    guard kept.isEmpty else { return try corpus.replace(by: next) }
    // Everything is in the seeds already: an empty corpus loses nothing.
    for input in try corpus.inputs() { try? FileManager.default.removeItem(at: input.url) }
    try? FileManager.default.removeItem(at: next)
  }
}
