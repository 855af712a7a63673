package import CrashTriage
import Foundation
import OracleTargets
package import ProcessSupport

/// The project whose findings are stored: the checkout, or one that a person names with
/// `--project`.
///
/// A report without a frame of it may describe a bug that its maintainers have not published.
package struct TriagedProject: Sendable {
  /// Name shown to people and stored with findings.
  package let name: String
  /// Swift modules, which are also the names of binaries, of the project.
  let modules: Set<String>
  /// The sources, where they are known.
  package let sources: SourceIndex?
  /// Whether the targets of `FullCatalog` belong to it.
  private let ownsTargets: Bool

  /// The checkout at `root`.
  package init(root: RepositoryRoot) {
    name = "scenefuzz"
    let folders = ModuleFolders(root: root)
    modules = Set(folders.folders.keys).union(["scenefuzz", "fuzz-selftest"])
    sources = SourceIndex(root: root)
    ownsTargets = true
  }

  /// The project that `word` names: a folder with a Swift package in it, or a module.
  package init(named word: String) throws(RunFailure) {
    ownsTargets = false
    let type = try? FileManager.default.attributesOfItem(atPath: word)[.type] as? FileAttributeType
    guard type == .typeDirectory else {
      guard !word.isEmpty, !word.contains("/") else {
        throw .usage("there is no folder '\(word)'", "name a folder or a module of the project")
      }
      (name, modules, sources) = (Neutral.line(word, limit: 60), [word], nil)
      return
    }
    let url = URL(fileURLWithPath: word).standardizedFileURL
    name = Neutral.line(url.lastPathComponent, limit: 60)
    let folders =
      ["Sources", "Tests"].flatMap {
        (try? FileManager.default.contentsOfDirectory(atPath: url.path + "/" + $0)) ?? []
      }
    modules = Set(folders.filter { !$0.hasPrefix(".") } + [url.lastPathComponent])
    sources = SourceIndex(folder: url.path, modules: modules)
  }

  /// The name of the project when it owns a frame of `crash`, its target or its property; nil
  /// otherwise.
  package func owner(of crash: Crash, target: String) -> String? {
    if ownsTargets, !target.isEmpty, FullCatalog[target] != nil { return name }
    return crash.frames.contains(where: owns) ? name : nil
  }

  /// Whether the function of `frame` is declared in a module of the project or, for a name without
  /// a module, in the source that the frame names.
  package func owns(_ frame: StackFrame) -> Bool {
    if modules.contains(Self.module(of: frame.function)) { return true }
    if modules.contains(frame.image) || ownsTargets && frame.image.hasPrefix("fuzz-") {
      return true
    }
    guard let sources, !frame.file.isEmpty else { return false }
    return sources.distance(of: frame) != nil
  }

  private static func module(of function: String) -> String {
    String(function.prefix { $0 != "." && $0 != ":" && $0 != "(" })
  }
}
