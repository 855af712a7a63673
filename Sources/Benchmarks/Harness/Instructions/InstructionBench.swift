import Foundation
package import ProcessSupport
import ReplayAndTriage

/// Counts what work costs per byte of input, in a process of its own for each piece of work.
///
/// The work is done by this very program under the hidden words `exec-workload NAME FILE --passes N`. One pass is
/// counted as the difference of two and one: starting, reading the file and what happens the first time only are off.
package struct InstructionBench: Sendable {
  /// What counts the instructions.
  package let counter: InstructionCounter
  /// A copy of this program without debug information, which valgrind cannot read.
  private let program: String
  private let folder: TemporaryFolder

  /// Copies this program without its debug information into a folder of its own, until `remove`.
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
      throw .environment("llvm-objcopy cannot copy \(own)", "check the space left")
    }
  }

  /// Removes the copy of the program.
  package func remove() { folder.remove() }

  /// Instructions per byte of one further pass of `workload` over `bytes`.
  package func cost(of workload: String, on bytes: [UInt8]) async throws(RunFailure) -> Double {
    let file = folder.path + "/input"
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw .environment("cannot write \(file)", "check the space left")
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
