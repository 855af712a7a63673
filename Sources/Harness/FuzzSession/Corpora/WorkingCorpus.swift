import Corpus
import Foundation
import ProcessSupport

/// The corpus of one target's processes, and its quarantine.
struct WorkingCorpus: Sendable {
  let target: String
  let store: SessionStore
  let maximumLength: Int

  private var corpus: Corpus { Corpus(folder: URL(fileURLWithPath: store.corpus(target))) }
  private var quarantineFolder: String { store.quarantine(target) }

  /// The file names of the inputs, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: store.corpus(target))) ?? [])
      .filter { !$0.hasPrefix(".") && $0 != "README.md" }.sorted()
  }

  /// Result of copying the committed inputs.
  struct Seeding: Equatable, Sendable {
    var inputs = 0
    /// Paths of inputs beyond the maximum length, which libFuzzer would cut.
    var tooLong: [String] = []
    /// Paths of inputs that failed in an earlier session of the same program.
    var failing: [String] = []
  }

  /// Copies the committed inputs of `root` into the corpus, except those in quarantine. When the
  /// program has changed, the inputs in quarantine return to the corpus first.
  func seed(from root: RepositoryRoot?, program identity: String) throws(RunFailure) -> Seeding {
    try release(unlessFailedIn: identity)
    guard let root else { return Seeding() }
    let quarantined = Set(InputFiles.below(quarantineFolder).map(InputFiles.lastComponent))
    var seeding = Seeding()
    for folder in SeedFolders.paths(of: target, in: root) {
      for path in InputFiles.below(folder) {
        guard let data = FileManager.default.contents(atPath: path) else { continue }
        let bytes = [UInt8](data)
        if bytes.count > maximumLength {
          seeding.tooLong.append(path)
        } else if quarantined.contains(SHA1.name(of: bytes)) {
          seeding.failing.append(path)
        } else {
          try add(bytes)
          seeding.inputs += 1
        }
      }
    }
    return seeding
  }

  /// Moves the corpus input that equals the failing input `artifact` to quarantine, so that the
  /// next process does not fail at its start. Returns whether there was one.
  func quarantine(artifact: String) throws(RunFailure) -> Bool {
    guard let data = FileManager.default.contents(atPath: artifact) else { return false }
    let name = SHA1.name(of: [UInt8](data))
    let path = store.corpus(target) + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return false }
    do {
      let input = try corpus.inputs().first { $0.name == name }
      if let input {
        try corpus.quarantine(input, in: URL(fileURLWithPath: quarantineFolder))
      }
      return input != nil
    } catch {
      throw .environment("\(error)", "check the rights on \(store.folder)")
    }
  }

  private func release(unlessFailedIn identity: String) throws(RunFailure) {
    let record = "\(store.folder)/quarantine/.\(target).program"
    let known = try? String(contentsOfFile: record, encoding: .utf8)
    guard known != identity else { return }
    for path in InputFiles.below(quarantineFolder) {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      try add([UInt8](data))
      try? FileManager.default.removeItem(atPath: path)
    }
    try WorkFolder.write(Array(identity.utf8), to: record)
  }

  /// Adds an input of another target. Returns false for one that is too long, in quarantine or in
  /// the corpus already.
  func addShared(_ bytes: [UInt8]) throws(RunFailure) -> Bool {
    let name = SHA1.name(of: bytes)
    guard bytes.count <= maximumLength, !bytes.isEmpty,
      !FileManager.default.fileExists(atPath: quarantineFolder + "/" + name),
      !FileManager.default.fileExists(atPath: store.corpus(target) + "/" + name)
    else { return false }
    try add(bytes)
    return true
  }

  private func add(_ bytes: [UInt8]) throws(RunFailure) {
    do {
      try corpus.add(bytes)
    } catch {
      throw .environment(
        "\(error)", "check the rights on \(store.folder) and the space on the disk")
    }
  }
}
