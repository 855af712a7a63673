import ArgumentParser
import Foundation
import Mutation
import ProcessSupport
import SlicerComparison
import SlicerHost

/// `scenefuzz slicer session`
struct SlicerSession: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Compare the model with the real core on mutated scenes.",
    discussion: """
      Equal seeds give equal scenes. Scenes with differences and scenes without an answer from the core are \
      stored in the git-ignored folder private/slicer; do not publish them (SECURITY.md).

      Exit codes: 0 equal, 1 different, 3 the core is not installed.

      Example: scenefuzz slicer session --count 20000 --seed 7
      """)

  @Argument(help: "Scenes or folders to mutate. Default: corpus/mrml.")
  var paths: [String] = []

  @Option(help: "Number of scenes.")
  var count = 1000

  @Option(help: "Seed of the mutations.")
  var seed: UInt64 = 1

  @Option(help: "Time limit of the core for one scene, in seconds.")
  var seconds = 10

  @Option(help: "Maximum number of listed differences.")
  var list = 1000

  @OptionGroup var output: OutputOptions

  /// Maximum size of a mutated scene in bytes.
  private static let maximumSize = 1 << 20

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
      throw RunFailure.usage("no scene was found", "name scenes or folders of them")
    }
    var comparing = SlicerComparing(environment: environment)
    comparing.limits.seconds = seconds
    comparing.listed = list
    comparing.keepsDifferences = true
    let inputs = MutatedScenes(
      inputs: MutatedInputs(
        of: corpus, count: count, seed: seed, by: SceneMutator(limit: Self.maximumSize)),
      seed: seed)
    let agreement = try await comparing.run(inputs) { [count] state in
      printError(
        "\(state.files) of \(count), \(state.differences.count + state.further) differences")
    }
    if output.json { try printJSON(agreement) } else { print(AgreementText.prose(agreement)) }
    if !agreement.isWhole {
      printError("scenes with differences: \(comparing.privateFolder)/differences")
      printError("repeat with: scenefuzz slicer session --count \(count) --seed \(seed)")
      throw ExitStatus.finding.code
    }
  }
}

/// Mutated scenes, named by seed and number.
private struct MutatedScenes: Sequence, Sendable {
  let inputs: MutatedInputs
  let seed: UInt64

  func makeIterator() -> some IteratorProtocol<SlicerInput> {
    let seed = seed
    return inputs.lazy.enumerated().map { number, bytes in
      SlicerInput(name: "seed \(seed) scene \(number)", bytes: bytes)
    }.makeIterator()
  }
}
