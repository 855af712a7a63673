import ArgumentParser
import Corpus
import CoverageAndCI
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
import ProcessSupport

/// `scenefuzz oss-fuzz`
struct OSSFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oss-fuzz",
    abstract: "The distributed engine: OSS-Fuzz, ClusterFuzz and ClusterFuzzLite.",
    discussion: "Example: scenefuzz oss-fuzz try",
    subcommands: [Write.self, Try.self])

  /// `scenefuzz oss-fuzz write`
  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the engine's build script, images and options of each target.",
      discussion: """
        .clusterfuzzlite/, scripts/oss-fuzz/ and the options of each target derive from the catalogue of targets. \
        --repository and --contact are for a submission to OSS-Fuzz.

        Examples:
          scenefuzz oss-fuzz write
          scenefuzz oss-fuzz write --check
        """)

    @Flag(help: "Change nothing; exit with 1 when a committed file is out of date.")
    var check = false

    @Option(help: "Address that OSS-Fuzz clones the sources from.")
    var repository: String?

    @Option(help: "Mail address for findings of OSS-Fuzz.")
    var contact: String?

    @OptionGroup var output: OutputOptions

    private struct Line: Encodable {
      var path: String
      /// Whether the file was out of date.
      var differs: Bool
    }

    func run() throws {
      let root = try RepositoryRoot.locate()
      var project = EngineProject()
      if let repository { project.repository = repository }
      if let contact { project.contact = contact }
      var stale = 0
      for file in EngineFile.all(
        for: Catalog.shipped, of: project, ignoredFrames: IgnoredFrames.clusterFuzzPatterns)
      {
        let url = URL(fileURLWithPath: root.path(file.path))
        let text = Array(file.text.utf8)
        let isThere = FileManager.default.fileExists(atPath: url.path)
        let differs =
          try !isThere || FileReplacement.read(url) != text
          || FileManager.default.isExecutableFile(atPath: url.path) != file.isExecutable
        if differs, !check {
          try FileReplacement.makeFolder(url.deletingLastPathComponent())
          try FileReplacement.write(text, to: url)
          try FileManager.default.setAttributes(
            [.posixPermissions: file.isExecutable ? 0o755 : 0o644], ofItemAtPath: url.path)
        }
        if differs { stale += 1 }
        if output.json {
          try JSONLine.print(Line(path: file.path, differs: differs))
        } else if differs {
          print("\(file.path): \(check ? "is out of date" : "written")")
        }
      }
      guard check, stale > 0 else { return }
      printError("write again:  ./scripts/scenefuzz oss-fuzz write")
      throw ExitStatus.finding.code
    }
  }

  /// `scenefuzz oss-fuzz try`
  struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build and check the targets as the engine does, on this machine.",
      discussion: """
        Sets the engine's environment, runs its build script, moves the programs to another folder and applies the \
        published checks to each: it starts without a corpus, has coverage and the sanitizer, needs only libraries of \
        the runner, and its seeds, options and dictionary are readable. Takes some minutes.

        Examples:
          scenefuzz oss-fuzz try
          scenefuzz oss-fuzz try --keep out
        """)

    @Option(help: "Folder for the programs; its contents are replaced.")
    var keep: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
      var trial = ContractTrial(root: try .locate(), toolchain: try await .locate())
      let stop = StopSignal()
      trial.stop = stop
      let checked = trial
      let report = try await InterruptHandler.watching(stop, ProgressDisplay(onError: true)) {
        () async throws(RunFailure) in
        try await checked.run(targets: Catalog.shipped.map(\.name), keeping: keep) {
          printError($0)
        }
      }
      if output.json {
        try printJSON(report)
      } else {
        print(report.table)
        let seconds = (Int(report.buildSeconds.rounded()), Int(report.checkSeconds.rounded()))
        print(
          "\n\(report.isSound ? "The engine would accept every program." : "The engine would refuse some programs.")"
            + " Built in \(seconds.0) s, checked in \(seconds.1) s.")
      }
      if !report.isSound { throw ExitStatus.finding.code }
    }
  }
}
