import Foundation
package import ProcessSupport

/// What each workload cost in instructions per byte when the baseline was written: one committed file for each
/// version of the compiler, architecture and counter, since each of them changes the numbers.
package struct InstructionBaseline: Codable, Equatable, Sendable {
  /// Instructions per byte of input by name of the row.
  package var rows: [String: Double]

  /// A baseline of numbers in hand.
  package init(rows: [String: Double]) { self.rows = rows }

  /// A row may cost this much more than the baseline says.
  package static let tolerance = 0.03

  /// Rows that cost more than they may, in order of their names.
  package func risen(in measured: [String: Double]) -> [String] {
    measured.filter { name, cost in
      rows[name].map { cost > $0 * (1 + Self.tolerance) } ?? false
    }.map(\.key).sorted()
  }

  /// Where the baseline for that compiler, this architecture and that counter is committed.
  package static func path(
    in root: RepositoryRoot, toolchain version: String, counter: InstructionCounter
  ) -> String {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "other"
    #endif
    return root.path(
      "benchmarks/instructions/swift-\(version)-\(architecture)-\(counter.rawValue).json")
  }

  /// Nil when there is no such file, or it holds no baseline.
  package init?(readingFile path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let baseline = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = baseline
  }

  /// Writes beside the old file and renames.
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
        "cannot write \(path)", "check the rights of the folder and the space left")
    }
  }
}
