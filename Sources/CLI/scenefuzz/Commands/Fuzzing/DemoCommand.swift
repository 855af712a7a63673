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
    abstract: "Show the whole way on a demo bug: fuzz, triage, shrink, emit, test.",
    discussion: """
      The bug lies in the target 'demo' and is asleep everywhere else. Takes less than a minute once \
      the fuzz build is there. Nothing of the checkout is changed: all is written to a temporary folder, \
      or to the one that --keep names.

      Exit codes: 0 the bug went the whole way, 3 it did not.

      Example: scenefuzz demo --keep /tmp/demo
      """)

  @Option(help: "Folder to keep what the demonstration writes; it must not exist.")
  var keep: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let keep, FileManager.default.fileExists(atPath: keep) {
      throw RunFailure.usage("'\(Printable.text(keep))' is there already", "name a new folder")
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
        "\nThe demo bug went the whole way\(report.isComplete ? "." : ", but for the test.")")
      if let keep { print("All that was written: \(Printable.text(keep))") }
    }
    if !report.isComplete { throw ExitStatus.environment.code }
  }
}
