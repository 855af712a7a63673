import Foundation
package import Subprocess
import SystemPackage

/// A child process with a time limit and an output limit, never started through a shell.
package struct ChildProcess: Sendable {
  /// Absolute path of the program.
  package var executable: String
  /// Arguments after the program's name, verbatim: no shell reads them.
  package var arguments: [String]
  /// Complete environment of the child; nothing is inherited.
  package var environment: [String: String]
  /// Working folder; nil for that of this process.
  package var directory: String?
  /// Time after which the child and its process group are ended.
  package var timeLimit: Duration
  /// Maximum bytes of output that are kept, half of them from its start and half from its end.
  package var outputLimit: Int
  /// Ends the child when raised: SIGINT, two seconds to finish, then SIGKILL.
  package var stop: StopSignal?
  /// The same for every child that the current task starts. A run that it ended throws, since the
  /// outcome says nothing about the program.
  @TaskLocal package static var taskStop: StopSignal?

  package init(
    executable: String, arguments: [String] = [], environment: [String: String],
    directory: String? = nil, timeLimit: Duration, outputLimit: Int = 1 << 20
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// How the child ended.
  package enum Status: Equatable, Sendable {
    case exited(Int32)
    case signaled(Int32)

    /// True for exit code 0.
    package var isSuccess: Bool { self == .exited(0) }
  }

  /// Result of a child that has ended.
  package struct Outcome: Sendable {
    package let status: Status
    /// Standard output and standard error in order, invalid UTF-8 repaired, cut in the middle at
    /// the limit.
    package let output: String
    /// True when the time limit ended the child.
    package let timedOut: Bool
    /// Wall clock from start to end.
    package let elapsed: Duration
  }

  /// Starts the child, passes each line of its output to `onLine`, and returns when the child has
  /// ended, even when a grandchild still holds the pipe.
  package func run(
    onLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws(RunFailure) -> Outcome {
    try await BlockingThreads.run { () async throws(RunFailure) in try await start(onLine) }
  }

  private func start(
    _ onLine: @escaping @Sendable (String) async -> Void
  ) async throws(RunFailure) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    try Self.checkTaskStop()
    let outcome: Outcome
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(rawValue: $0)!, $1) })
        ),
        workingDirectory: directory.map { FilePath($0) }, platformOptions: Self.options,
        input: .none, output: .sequence, error: .combinedWithOutput
      ) { execution in
        let group = execution.processIdentifier.value
        LiveChildren.add(group)
        defer { LiveChildren.remove(group) }
        return try await collect(execution, onLine)
      }
      let (output, timedOut) = result.closureResult
      let status: Status =
        switch result.terminationStatus {
        case .exited(let code): .exited(code)
        case .signaled(let number): .signaled(number)
        }
      outcome = Outcome(
        status: status, output: output, timedOut: timedOut, elapsed: clock.now - start)
    } catch {
      throw .environment(
        "cannot run \(executable) (\(error))", "check that the file exists and may be executed")
    }
    try Self.checkTaskStop()
    return outcome
  }

  /// Runs `body`; every child that it starts ends when `stop` is raised.
  package static func ending<Result>(
    at stop: StopSignal, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws(RunFailure) -> Result
  ) async throws(RunFailure) -> Result {
    let result: Swift.Result<Result, RunFailure> = await $taskStop.withValue(stop) {
      do throws(RunFailure) { return .success(try await body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func checkTaskStop() throws(RunFailure) {
    guard taskStop?.isRaised == true else { return }
    throw .environment("stopped", "run it again; nothing was lost")
  }

  /// A process group of the child's own: Ctrl-C does not reach it, and one signal ends its children
  /// with it.
  package static var options: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = teardown
    return options
  }

  private static let teardown: [TeardownStep] = [
    .send(signal: .interrupt, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
  ]

  private func collect(
    _ execution: Execution<NoInput, SequenceOutput, CombinedErrorOutput>,
    _ onLine: @escaping @Sendable (String) async -> Void
  ) async throws -> (String, Bool) {
    let (limit, stops) = (timeLimit, [stop, Self.taskStop].compactMap { $0 })
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await Task.sleep(for: limit)
        await execution.teardown(using: Self.teardown)
        return true
      }
      for stop in stops {
        group.addTask {
          await stop.wait()
          if stop.isRaised { await execution.teardown(using: Self.teardown) }
          return false
        }
      }
      var kept = KeptOutput(limit: outputLimit)
      var lines = LineSplitter()
      for try await buffer in execution.standardOutput {
        let bytes = SystemBridge.bytes(of: buffer)
        kept.append(bytes)
        for line in lines.append(bytes) { await onLine(line) }
      }
      if let last = lines.finish() { await onLine(last) }
      group.cancelAll()
      var timedOut = false
      while let ended = await group.nextResult() {
        if case .success(true) = ended { timedOut = true }
      }
      return (kept.text, timedOut)
    }
  }
}
