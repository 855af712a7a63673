import Foundation
package import ProcessSupport
import ReplayAndTriage

/// Counts instructions per byte of input, with a process for each workload.
///
/// This program runs the work with the hidden command `exec-workload NAME FILE --passes N`. The
/// cost of one pass is the difference of two passes and one, which excludes start-up, reading the
/// file and one-time initialization.
package struct InstructionBench: Sendable {
  package let counter: InstructionCounter
  /// A copy of this program without debug information, which valgrind cannot read.
  private let program: String
  private let folder: TemporaryFolder

  /// Copies this program without debug information into its own folder; deleted by `remove`.
  package init(counter: InstructionCounter, toolchain: Toolchain) async throws(RunFailure) {
    self.counter = counter
    folder = try TemporaryFolder()
    let own = try PlainReplay.ownProgram().program
    program = folder.path + "/scenefuzz"
    let outcome = try await ChildProcess(
      executable: try toolchain.tool("llvm-objcopy"), arguments: ["--strip-debug", own, program],
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(60)
    ).run()
    guard outcome.status.isSuccess else {
      throw .environment("llvm-objcopy cannot copy \(own)", "check the free disk space")
    }
  }

  /// Deletes the copy.
  package func remove() { folder.remove() }

  /// Instructions per byte of one further pass of `workload` over `bytes`.
  package func cost(of workload: String, on bytes: [UInt8]) async throws(RunFailure) -> Double {
    let file = folder.path + "/input"
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw .environment("cannot write \(file)", "check the free disk space")
    }
    let once = try await count(workload, file, passes: 1)
    let twice = try await count(workload, file, passes: 2)
    return Double(twice - once) / Double(max(bytes.count, 1))
  }

  private func count(
    _ workload: String, _ file: String, passes: Int
  ) async throws(RunFailure) -> Int {
    try await counter.count(
      program, ["exec-workload", workload, file, "--passes", "\(passes)"],
      timeLimit: .seconds(600))
  }
}
