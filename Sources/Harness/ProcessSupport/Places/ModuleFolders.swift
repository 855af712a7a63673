import Foundation

/// Folders of the modules below `Sources`, as declared in the manifest of the checkout.
package struct ModuleFolders: Sendable {
  /// `Parsing/XML` by `XMLReading`.
  package let folders: [String: String]

  /// Reads `Package.swift` of `root`; empty when it cannot be read.
  package init(root: RepositoryRoot) {
    let text = (try? String(contentsOfFile: root.path("Package.swift"), encoding: .utf8)) ?? ""
    var folders: [String: String] = [:]
    // module("XMLReading", at: "Parsing/XML", …
    let pieces = text.components(separatedBy: "\", at: \"")
    for (before, after) in zip(pieces, pieces.dropFirst()) {
      let name = before[
        (before.lastIndex(of: "\"").map(before.index(after:)) ?? before.startIndex)...]
      folders[String(name)] = String(after.prefix { $0 != "\"" })
    }
    self.folders = folders
  }

  /// `Sources/Parsing/XML/` for `XMLReading`; nil for a module that the manifest does not declare.
  package func path(of module: String) -> String? { folders[module].map { "Sources/\($0)/" } }

  /// Module of the source file at `path`, relative to the checkout; nil for other files.
  package func module(of path: String) -> String? {
    folders.first { path.hasPrefix("Sources/\($0.value)/") }?.key
  }
}
