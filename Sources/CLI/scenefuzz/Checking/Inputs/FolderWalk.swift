import Foundation

/// Regular files below a folder, in order of path. Does not follow symbolic links.
struct FolderWalk {
  /// Patterns of file names with `*` and `?`; a file must match one.
  let patterns: [String]

  /// Extensions that `check` has a reader for.
  static let defaultPatterns = [
    "*.mrml", "*.mrb", "*.zip", "*.url", "*.mrk.json", "*.fcsv", "*.acsv", "*.ctbl", "*.nrrd",
    "*.nhdr", "*.vp", "*.mha", "*.mhd", "*.nii", "*.nii.gz", "*.vtk", "*.vtp", "*.vtu", "*.vti",
    "*.stl", "*.obj", "*.ply",
  ]

  /// Calls `visit` with each path, and `fail` with each folder that cannot be listed.
  func visit(
    _ folder: String, _ visit: (String) throws -> Void, fail: (String, any Error) throws -> Void
  ) throws {
    var pending = [folder]
    while let current = pending.popLast() {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: current).sorted()
      } catch {
        try fail(current, error)
        continue
      }
      var folders: [String] = []
      for name in names {
        let path = current.hasSuffix("/") ? current + name : current + "/" + name
        // A link itself is neither a regular file nor a folder.
        switch (try? FileManager.default.attributesOfItem(atPath: path))?[.type] {
        case let type as FileAttributeType where type == .typeDirectory: folders.append(path)
        case let type as FileAttributeType where type == .typeRegular && matches(name):
          try visit(path)
        default: break
        }
      }
      pending += folders.reversed()
    }
  }

  private func matches(_ name: String) -> Bool {
    patterns.contains { Self.matches(Array(name.lowercased()), Array($0.lowercased())) }
  }

  /// Matches `*` and `?`; quadratic at worst.
  static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
    var (at, cursor, star, mark) = (0, 0, -1, 0)
    while at < name.count {
      if cursor < pattern.count, pattern[cursor] == "*" {
        (star, mark) = (cursor, at)
        cursor += 1
      } else if cursor < pattern.count, pattern[cursor] == "?" || pattern[cursor] == name[at] {
        at += 1
        cursor += 1
      } else if star >= 0 {
        mark += 1
        (at, cursor) = (mark, star + 1)
      } else {
        return false
      }
    }
    return pattern[cursor...].allSatisfy { $0 == "*" }
  }
}
