import Foundation
import FuzzBuilds
import ProcessSupport

/// libxml2 under libFuzzer: a few lines of C, compiled with the toolchain's clang against the
/// system's library. The library itself is not instrumented.
struct PeerProgram: Sendable {
  let root: RepositoryRoot
  let toolchain: Toolchain
  static let name = "system libxml2"

  /// Compiles it for `build` into `folder`. Throws where libxml2 is not installed.
  func make(_ build: FuzzBuild, in folder: String) async throws(RunFailure) -> String {
    let program = "\(folder)/xml-peer-\(build.rawValue)"
    let outcome = try await run(
      try toolchain.tool("clang"),
      ["-O2"] + BuildFlags.clang(sanitizers: build.sanitizers)
        + [root.path("benchmarks/engine/xml_target.c")] + (await flags()) + ["-o", program])
    guard outcome.status.isSuccess else {
      throw .environment(
        "cannot compile benchmarks/engine/xml_target.c:\n\(outcome.output.suffix(1_000))",
        "install the headers of libxml2 (libxml2-dev)")
    }
    return program
  }

  /// Flags from `pkg-config`, or the usual location.
  private func flags() async -> [String] {
    let answer = try? await run("/usr/bin/env", ["pkg-config", "--cflags", "--libs", "libxml-2.0"])
    guard let answer, answer.status.isSuccess else { return ["-I/usr/include/libxml2", "-lxml2"] }
    return answer.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func run(
    _ executable: String, _ arguments: [String]
  ) async throws(RunFailure) -> ChildProcess.Outcome {
    try await ChildProcess(
      executable: executable, arguments: arguments,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(120)
    ).run()
  }
}
