import ArgumentParser
import Corpus
import Foundation
import FuzzTargets
import ProcessSupport

/// `scenefuzz corpus`
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Look at corpora, compare them, and bring them in and out.",
    discussion: "Example: scenefuzz corpus stats mrml",
    subcommands: [CorpusStats.self, CorpusDiff.self, CorpusImport.self, CorpusExport.self])
}

/// The folders that hold inputs of one target.
struct TargetFolders {
  let seeds: URL
  /// The minimized set that is committed.
  let found: URL
  /// What sessions have grown on this machine.
  let grown: URL
  let quarantine: URL

  init(_ name: String) throws {
    let target = try target(named: name).name
    let root = try RepositoryRoot.locate()
    seeds = URL(fileURLWithPath: root.path("corpus/\(target)/seeds"))
    found = URL(fileURLWithPath: root.path("corpus/\(target)/found"))
    grown = URL(fileURLWithPath: root.path(".scenefuzz/corpus/\(target)"))
    quarantine = URL(fileURLWithPath: root.path(".scenefuzz/quarantine/\(target)"))
  }
}

/// Runs `body`; what a corpus refuses is a failure of the environment.
func inCorpus<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as CorpusError {
    throw RunFailure.environment(error.description, "check the folder and its rights")
  }
}
