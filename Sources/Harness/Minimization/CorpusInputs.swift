import Corpus
import Foundation

/// Inputs of a corpus minimization: each content once, seeds first, smaller ones before larger
/// ones.
///
/// The order depends only on names and bytes, so a second minimization runs the remaining inputs in
/// the same order.
struct CorpusInputs: Sendable {
  enum Role: Sendable { case seed, own, quarantined }

  struct Entry: Sendable {
    let url: URL
    let size: Int
    /// Name in the corpus.
    let name: String
    /// SHA-1 of the content; the name in quarantine.
    let digest: String
    let role: Role
    let isProtected: Bool
  }

  /// Maximum number of quarantined inputs to try again in one run.
  private static let maximumRetried = 128

  private(set) var all: [Entry] = []
  private let protectedPaths: Set<String>
  /// Current inputs of the corpus.
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

  /// Moves failing inputs to quarantine and replaces the corpus with `kept`.
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

  /// Copies `kept` to a folder beside the corpus, on its file system, and renames it.
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
    // When the seeds contain everything, an empty corpus loses nothing.
    for input in try corpus.inputs() { try? FileManager.default.removeItem(at: input.url) }
    try? FileManager.default.removeItem(at: next)
  }
}
