import Foundation

/// The checkout that the commands work on.
package struct RepositoryRoot: Equatable, Sendable {
  /// Absolute path without a trailing slash.
  package let path: String

  /// Takes `path` for a checkout, which is not checked.
  package init(path: String) { self.path = path }

  /// `SCENEFUZZ_ROOT` when set; else the first folder that holds the package, upwards from the current folder, then
  /// upwards from this program.
  package static func locate() throws(RunFailure) -> RepositoryRoot {
    try locate(
      environment: ProcessInfo.processInfo.environment,
      currentFolder: FileManager.default.currentDirectoryPath,
      executable: SystemBridge.executablePath)
  }

  static func locate(
    environment: [String: String], currentFolder: String, executable: String?
  ) throws(RunFailure) -> RepositoryRoot {
    if let told = environment["SCENEFUZZ_ROOT"], !told.isEmpty {
      guard let folder = SystemBridge.resolved(told), isRoot(folder) else {
        throw .environment(
          "SCENEFUZZ_ROOT is '\(told)', which is no checkout of scenefuzz",
          "set it to the folder that holds scenefuzz's Package.swift, or unset it")
      }
      return RepositoryRoot(path: folder)
    }
    for start in [currentFolder, executable].compactMap({ $0 }) {
      if let found = upwards(from: start) { return RepositoryRoot(path: found) }
    }
    throw .environment(
      "no checkout of scenefuzz in the current folder or above it",
      "run this from inside the checkout, or set SCENEFUZZ_ROOT to it")
  }

  /// Absolute path of `relative` inside the checkout.
  package func path(_ relative: String) -> String { path + "/" + relative }

  private static func upwards(from start: String) -> String? {
    guard var folder = SystemBridge.resolved(start) else { return nil }
    while true {
      if isRoot(folder) { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder.count > 1 else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func isRoot(_ folder: String) -> Bool {
    let manifest = folder + "/Package.swift"
    guard let text = try? String(contentsOfFile: manifest, encoding: .utf8) else { return false }
    return text.contains("name: \"scenefuzz\"")
  }
}
