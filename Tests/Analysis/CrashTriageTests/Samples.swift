import CrashTriage
import Foundation
import TestSupport

/// The committed reports of demo bugs: `Reports/BUG.BUILD.txt` and `.json`, see
/// `Reports/regenerate`.
enum Samples {
  static let folder = Repository.root.appendingPathComponent(
    "Tests/Analysis/CrashTriageTests/Reports")

  /// Builds with committed reports.
  static let builds = [
    "fuzz-debug.txt", "fuzz-release.txt", "static-release.txt", "alone-release.txt", "debug.json",
    "release.json",
  ]

  static func text(_ bug: String, _ build: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent("\(bug).\(build)"), encoding: .utf8)
  }

  static func report(_ bug: String, _ build: String) -> CrashReport? {
    text(bug, build).flatMap { CrashReport.read($0) }
  }

  static func crash(_ bug: String, _ build: String) -> Crash? {
    report(bug, build).map { Crash($0, demangle: demangle) }
  }

  /// Demangled names of the reports, from the toolchain's demangler.
  private static let answers: [String: String] = {
    let url = folder.appendingPathComponent("demangled.tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let pairs = text.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1) }
    return Dictionary(
      pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { first, _ in first })
  }()

  static func demangle(_ names: [String]) -> [String] { names.map { answers[$0] ?? $0 } }
}
