import ArgumentParser
import Corpus
import Foundation
import FuzzTargets
import ProcessSupport

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Inspect, compare, import and export corpora.",
    discussion: "Example: scenefuzz corpus stats mrml",
    subcommands: [CorpusStats.self, CorpusDiff.self, CorpusImport.self, CorpusExport.self])
}

/// Folders with inputs of one target.
struct TargetFolders {
  let seeds: URL
  /// The committed, minimized corpus.
  let found: URL
  /// The working corpus of sessions on this machine.
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

/// Runs `body` and turns a `CorpusError` into a failure of the environment.
func inCorpus<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as CorpusError {
    throw RunFailure.environment(error.description, "check the folder and its permissions")
  }
}
