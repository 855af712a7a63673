import ArgumentParser
import Foundation
import FuzzBuilds
import ProcessSupport

/// The command line. Each subcommand is one file in a folder of `Commands/`.
@main
struct SceneFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenefuzz",
    abstract: "Coverage-guided fuzzing of 3D Slicer scene files: .mrml, .mrb, slicer:// links.",
    discussion: """
      Exit codes: 0 clean, 1 a finding, 2 wrong usage, 3 something is missing in the environment.

      Example: scenefuzz run mrml --time 10m
      """,
    version: ToolVersion.number,
    subcommands: [
      Run.self,
      CI.self,
      Status.self,
      Doctor.self,
      Build.self,
      Replay.self,
      Triage.self,
      Crashes.self,
      Emit.self,
      Minimize.self,
      CorpusCommand.self,
      Targets.self,
      AddTarget.self,
      DictionaryCommand.self,
      Check.self,
      Dump.self,
      Extract.self,
      Repair.self,
      DemoCommand.self,
      Bench.self,
      Slicer.self,
      OSSFuzz.self,
      Coverage.self,
      ReportCommand.self,
      ExecTarget.self,
      ExecJudge.self,
      ExecWorkload.self,
    ])

  static func main() async {
    // With commit and compiler, which the parser's own answer cannot look up.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      return print(await ToolVersion.text())
    }
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as RunFailure {
      printError("scenefuzz: \(failure)")
      Foundation.exit(
        failure.kind == .usage ? ExitStatus.usage.rawValue : ExitStatus.environment.rawValue)
    } catch {
      Foundation.exit(report(error))
    }
  }

  /// Prints an error of the argument parser and returns the exit code for it.
  private static func report(_ error: any Error) -> Int32 {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      print(message)
      return ExitStatus.clean.rawValue
    }
    if error is ExitCode { return code.rawValue }
    if !message.isEmpty { printError(message) }
    return code == .validationFailure
      ? ExitStatus.usage.rawValue : ExitStatus.environment.rawValue
  }
}
