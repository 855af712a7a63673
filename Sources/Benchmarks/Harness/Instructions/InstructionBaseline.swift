import Foundation
package import ProcessSupport

/// Instructions per byte of each workload in a committed file, one for each compiler version,
/// architecture, counter and kind of build, since each of them changes the numbers.
package struct InstructionBaseline: Codable, Equatable, Sendable {
  /// Instructions per byte of input, by name of the row.
  package var rows: [String: Double]

  package init(rows: [String: Double]) { self.rows = rows }

  /// Allowed factor above the baseline.
  package static let tolerance = 0.03

  /// Names of the rows above the allowed cost, sorted.
  package func risen(in measured: [String: Double]) -> [String] {
    measured.filter { name, cost in
      rows[name].map { cost > $0 * (1 + Self.tolerance) } ?? false
    }.map(\.key).sorted()
  }

  /// The kinds of builds whose readers are optimized.
  package enum Build: String, Sendable, CaseIterable {
    /// What users have.
    case release
    /// The debug build of `scripts/test`, whose readers are optimized one module at a time.
    case tests

    /// That of this program; nil for a debug build without optimized readers.
    package static var own: Self? {
      #if !DEBUG
        .release
      #elseif OPTIMIZED_READERS
        .tests
      #else
        nil
      #endif
    }
  }

  /// Path of the committed baseline for a compiler version, counter and build on this architecture.
  package static func path(
    in root: RepositoryRoot, toolchain version: String, counter: InstructionCounter, build: Build
  ) -> String {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "other"
    #endif
    return root.path(
      "benchmarks/instructions/swift-\(version)-\(architecture)-\(counter.rawValue)"
        + (build == .release ? "" : "-\(build.rawValue)") + ".json")
  }

  /// Reads a baseline; nil when the file is missing or malformed.
  package init?(readingFile path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let baseline = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = baseline
  }

  /// Writes to a temporary file and renames it.
  package func write(to path: String) throws(RunFailure) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try (encoder.encode(self) + Data("\n".utf8)).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .environment(
        "cannot write \(path)", "check the permissions of the folder and the free disk space")
    }
  }
}
