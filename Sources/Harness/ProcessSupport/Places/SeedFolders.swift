import Foundation

/// The folders of committed inputs of a target.
///
/// A target shares the inputs of other targets by a file `corpus/TARGET/seeds.from` with one name a
/// line, so that no input is copied.
package enum SeedFolders {
  /// Name of the file that lists targets.
  package static let sharingFile = "seeds.from"

  /// Paths of `seeds` and `found` of the target, then of each target that it shares; without
  /// repeats.
  package static func paths(of target: String, in root: RepositoryRoot) -> [String] {
    var targets = [target]
    let file = root.path("corpus/\(target)/\(sharingFile)")
    for line in ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: "\n")
    where !line.hasPrefix("#") && !targets.contains(String(line)) && !line.contains("/") {
      targets.append(String(line))
    }
    return targets.flatMap { name in
      ["seeds", "found"].map { root.path("corpus/\(name)/\($0)") }
    }
  }
}
