import ArgumentParser
import ByteReading
import CrashTriage
import FuzzBuilds
import ProcessSupport
import ReplayAndTriage

/// `scenefuzz emit`
struct Emit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a regression test for each open finding.",
    discussion: """
      One Swift Testing file for each finding: the target's property on the smallest input, in a child process, so that \
      one crash cannot end the suite. While the finding is open the case is a known issue, which fails once the bug \
      is fixed; after 'crashes close' it is a plain expectation. A finding without an input gives a disabled case. \
      Refused are findings without a frame of this project, unless --into names a folder, and findings without a \
      place. Equal findings give equal bytes; an edited file is never overwritten.

      Example: scenefuzz emit 6e92
      """)

  @Argument(help: "Fingerprints, or their beginnings; every open finding if none is given.")
  var ids: [String] = []

  @Option(help: "The folder to write to; 'Tests/Fuzzing/RegressionTests' if not given.")
  var into: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  private struct Line: Encodable {
    var finding: String
    var outcome: String
    var path: String?
    var reason: String?
  }

  func run() throws {
    let store = try storeOptions.store()
    let chosen =
      try ids.isEmpty
      ? inStore { try store.findings().filter { $0.status == .open } }
      : findings(beginning: ids, in: store)
    let folder = try into ?? EmittedTest.folder(of: .locate())
    var emission = TestEmission(folder: folder)
    emission.allowsForeign = into != nil
    var isRefused = false
    if chosen.isEmpty, !output.json { print("No open finding.") }
    for finding in chosen {
      let input = Fingerprint(finding.fingerprint).flatMap { store.input(of: $0) }
      let line = Self.line(finding, try emission.emit(finding, input: input))
      isRefused = isRefused || line.outcome == "refused"
      if output.json {
        try JSONLine.print(line)
      } else {
        let path = line.path.map(CommandWords.fromHere) ?? line.finding
        print("\(line.outcome)\t\(Printable.text(path))\(line.reason.map { ": \($0)" } ?? "")")
        if line.path != nil, into == nil {
          print("  run: \(CommandWords.test(of: finding.fingerprint))")
        }
      }
    }
    // A finding that was named and gets no test is an error; without names it is passed over.
    if isRefused, !ids.isEmpty { throw ExitStatus.usage.code }
  }

  private static func line(_ finding: Finding, _ outcome: TestEmission.Outcome) -> Line {
    switch outcome {
    case .written(let path):
      Line(finding: finding.fingerprint, outcome: "written", path: path)
    case .unchanged(let path):
      Line(finding: finding.fingerprint, outcome: "unchanged", path: path)
    case .edited(let path):
      Line(
        finding: finding.fingerprint, outcome: "kept", path: path,
        reason: "it was edited; delete it to have it written again")
    case .refused(let reason):
      Line(finding: finding.fingerprint, outcome: "refused", reason: reason)
    }
  }
}
