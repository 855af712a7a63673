package import CrashTriage
import Foundation
package import ProcessSupport

/// Where findings are stored: those of the project in the tree, all others out of it.
///
/// What another program does on hostile input is private until its maintainers publish it
/// (SECURITY.md): such findings go to `private/crashes/`, which Git ignores and only the owner may
/// read.
package struct FindingFolders: Sendable {
  /// Findings of the project.
  package let own: FindingStore
  /// Findings without a frame of the project; the same store when a person named the folder.
  package let foreign: FindingStore

  /// Says why a finding is not in the tree.
  package static let notice = """
    no frame of this project is in it, and what another program does on hostile input is private until its \
    maintainers publish it (SECURITY.md); --project NAME|PATH and --store FOLDER name a project of yours
    """

  /// The folders of the checkout.
  package init(root: RepositoryRoot) {
    own = FindingStore(folder: URL(fileURLWithPath: root.path("crashes")))
    foreign = FindingStore(folder: URL(fileURLWithPath: root.path("private/crashes")))
  }

  /// One folder for all findings, named by a person.
  package init(folder: String) {
    own = FindingStore(folder: URL(fileURLWithPath: folder))
    foreign = own
  }

  /// Whether findings of other programs are kept apart.
  package var areApart: Bool { own.folder != foreign.folder }

  /// The store of a finding; makes the private folder, readable by its owner only, when it is
  /// needed.
  package func store(of finding: Finding) throws(RunFailure) -> FindingStore {
    guard finding.project == nil, areApart else { return own }
    try Self.makePrivate(foreign.folder.deletingLastPathComponent().path)
    return foreign
  }

  /// The findings of both.
  package func findings() throws -> [Finding] {
    try own.findings() + (areApart ? foreign.findings() : [])
  }

  /// Decides to which finding of either store a crash belongs.
  package func placement() throws -> FindingPlacement {
    try areApart ? own.placement().joined(by: foreign.placement()) : own.placement()
  }

  private static func makePrivate(_ path: String) throws(RunFailure) {
    let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: mode)
      try FileManager.default.setAttributes(mode, ofItemAtPath: path)
    } catch {
      throw .environment(
        "cannot make the private folder \(path) (\(error.localizedDescription))",
        "check the rights on the folder above it; nothing was written elsewhere")
    }
  }
}
