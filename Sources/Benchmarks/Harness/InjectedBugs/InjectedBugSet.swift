import Corpus
import Foundation
import FuzzSession
package import FuzzTargets
import OracleTargets
package import ProcessSupport

/// Injected bugs of one copy of the sources: a patch and a witness for each, an input that triggers
/// it.
///
/// The patches of the committed sets apply one on top of the other, `benchmarks/bugs` before
/// `benchmarks/bugs/second`. A folder from outside is a set of its own, applied to its own copy, so
/// that its numbers need not differ from those of the committed sets.
package struct InjectedBugSet: Sendable {
  /// The bugs that count, sorted by name in each folder.
  package let bugs: [InjectedBug]
  /// Part of the committed sets; nil for a folder from outside.
  package let group: BugGroup?
  /// The parts that `bugs` are of, where they are of more than one.
  let parts: [Part]
  /// Every patch of the copy, in order of applying.
  let patches: [String]
  /// Folder of each bug by its name; the witness is in `witnesses` below it.
  private let folders: [String: String]

  /// Names of the bugs of one group.
  struct Part: Sendable {
    let group: BugGroup
    let names: Set<String>
  }

  static let manifestPatch = "manifest.patch"

  /// Reads the patches of `group` and checks names, numbers and targets. `PatchedCopy` checks that
  /// the patches apply.
  package init(root: RepositoryRoot, group: BugGroup = .first) throws(RunFailure) {
    let first = root.path("benchmarks/bugs")
    let second = first + "/second"
    let own = try Self.read(first)
    let others = group.appliesSecondSet ? try Self.read(second) : []
    let half = group == .first ? [] : try Self.validationNames(second)
    let counted: [InjectedBug] =
      switch group {
      case .first: own
      case .second: others.filter { !half.contains($0.name) }
      case .validation: others.filter { half.contains($0.name) }
      case .all: own + others
      }
    let parts = [
      Part(group: .first, names: Set(own.map(\.name))),
      Part(group: .second, names: Set(others.map(\.name)).subtracting(half)),
      Part(group: .validation, names: half),
    ]
    try self.init(
      counted, group, parts: group == .all ? parts : [],
      [first + "/" + Self.manifestPatch] + own.map { "\(first)/\($0.name).patch" }
        + others.map { "\(second)/\($0.name).patch" },
      folders: Dictionary(
        own.map { ($0.name, first) } + others.map { ($0.name, second) },
        uniquingKeysWith: { first, _ in first }))
    try Self.check(own + others)
  }

  /// Reads a folder from outside. Its `manifest.patch`, where it has one, replaces that of the
  /// committed set.
  package init(root: RepositoryRoot, adding folder: String) throws(RunFailure) {
    let bugs = try Self.read(folder)
    let own = folder + "/" + Self.manifestPatch
    let manifest =
      FileManager.default.fileExists(atPath: own)
      ? own : root.path("benchmarks/bugs/" + Self.manifestPatch)
    try self.init(
      bugs, nil, [manifest] + bugs.map { "\(folder)/\($0.name).patch" },
      folders: Dictionary(uniqueKeysWithValues: bugs.map { ($0.name, folder) }))
    try Self.check(bugs)
  }

  init(
    _ bugs: [InjectedBug], _ group: BugGroup?, parts: [Part] = [], _ patches: [String] = [],
    folders: [String: String] = [:]
  ) throws(RunFailure) {
    self.bugs = bugs
    self.group = group
    self.parts = parts
    self.patches = patches
    self.folders = folders
  }

  /// The same copy, of which one bug counts.
  package func only(_ name: String) throws(RunFailure) -> InjectedBugSet {
    let chosen = bugs.filter { $0.name == name }
    guard !chosen.isEmpty else {
      throw .usage("there is no injected bug '\(name)'", "known: \(bugs.map(\.name))")
    }
    return try InjectedBugSet(chosen, group, patches, folders: folders)
  }

  private static func read(_ folder: String) throws(RunFailure) -> [InjectedBug] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { $0.hasSuffix(".patch") && $0 != manifestPatch }
    var bugs: [InjectedBug] = []
    for file in names {
      guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else {
        throw .environment("cannot read \(folder)/\(file)", "check its permissions")
      }
      bugs.append(try InjectedBug(named: String(file.dropLast(6)), patch: text))
    }
    guard !bugs.isEmpty else {
      throw .environment(
        "there is no injected bug in \(folder)", "check out the complete repository")
    }
    return bugs
  }

  private static func validationNames(_ folder: String) throws(RunFailure) -> Set<String> {
    guard let text = try? String(contentsOfFile: folder + "/validation", encoding: .utf8) else {
      throw .environment("cannot read \(folder)/validation", "check out the complete repository")
    }
    return Set(text.split(separator: "\n").map(String.init))
  }

  private static func check(_ bugs: [InjectedBug]) throws(RunFailure) {
    var owners: [Int: String] = [:]
    for bug in bugs {
      if let other = owners.updateValue(bug.name, forKey: bug.number) {
        throw .environment(
          "\(other) and \(bug.name) both have number \(bug.number)", "change one of them")
      }
      for target in bug.targets where FullCatalog[target] == nil {
        throw .environment(
          "\(bug.name) names an unknown target '\(target)'", "see 'scenefuzz targets'")
      }
    }
  }

  /// Targets that a bug names, in the order of the catalog.
  package var targets: [FuzzTarget] {
    let names = Set(bugs.flatMap(\.targets))
    return FullCatalog.all.filter { names.contains($0.name) }
  }

  /// Path of the witness, which may have any extension. Nil for a bug from outside without one.
  func witness(of bug: InjectedBug) throws(RunFailure) -> String? {
    let folder = (folders[bug.name] ?? "") + "/witnesses"
    let files = InputFiles.below(folder).filter {
      let name = InputFiles.lastComponent($0)
      return name.prefix { $0 != "." } == bug.name
    }
    if files.isEmpty, group == nil { return nil }
    guard files.count == 1 else {
      throw .environment("\(bug.name) has \(files.count) witnesses in \(folder)", "it needs one")
    }
    return files[0]
  }

  /// Hash of the patches and of the names that count; measurements with others cannot be combined.
  func identity() -> String {
    var bytes: [UInt8] = []
    for file in patches { bytes += [UInt8](FileManager.default.contents(atPath: file) ?? Data()) }
    // The first set alone keeps the identity that earlier measurements have.
    if group != .first || patches.count != bugs.count + 1 {
      bytes += bugs.map(\.name).joined(separator: "\n").utf8
    }
    return SHA1.name(of: bytes)
  }
}
