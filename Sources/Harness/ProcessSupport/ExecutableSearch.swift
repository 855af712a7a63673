import Foundation

/// Programs on the search path of this process.
package enum ExecutableSearch {
  /// The path of the first executable called `program` in the folders of `PATH`; nil when there is none.
  package static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
