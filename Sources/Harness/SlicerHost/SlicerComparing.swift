import Corpus
import Foundation
package import ProcessSupport
import SceneModel
package import SlicerComparison

/// A scene for comparison.
package struct SlicerInput: Sendable {
  /// Name of the scene in differences.
  package var name: String
  /// Content of the scene file.
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Compares the model with the real reader on a sequence of scenes.
package struct SlicerComparing: Sendable {
  /// Installed environment of the real reader.
  package var environment: SlicerEnvironment
  /// Limits of the real reader for one scene.
  package var limits = SlicerWorker.Limits()
  /// Stores inputs without an answer from the real reader in `privateFolder`.
  package var keepsUnanswered = true
  /// Stores inputs with differences in `privateFolder`.
  package var keepsDifferences = false
  /// Maximum number of listed differences.
  package var listed = 1000
  /// Stops the comparison after the current group.
  package var stop: StopSignal?

  /// Number of scenes in one request to the worker.
  private static let group = 64

  package init(environment: SlicerEnvironment) { self.environment = environment }

  /// Git-ignored folder for stored inputs; results of the real reader are private (SECURITY.md).
  package var privateFolder: String { environment.root.path("private/slicer") }

  /// Compares all inputs lazily and calls `progress` after each group.
  package func run(
    _ inputs: some Sequence<SlicerInput> & Sendable,
    progress: @escaping @Sendable (Agreement) -> Void = { _ in }
  ) async throws(RunFailure) -> Agreement {
    try await SlicerWorker.run(environment) { worker in
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

  /// Stores an input under the SHA-1 of its content.
  private func keep(_ input: SlicerInput, _ kind: String) throws(RunFailure) {
    let folder = "\(privateFolder)/\(kind)"
    try WorkFolder.make(folder)
    try? FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: privateFolder)
    try WorkFolder.write(input.bytes, to: "\(folder)/\(SHA1.name(of: input.bytes)).mrml")
  }
}
