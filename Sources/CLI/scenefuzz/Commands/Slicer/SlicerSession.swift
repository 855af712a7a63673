import ArgumentParser
import Foundation
import ProcessSupport
import SlicerComparison
import SlicerHost

/// `scenefuzz slicer session`
struct SlicerSession: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Compare both readers on scenes that are mutated from a corpus.",
    discussion: """
      The same seed makes the same scenes. Scenes on which the readers differ, and those that the core gave no \
      answer to, are kept in the git-ignored folder private/slicer; they are not to be published (SECURITY.md).

      Exit codes: 0 equal, 1 different, 3 the core is not here.

      Example: scenefuzz slicer session --count 20000 --seed 7
      """)

  @Argument(help: "Scenes or folders to begin with; the seeds of mrml when none is named.")
  var paths: [String] = []

  @Option(help: "Scenes to compare.")
  var count = 1000

  @Option(help: "Which scenes are made.")
  var seed: UInt64 = 1

  @Option(help: "Seconds that the core may take for one scene.")
  var seconds = 10

  @Option(help: "Most differences to list.")
  var list = 1000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard count >= 1 else { throw ValidationError("--count must be at least 1.") }
    guard (1...3600).contains(seconds) else { throw ValidationError("--seconds: 1 to 3600.") }
    guard list >= 0 else { throw ValidationError("--list must not be negative.") }
  }

  func run() async throws {
    let root = try RepositoryRoot.locate()
    let environment = try await SlicerEnvironment(root: root).required()
    let files = try SlicerFiles.list(paths.isEmpty ? [root.path("corpus/mrml")] : paths)
    let corpus = SlicerFiles(files: files).map(\.bytes)
    guard !corpus.isEmpty else {
      throw RunFailure.usage("there is no scene to begin with", "name scenes or folders of them")
    }
    var comparing = SlicerComparing(environment: environment)
    comparing.limits.seconds = seconds
    comparing.listed = list
    comparing.keepsDifferences = true
    let inputs = MutatedScenes(
      mutations: SceneMutations(of: corpus, count: count, seed: seed), seed: seed)
    let agreement = try await comparing.run(inputs) { [count] state in
      printError(
        "\(state.files) of \(count), \(state.differences.count + state.further) differences")
    }
    if output.json { try printJSON(agreement) } else { print(AgreementText.prose(agreement)) }
    if !agreement.isWhole {
      printError("the scenes that differ are in \(comparing.privateFolder)/differences")
      printError("again: scenefuzz slicer session --count \(count) --seed \(seed)")
      throw ExitStatus.finding.code
    }
  }
}

/// Mutated scenes, named by their seed and number.
private struct MutatedScenes: Sequence, Sendable {
  let mutations: SceneMutations
  let seed: UInt64

  func makeIterator() -> some IteratorProtocol<SlicerInput> {
    let seed = seed
    return mutations.lazy.enumerated().map { number, bytes in
      SlicerInput(name: "seed \(seed) scene \(number)", bytes: bytes)
    }.makeIterator()
  }
}
