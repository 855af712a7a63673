import Foundation
package import ProcessSupport

/// Crashing inputs of sessions in the checkout: `.scenefuzz/artifacts/TARGET/`.
package enum SessionArtifacts {
  /// Paths of all artifacts; throws when there is none.
  package static func list() throws(RunFailure) -> [String] {
    let folder = try RepositoryRoot.locate().path(".scenefuzz/artifacts")
    let files = InputFiles.below(folder)
    guard !files.isEmpty else {
      throw .usage("there is no artifact of a session", "name inputs or reports to triage")
    }
    return files
  }
}
