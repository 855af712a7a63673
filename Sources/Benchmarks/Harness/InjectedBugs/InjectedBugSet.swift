import Corpus
import Foundation
import FuzzSession
package import FuzzTargets
import OracleTargets
package import ProcessSupport

/// The injected bugs of a checkout: `benchmarks/bugs/NAME.patch`, which all apply to one copy of
/// the sources in order of name, and a witness for each: an input that triggers it.
package struct InjectedBugSet: Sendable {
  /// Sorted by name, which is the order of applying the patches.
  package let bugs: [InjectedBug]
  /// `benchmarks/bugs` of the checkout.
  let folder: String

  static let manifestPatch = "manifest.patch"

  /// Reads every patch and checks names, numbers and targets. `PatchedCopy` checks that the patches
  /// apply.
  package init(root: RepositoryRoot) throws(RunFailure) {
    folder = root.path("benchmarks/bugs")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { $0.hasSuffix(".patch") && $0 != Self.manifestPatch }
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
    self.bugs = bugs
    try check()
  }

  private func check() throws(RunFailure) {
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

  /// Path of the witness, which may have any extension.
  func witness(of bug: InjectedBug) throws(RunFailure) -> String {
    let files = InputFiles.below(folder + "/witnesses").filter {
      let name = InputFiles.lastComponent($0)
      return name.prefix { $0 != "." } == bug.name
    }
    guard files.count == 1 else {
      throw .environment(
        "\(bug.name) has \(files.count) witnesses in \(folder)/witnesses", "it needs one")
    }
    return files[0]
  }

  /// Hash of the patches; measurements with other patches cannot be combined.
  func identity() throws(RunFailure) -> String {
    var bytes: [UInt8] = []
    for file in [Self.manifestPatch] + bugs.map({ $0.name + ".patch" }) {
      bytes += [UInt8](FileManager.default.contents(atPath: folder + "/" + file) ?? Data())
    }
    return SHA1.name(of: bytes)
  }
}
