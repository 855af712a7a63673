import Foundation
package import FuzzTargets
package import ProcessSupport

/// Files that differ from another revision.
package struct Change: Equatable, Sendable {
  /// Paths relative to the checkout.
  package let files: [String]

  /// - Parameter files: paths in any order.
  package init(files: [String]) { self.files = files }

  /// Files that differ between `revision` and the working tree, committed or not.
  static func since(
    _ revision: String, in root: RepositoryRoot
  ) async throws(RunFailure) -> Change {
    let answer = try await Git(root: root).run(
      ["diff", "--name-only", "--no-renames", "-z", "--end-of-options", revision, "--"])
    return Change(files: answer.split(separator: "\0").map(String.init))
  }

  /// Weights for sharing the fuzzing time among `targets`: 3 for a target whose files the change
  /// touches, 1 for the others. All weights are equal when the change touches files of every
  /// target, or of none.
  ///
  /// - Parameter reached: for each target, the files that its committed inputs run.
  package func weights(for targets: [FuzzTarget], reached: ReachedFiles) -> [Double] {
    let touched = targets.map { target in files.contains { touches($0, target.name, reached) } }
    return touched.map { $0 ? 3 : 1 }
  }

  private func touches(_ file: String, _ target: String, _ reached: ReachedFiles) -> Bool {
    let own = ["corpus/\(target)/", "Sources/Fuzzing/EntryPoints/fuzz-\(target)/"]
    return own.contains { file.hasPrefix($0) } || reached.files[target]?.contains(file) == true
  }
}

/// `corpus/reached.json`: the parser files that the committed inputs of each target run, as written
/// by `scenefuzz coverage --write-reached`.
package struct ReachedFiles: Codable, Equatable, Sendable {
  /// Paths relative to the checkout, by target.
  package var files: [String: [String]]

  /// An empty list means that nothing is known about any target.
  package init(files: [String: [String]] = [:]) { self.files = files }

  static let path = "corpus/reached.json"

  /// Reads the committed list; empty when it is missing or malformed, which gives equal weights.
  package static func committed(in root: RepositoryRoot) -> ReachedFiles {
    guard let data = FileManager.default.contents(atPath: root.path(path)),
      let files = try? JSONDecoder().decode([String: [String]].self, from: data)
    else { return ReachedFiles() }
    return ReachedFiles(files: files)
  }

  /// Makes the list from the coverage of each target.
  package init(_ reports: [CoverageReport]) {
    files = [:]
    for report in reports where report.targets.count == 1 {
      files[report.targets[0]] = report.files.filter { $0.regions.covered > 0 }
        .map { "Sources/" + $0.name }
    }
  }

  /// Replaces the committed list of the checkout.
  package func write(in root: RepositoryRoot) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(files)) ?? Data()
    try WorkFolder.write([UInt8](data) + [0x0A], to: root.path(Self.path))
  }
}
