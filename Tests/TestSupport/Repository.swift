package import Foundation

/// Folders of the checkout that tests read.
package enum Repository {
  /// The root of the checkout: two folders above this file's folder.
  package static let root: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url
  }()

  /// The name that SwiftPM gives the package in `-package-name`: its folder's, as an identifier.
  package static let packageName = String(
    root.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })

  /// The folder of real scenes beside the checkout, when this machine has it: an extra, never
  /// relied upon.
  package static let realScenes: URL? = {
    let url = root.deletingLastPathComponent().appendingPathComponent("shared/slicer-scenes")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// The folder of built products, which holds the bundle of these tests.
  package static let products: String? = {
    let words = CommandLine.arguments
    guard let bundle = words.first(where: { $0.contains(".xctest") }) else { return nil }
    var folder = URL(fileURLWithPath: bundle)
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.path
  }()

  /// The built `scenefuzz`, which lies beside the bundle of these tests.
  package static let program: String? = {
    guard let products else { return nil }
    let program = products + "/scenefuzz"
    return FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }()

  /// Paths of the Swift files below a folder anywhere.
  package static func files(below folder: String) -> [String] {
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .map { folder + "/" + $0 }
  }

  /// Files below `folder` (relative to the root), recursively, sorted by path; READMEs left out.
  package static func files(in folder: String) -> [URL] {
    let base = root.appendingPathComponent(folder)
    guard let walker = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    else { return [] }
    return walker.compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath && $0.lastPathComponent != "README.md" }
      .sorted { $0.path < $1.path }
  }
}
