import Foundation
package import ProcessSupport

/// Runs benchmark commands of this program, one after the other, and collects their output.
package struct BenchmarkSuite: Sendable {
  /// Path of the optimized `scenefuzz`.
  let program: String
  let root: RepositoryRoot
  /// Stops the current command when raised; the rest is listed as not run.
  package let stop: StopSignal

  package init(program: String, root: RepositoryRoot, stop: StopSignal) {
    self.program = program
    self.root = root
    self.stop = stop
  }

  /// Runs `commands`. A command that fails does not end the run: the document gives its reason.
  package func run(
    _ commands: [BenchmarkCommand], isQuick: Bool, on machine: BenchmarkMachine,
    say: @escaping @Sendable (String) -> Void
  ) async throws(RunFailure) -> BenchmarkDocument {
    var document = BenchmarkDocument(machine: machine, isQuick: isQuick)
    for command in commands {
      document.sections.append(
        try await section(command, isQuick: isQuick, on: machine.now, say: say))
    }
    return document
  }

  private func section(
    _ command: BenchmarkCommand, isQuick: Bool, on machine: BenchmarkMachine,
    say: @escaping @Sendable (String) -> Void
  ) async throws(RunFailure) -> BenchmarkDocument.Section {
    let words = command.words(isQuick: isQuick)
    if stop.isRaised {
      return .init(
        command: command, words: words, result: .notRun("stopped"), seconds: 0, machine: machine,
        endLoad: machine.load)
    }
    let isOwn = command.script == "scenefuzz"
    say("\(((isOwn ? [] : [command.script]) + words).joined(separator: " ")) …")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let errors = folder.path + "/errors"
    // The shell only separates standard error from standard output; its script is fixed.
    var child = ChildProcess(
      executable: "/bin/sh",
      arguments: [
        "-c", "exec \"$0\" \"$@\" 2>\"$SCENEFUZZ_ERRORS\"",
        isOwn ? program : root.path("scripts/" + command.script),
      ] + words,
      environment: ProcessInfo.processInfo.environment.merging(
        ["SCENEFUZZ_ERRORS": errors, "SCENEFUZZ_ROOT": root.path]) { $1 },
      timeLimit: command.timeLimit)
    child.stop = stop
    let outcome = try await child.run()
    let messages = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
    return .init(
      command: command, words: words,
      result: stop.isRaised
        ? .notRun("stopped")
        : Self.result(
          outcome.status, output: outcome.output, messages: messages, timedOut: outcome.timedOut),
      seconds: Double(outcome.elapsed.components.seconds), machine: machine,
      endLoad: BenchmarkMachine.currentLoad)
  }

  /// Classifies an outcome. Exit code 1 is a result (a missed bar, for example), others are not.
  static func result(
    _ status: ChildProcess.Status, output: String, messages: String, timedOut: Bool
  ) -> BenchmarkDocument.Section.Result {
    let lines = messages.split(separator: "\n").map(String.init)
    let last = lines.last { !$0.isEmpty }
    if timedOut { return .notRun("the time limit was reached") }
    guard case .exited(let code) = status else {
      return .notRun("ended by a signal (\(status))")
    }
    guard code <= 1, !output.isEmpty else {
      return .notRun(last ?? "no output, exit code \(code)")
    }
    let remarks = lines.filter { line in
      ["left out", "not measured", "not compared"].contains { line.contains($0) }
    }
    return .table(output, remarks: remarks, code: code)
  }
}
