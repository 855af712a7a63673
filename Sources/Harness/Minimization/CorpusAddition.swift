import Foundation
package import ProcessSupport

/// Inputs that another program found, for the working corpus of a target (`.scenefuzz/corpus`).
///
/// They are minimized together with that corpus for the coverage of the target, so that only inputs
/// that add to it stay.
package struct CorpusAddition: Sendable {
  /// Checkout with the corpora.
  package let root: RepositoryRoot
  /// The toolchain, whose symbolizer the children use.
  package let toolchain: Toolchain
  /// Stops the minimization and leaves the corpus unchanged.
  package let stop: StopSignal?

  /// Number of inputs.
  package struct Counts: Equatable, Sendable {
    /// Inputs of the corpus and of the added folder together.
    package let before: Int
    /// Inputs of the corpus afterwards.
    package let after: Int
    /// Those of them that the corpus did not have before.
    package let gained: Int
  }

  package init(root: RepositoryRoot, toolchain: Toolchain, stop: StopSignal? = nil) {
    self.root = root
    self.toolchain = toolchain
    self.stop = stop
  }

  /// Adds the inputs of `folder` to the corpus of `target`, whose entry point is `program`.
  package func add(
    _ folder: String, to target: String, program: String
  ) async throws(RunFailure) -> Counts {
    let corpus = root.path(".scenefuzz/corpus/\(target)")
    let known = names(corpus)
    var minimization = CorpusMinimization(
      toolchain: toolchain, program: program, folder: URL(fileURLWithPath: corpus),
      seeds: URL(fileURLWithPath: root.path("corpus/\(target)/seeds")),
      quarantine: URL(fileURLWithPath: root.path(".scenefuzz/quarantine/\(target)")))
    minimization.added = [URL(fileURLWithPath: folder)]
    minimization.stop = stop
    do {
      let result = try await minimization.run()
      return Counts(
        before: result.filesBefore, after: result.filesAfter,
        gained: names(corpus).subtracting(known).count)
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment("\(error)", "no input was lost; fix this and run the command again")
    }
  }

  private func names(_ folder: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }
}
