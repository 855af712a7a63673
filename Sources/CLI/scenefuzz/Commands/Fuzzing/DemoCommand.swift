import ArgumentParser
import ByteReading
import Foundation
import FuzzSession
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz demo`
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract:
      "Take a demo bug from a session to a regression test: fuzz, triage, shrink, emit, test.",
    discussion: """
      The bug is in the target 'demo' and disabled everywhere else. Takes less than a minute after the fuzz \
      build. Writes to a temporary folder, or to the folder of --keep, and changes nothing in the checkout.

      Exit codes: 0 every step succeeded, 3 a step failed.

      Example: scenefuzz demo --keep /tmp/demo
      """)

  @Option(help: "New folder for everything that the demonstration writes.")
  var keep: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let keep, FileManager.default.fileExists(atPath: keep) {
      throw RunFailure.usage("'\(Printable.text(keep))' exists", "name a new folder")
    }
    let temporary = keep == nil ? try TemporaryFolder() : nil
    defer { temporary?.remove() }
    let folder = keep ?? temporary?.path ?? ""
    let demo = Demo(
      root: try .locate(), toolchain: try await .locate(), folder: folder,
      program: try PlainReplay.ownProgram().program)
    var number = 0
    let display = ProgressDisplay(onError: true)
    let report = try await InterruptHandler.watching(demo.stop, display) {
      () async throws(RunFailure) in
      try await demo.run(display: display) { step in
        number += 1
        guard !output.json else { return }
        print("\(number). \(step.name)\n   $ \(step.command)\n   \(step.result)")
      }
    }
    if output.json {
      try printJSON(report)
    } else {
      print(
        report.isComplete
          ? "\nEvery step succeeded." : "\nThe test of the demo bug failed; see step 5.")
      if let keep { print("Everything written: \(Printable.text(keep))") }
    }
    if !report.isComplete { throw ExitStatus.environment.code }
  }
}
