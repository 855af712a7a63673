import Foundation
package import ProcessSupport

/// The crashing inputs that sessions left in the checkout: `.scenefuzz/artifacts/TARGET/`.
package enum SessionArtifacts {
  /// Paths of all of them. Throws when there is none.
  package static func list() throws(RunFailure) -> [String] {
    let folder = try RepositoryRoot.locate().path(".scenefuzz/artifacts")
    let files = InputFiles.below(folder)
    guard !files.isEmpty else {
      throw .usage("no session has left an artifact yet", "name inputs or reports to triage")
    }
    return files
  }
}
