import Foundation

/// Folders and dependencies of the modules below `Sources`, as declared in the manifest of the
/// checkout.
package struct ModuleFolders: Sendable {
  /// `Parsing/XML` by `XMLReading`.
  package let folders: [String: String]
  /// Modules that a module depends on directly.
  package let dependencies: [String: Set<String>]

  /// Reads `Package.swift` of `root`; empty when it cannot be read.
  package init(root: RepositoryRoot) {
    self.init(
      manifest: (try? String(contentsOfFile: root.path("Package.swift"), encoding: .utf8)) ?? "")
  }

  /// Reads the text of a manifest.
  package init(manifest text: String) {
    var folders: [String: String] = [:]
    var dependencies: [String: Set<String>] = [:]
    // module("XMLReading", at: "Parsing/XML", …
    let pieces = text.components(separatedBy: "\", at: \"")
    for (before, after) in zip(pieces, pieces.dropFirst()) {
      let name = before[
        (before.lastIndex(of: "\"").map(before.index(after:)) ?? before.startIndex)...]
      let path = after.prefix { $0 != "\"" }
      folders[String(name)] = String(path)
      dependencies[String(name)] = Self.names(after.dropFirst(path.count + 1))
    }
    self.folders = folders
    self.dependencies = dependencies
  }

  /// The quoted names of a list that is the next argument; none when another declaration follows.
  private static func names(_ text: Substring) -> Set<String> {
    let list = text.drop { $0 == "," || $0.isWhitespace }
    guard list.first == "[" else { return [] }
    let quoted = list.prefix { $0 != "]" }.split(
      separator: "\"", omittingEmptySubsequences: false)
    return Set(quoted.indices.filter { $0 % 2 == 1 }.map { String(quoted[$0]) })
  }

  /// `module` and the modules that depend on it, directly or not.
  package func dependents(of module: String) -> Set<String> {
    var found: Set = [module]
    var waiting = [module]
    while let next = waiting.popLast() {
      for (name, direct) in dependencies where direct.contains(next) {
        if found.insert(name).inserted { waiting.append(name) }
      }
    }
    return found
  }

  /// `Sources/Parsing/XML/` for `XMLReading`; nil for a module that the manifest does not declare.
  package func path(of module: String) -> String? { folders[module].map { "Sources/\($0)/" } }

  /// Module of the source file at `path`, relative to the checkout; nil for other files.
  package func module(of path: String) -> String? {
    folders.first { path.hasPrefix("Sources/\($0.value)/") }?.key
  }
}
