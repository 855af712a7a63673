package import CrashTriage
import Foundation
package import ProcessSupport

/// The sources of the checkout by their file names: reports name files, a person and a CI want paths.
package struct SourceIndex: Sendable {
  /// Paths below the root, by file name.
  private let paths: [String: [String]]
  private let root: String
  private let folders: ModuleFolders

  /// Lists the sources once; they are read only when a line is asked for.
  package init(root: RepositoryRoot) {
    var paths: [String: [String]] = [:]
    for path in InputFiles.below(root.path("Sources")) where path.hasSuffix(".swift") {
      let name = URL(fileURLWithPath: path).lastPathComponent
      paths[name, default: []].append(String(path.dropFirst(root.path.utf8.count + 1)))
    }
    self.paths = paths
    self.root = root.path
    folders = ModuleFolders(root: root)
  }

  /// The path below the root of the source called `file` of the module that the function names; a report of another program
  /// may have a file of the same name.
  package func path(of file: String, function: String) -> String? {
    guard let candidates = paths[file] else { return nil }
    let module = String(function.prefix { $0 != "." && $0 != ":" })
    guard let folder = folders.path(of: module) else { return nil }
    return candidates.first { $0.hasPrefix(folder) }
  }

  /// Lines from the first line of the function of `frame` to its crash; nil where the source does not tell.
  package func distance(of frame: StackFrame) -> Int? {
    guard let path = path(of: frame.file, function: frame.function),
      let data = FileManager.default.contents(atPath: root + "/" + path)
    else { return nil }
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return FunctionAnchor.distance(function: frame.function, line: frame.line, in: lines)
  }
}
