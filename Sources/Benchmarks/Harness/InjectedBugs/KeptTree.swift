import Foundation
import ProcessSupport

/// Updates a tree from another one, and leaves alone what is equal: builds go by the time of files.
enum KeptTree {
  /// Makes each of `parts` below `target` equal to that below `source`.
  static func update(
    _ target: String, from source: String, parts: [String]
  ) throws(RunFailure) {
    for part in parts {
      let wanted = files(source + "/" + part)
      let known = files(target + "/" + part)
      for file in known.subtracting(wanted) { try remove(path(target, part, file)) }
      for file in wanted.sorted() {
        let (from, to) = (path(source, part, file), path(target, part, file))
        guard let content = FileManager.default.contents(atPath: from) else {
          throw .environment("cannot read \(from)", "check its permissions")
        }
        if FileManager.default.contents(atPath: to) == content { continue }
        try WorkFolder.make(String(to.prefix(upTo: to.lastIndex(of: "/") ?? to.startIndex)))
        try WorkFolder.write([UInt8](content), to: to)
      }
    }
  }

  private static func path(_ root: String, _ part: String, _ file: String) -> String {
    file.isEmpty ? "\(root)/\(part)" : "\(root)/\(part)/\(file)"
  }

  /// Paths of the files below `path`; one empty path where it is a file itself.
  private static func files(_ path: String) -> Set<String> {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard isFolder(path) else { return [""] }
    let all = FileManager.default.subpaths(atPath: path) ?? []
    return Set(all.filter { !isFolder(path + "/" + $0) })
  }

  private static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func remove(_ path: String) throws(RunFailure) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .environment(
        "cannot remove \(path) (\(error.localizedDescription))", "check the permissions")
    }
  }
}
