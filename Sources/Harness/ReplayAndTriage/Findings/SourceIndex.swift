package import CrashTriage
import Foundation
package import FuzzTargets
package import ProcessSupport

/// Swift sources of a project by file name: reports name files, people and CI want paths.
package struct SourceIndex: Sendable {
  /// Paths below the root, by file name.
  private let paths: [String: [String]]
  private let root: String
  /// The folder of each module below the root, with a slash at its end.
  private let folders: [String: String]

  /// Lists the sources of the checkout once; their text is read only when a line is looked up.
  package init(root: RepositoryRoot) {
    let modules = ModuleFolders(root: root)
    self.init(
      root: root.path,
      folders: modules.folders.keys.reduce(into: [:]) { $0[$1] = modules.path(of: $1) })
  }

  /// Lists the sources of a package with the usual folders.
  package init(folder: String, modules: Set<String>) {
    self.init(
      root: folder, folders: modules.reduce(into: [:]) { $0[$1] = "Sources/\($1)/" })
  }

  private init(root: String, folders: [String: String]) {
    var paths: [String: [String]] = [:]
    for path in InputFiles.below(root + "/Sources") where path.hasSuffix(".swift") {
      let name = URL(fileURLWithPath: path).lastPathComponent
      paths[name, default: []].append(String(path.dropFirst(root.utf8.count + 1)))
    }
    self.paths = paths
    self.root = root
    self.folders = folders
  }

  /// The path below the root of the source called `file` in the module that `function` names; nil
  /// for any other module.
  package func path(of file: String, function: String) -> String? {
    guard let candidates = paths[file] else { return nil }
    let module = String(function.prefix { $0 != "." && $0 != ":" })
    guard let folder = folders[module] else { return nil }
    return candidates.first { $0.hasPrefix(folder) }
  }

  /// The path below the root of the source that declares `target`; nil when it is not there.
  package func path(of target: FuzzTarget) -> String? {
    path(of: target.sourceFile, function: target.module)
  }

  /// The only source of the name, for functions that a report prints without their module.
  private func onlyPath(of file: String) -> String? {
    guard let candidates = paths[file], candidates.count == 1 else { return nil }
    return candidates[0]
  }

  /// Lines from the declaration of the function of `frame` to its crash; nil when the source does
  /// not declare it above.
  package func distance(of frame: StackFrame) -> Int? {
    guard let path = path(of: frame.file, function: frame.function) ?? onlyPath(of: frame.file),
      let data = FileManager.default.contents(atPath: root + "/" + path)
    else { return nil }
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return FunctionAnchor.distance(function: frame.function, line: frame.line, in: lines)
  }
}
