import Foundation

/// The checkout that commands work on.
package struct RepositoryRoot: Equatable, Sendable {
  /// Absolute path without a trailing slash.
  package let path: String

  /// Does not check that `path` is a checkout.
  package init(path: String) { self.path = path }

  /// Returns `SCENEFUZZ_ROOT` when it is set; else the first folder that holds the package, upwards
  /// from the current folder, then upwards from this program.
  package static func locate() throws(RunFailure) -> RepositoryRoot {
    try locate(
      environment: ProcessInfo.processInfo.environment,
      currentFolder: FileManager.default.currentDirectoryPath,
      executable: SystemBridge.executablePath)
  }

  static func locate(
    environment: [String: String], currentFolder: String, executable: String?
  ) throws(RunFailure) -> RepositoryRoot {
    if let stated = environment["SCENEFUZZ_ROOT"], !stated.isEmpty {
      guard let folder = SystemBridge.resolved(stated), isRoot(folder) else {
        throw .environment(
          "SCENEFUZZ_ROOT is '\(stated)', which is no checkout of scenefuzz",
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
