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

  /// Weights for sharing the fuzzing time among targets: 3 for one that the change affects, 1 for
  /// the others.
  static func weights(_ affected: [Bool]) -> [Double] { affected.map { $0 ? 3 : 1 } }

  /// Whether the change affects each target: it touches the target's own files, files that its
  /// committed inputs run, or, for files that no committed input runs, such as new and moved ones,
  /// a module that code of those inputs belongs to or depends on.
  ///
  /// - Parameters:
  ///   - reached: For each target, the files that its committed inputs run.
  ///   - modules: Folders and dependencies of the modules.
  package func affects(
    _ targets: [FuzzTarget], reached: ReachedFiles, modules: ModuleFolders
  ) -> [Bool] {
    let everyReached = Set(reached.files.values.joined())
    let ownSources = Set(targets.map(\.sourceFile))
    // Modules of the files whose effect coverage does not show.
    let changed = Set(
      files.filter { file in
        !everyReached.contains(file)
          && !(file.hasPrefix("Sources/Fuzzing/") && ownSources.contains(Self.name(file)))
      }.compactMap(modules.module(of:)))
    let everyChanged = Set(files.compactMap(modules.module(of:)))
    return targets.map { target in
      let known = reached.files[target.name]
      // Nothing is known of a new target: it may run whatever its module depends on.
      let used = known.map { Set($0.compactMap(modules.module(of:))) } ?? [target.module]
      return files.contains { touches($0, target, reached) }
        || (known == nil ? everyChanged : changed).contains { module in
          Self.ofEveryTarget.contains(module) || target.module == module
            || !used.isDisjoint(with: modules.dependents(of: module))
        }
    }
  }

  /// Modules of every entry point that coverage leaves out.
  private static let ofEveryTarget: Set = [
    "TargetInterface", "XMLTargets", "SceneTargets", "FuzzTargets", "FuzzEntry", "Mutation",
    "StableNumbers",
  ]

  private func touches(_ file: String, _ target: FuzzTarget, _ reached: ReachedFiles) -> Bool {
    let name = target.name
    let own = ["corpus/\(name)/", "Sources/Fuzzing/EntryPoints/fuzz-\(name)/"]
    return own.contains { file.hasPrefix($0) }
      || file.hasPrefix("Sources/Fuzzing/") && Self.name(file) == target.sourceFile
      || reached.files[name]?.contains(file) == true
  }

  private static func name(_ file: String) -> String {
    String(file.split(separator: "/").last ?? "")
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
