import Corpus
import Foundation
package import ProcessSupport
import SceneModel
package import SlicerComparison

/// One scene to be read by both readers.
package struct SlicerInput: Sendable {
  /// What differences call the scene.
  package var name: String
  /// The scene; both readers get the same bytes.
  package var bytes: [UInt8]

  /// A scene in hand.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads scenes with the model and with the real reader and holds the results against each other.
package struct SlicerComparing: Sendable {
  /// The environment of the real reader, which must be made.
  package var environment: SlicerEnvironment
  /// What one scene may cost the real reader.
  package var limits = SlicerWorker.Limits()
  /// Whether inputs that the real reader gave no answer to are kept.
  package var keepsUnanswered = true
  /// Whether inputs on which the two differ are kept too, and not only those without an answer.
  package var keepsDifferences = false
  /// Most differences that are listed.
  package var listed = 1000
  /// Ends it after the group that is under way.
  package var stop: StopSignal?

  /// Scenes sent at a time.
  private static let group = 64

  /// Comparisons that keep inputs without an answer, and no others.
  package init(environment: SlicerEnvironment) { self.environment = environment }

  /// Where inputs are kept: git-ignored, since what the real reader makes of them is private.
  package var privateFolder: String { environment.root.path("private/slicer") }

  /// Compares all inputs, as they come; `progress` gets the state after each group.
  package func run(
    _ inputs: some Sequence<SlicerInput> & Sendable,
    progress: @escaping @Sendable (Agreement) -> Void = { _ in }
  ) async throws(RunFailure) -> Agreement {
    try await SlicerWorker.run(environment, stop: stop) { worker in
      var agreement = Agreement()
      agreement.listed = listed
      let (ours, theirs) = (TagTable(.slicer), TagTable(worker.greeting.tags))
      agreement.tags = ours.differences(from: theirs)
      let missing = ours.tags(missingIn: theirs)
      let scratch = try TemporaryFolder()
      defer { scratch.remove() }
      var group: [SlicerInput] = []
      for input in inputs {
        if stop?.isRaised == true { break }
        group.append(input)
        guard group.count == Self.group else { continue }
        agreement.add(try await compare(group, &worker, scratch, missing))
        progress(agreement)
        group = []
      }
      if !group.isEmpty { agreement.add(try await compare(group, &worker, scratch, missing)) }
      return agreement
    }
  }

  private func compare(
    _ group: [SlicerInput], _ worker: inout SlicerWorker, _ scratch: TemporaryFolder,
    _ missingTags: Set<String>
  ) async throws -> Agreement {
    var paths: [String] = []
    for (number, input) in group.enumerated() {
      let path = "\(scratch.path)/\(number).mrml"
      try WorkFolder.write(input.bytes, to: path)
      paths.append(path)
    }
    let answers = try await worker.load(paths, limits)
    var agreement = Agreement()
    for (input, answer) in zip(group, answers) {
      let comparison = SceneComparison(
        file: input.name, ours: Self.read(input.bytes), slicer: answer.scene,
        missingTags: missingTags)
      if answer.scene == nil, keepsUnanswered { try keep(input, "unanswered") }
      if keepsDifferences, !comparison.agreement.isWhole { try keep(input, "differences") }
      agreement.add(comparison.agreement)
    }
    return agreement
  }

  private static func read(_ bytes: [UInt8]) -> Result<Scene, SceneError> {
    do throws(SceneError) {
      return .success(try Scene(reading: bytes.span))
    } catch {
      return .failure(error)
    }
  }

  /// Keeps an input under the name of its content.
  private func keep(_ input: SlicerInput, _ kind: String) throws(RunFailure) {
    let folder = "\(privateFolder)/\(kind)"
    try WorkFolder.make(folder)
    try WorkFolder.write(input.bytes, to: "\(folder)/\(SHA1.name(of: input.bytes)).mrml")
  }
}
