import Foundation
package import FuzzTargets
package import ProcessSupport

/// Files that differ from another revision.
package struct Change: Equatable, Sendable {
  /// Relative to the checkout.
  package let files: [String]

  /// A change to those files, in any order.
  package init(files: [String]) { self.files = files }

  /// What differs between `revision` and the files as they are now, committed or not.
  static func since(
    _ revision: String, in root: RepositoryRoot
  ) async throws(RunFailure) -> Change {
    let answer = try await Git(root: root).run(
      ["diff", "--name-only", "--no-renames", "-z", "--end-of-options", revision, "--"])
    return Change(files: answer.split(separator: "\0").map(String.init))
  }

  /// How much of a session's time each of `targets` is due, as weights: 3 for one whose files the change touches, 1 for
  /// the others; all alike when it touches what every target is made of, or nothing of any.
  ///
  /// - Parameter reached: For each target the files that its committed inputs run.
  package func weights(for targets: [FuzzTarget], reached: ReachedFiles) -> [Double] {
    let touched = targets.map { target in files.contains { touches($0, target.name, reached) } }
    return touched.map { $0 ? 3 : 1 }
  }

  private func touches(_ file: String, _ target: String, _ reached: ReachedFiles) -> Bool {
    let own = ["corpus/\(target)/", "Sources/Fuzzing/EntryPoints/fuzz-\(target)/"]
    return own.contains { file.hasPrefix($0) } || reached.files[target]?.contains(file) == true
  }
}

/// `corpus/reached.json`: for each target the parser's files that its committed inputs run, as `scenefuzz coverage
/// --write-reached` found them.
package struct ReachedFiles: Codable, Equatable, Sendable {
  /// Paths relative to the checkout, by name of the target.
  package var files: [String: [String]]

  /// A list in hand; the empty one says nothing of any target.
  package init(files: [String: [String]] = [:]) { self.files = files }

  static let path = "corpus/reached.json"

  /// What is committed; nothing where it is missing or no such list, so that every target is due the same.
  package static func committed(in root: RepositoryRoot) -> ReachedFiles {
    guard let data = FileManager.default.contents(atPath: root.path(path)),
      let files = try? JSONDecoder().decode([String: [String]].self, from: data)
    else { return ReachedFiles() }
    return ReachedFiles(files: files)
  }

  /// From the coverage of each target alone.
  package init(_ reports: [CoverageReport]) {
    files = [:]
    for report in reports where report.targets.count == 1 {
      files[report.targets[0]] = report.files.filter { $0.regions.covered > 0 }
        .map { "Sources/" + $0.name }
    }
  }

  /// Replaces the committed list of that checkout.
  package func write(in root: RepositoryRoot) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(files)) ?? Data()
    try WorkFolder.write([UInt8](data) + [0x0A], to: root.path(Self.path))
  }
}
