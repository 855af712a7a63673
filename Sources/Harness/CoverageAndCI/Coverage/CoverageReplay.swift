import Foundation
import ProcessSupport

/// Runs a program with source coverage over many inputs and merges the profiles of its processes.
struct CoverageReplay: Sendable {
  let program: String
  /// Folder for raw profiles during the run.
  let folder: String
  let name: String
  let toolchain: Toolchain

  /// Inputs per process. When one fails, the profile of its process is lost, and the inputs before
  /// it run again.
  private static let batch = 100

  /// Runs `files` and writes the merged profile. Returns the number of failing inputs.
  func run(_ files: [String], into profile: String) async throws(RunFailure) -> Int {
    var failing = 0
    var raw: [String] = []
    var start = 0
    // One run without an input gives a profile even when every input fails.
    raw.append(try await process([], number: 0).profile)
    while start < files.count {
      let end = min(start + Self.batch, files.count)
      let batch = Array(files[start..<end])
      let first = try await process(batch, number: raw.count)
      if let failed = first.failed {
        failing += 1
        if failed > 0 {
          raw.append(try await process(Array(batch[..<failed]), number: raw.count).profile)
        }
        start += failed + 1
      } else {
        raw.append(first.profile)
        start = end
      }
    }
    let words = ["merge", "-sparse", "-o", profile]
    let present = raw.filter { FileManager.default.fileExists(atPath: $0) }
    let outcome = try await ChildProcess(
      executable: try toolchain.tool("llvm-profdata"), arguments: words + present,
      environment: [:], timeLimit: .seconds(300)
    ).run()
    for path in present { try? FileManager.default.removeItem(atPath: path) }
    guard outcome.status.isSuccess else {
      throw .environment(
        "the profiles of \(name) cannot be merged: \(outcome.output.suffix(300))",
        "check the free disk space")
    }
    return failing
  }

  /// Runs one process over `files`; returns the index of the input that it failed on, if any.
  private func process(
    _ files: [String], number: Int
  ) async throws(RunFailure) -> (profile: String, failed: Int?) {
    let profile = "\(folder)/\(name)-\(number).profraw"
    let outcome = try await ChildProcess(
      executable: program,
      arguments: ["-timeout=30", "-rss_limit_mb=4096", "-detect_leaks=0"]
        + (files.isEmpty ? ["-runs=0"] : files),
      environment: ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer"),
        profile: profile),
      timeLimit: .seconds(600), outputLimit: 4 << 20
    ).run()
    if outcome.status.isSuccess || files.isEmpty { return (profile, nil) }
    let begun = outcome.output.split(separator: "\n").count { $0.hasPrefix("Running: ") }
    return (profile, max(begun - 1, 0))
  }
}
