import Foundation

/// Search for programs in `PATH`.
package enum ExecutableSearch {
  /// Path of the first executable named `program` in `PATH`; nil when there is none.
  package static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
