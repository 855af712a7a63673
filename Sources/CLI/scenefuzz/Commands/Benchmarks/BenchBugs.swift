import ArgumentParser
import Foundation
import FuzzBuilds
import FuzzSession
import HarnessBenchmarks
import ProcessSupport

extension BugGroup: ExpressibleByArgument {}

struct BenchBugs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bugs",
    abstract: "Measure the finding power on injected bugs, against plain libFuzzer.",
    discussion: """
      Applies the patches of injected bugs to one copy of the sources and fuzzes it: alternately a session of the \
      harness and one of plain libFuzzer, over the same sources and seeds, with the same order of targets, each from \
      an empty store. Each bug records when it is reached and triggered, and does not stop the run. Prints the median \
      times over the trials; a time that was not observed counts as the length of a trial.

      --set chooses the bugs that count: benchmarks/bugs (first), the half of benchmarks/bugs/second that tuning may \
      read (second), the other half (validation), or all. --add takes a folder of other bugs instead, with numbers of \
      its own. --only counts one bug. The copy is kept in .scenefuzz/bugs with its build, so that one changed bug or \
      mutation costs a short build; --check without --only uses a temporary copy.

      A trial that had less than 80 % of its processor time is refused, unless --busy is given.

      Every completed trial is kept, so that a stopped run can continue with --resume. --check measures nothing: it \
      verifies that the patches apply, the copy compiles, each witness triggers its bug, and no committed seed triggers \
      any; exit code 1 otherwise.

      Example: scenefuzz bench bugs --trials 1 --time 1m
      """)

  @Option(help: "Number of trials of each harness.")
  var trials = 5

  @Option(help: "Number of trials of each of the others; by default as many as of the harness.")
  var peerTrials: Int?

  @Option(help: "Length of one trial: seconds, or with s, m or h.")
  var time = TimeSpan(seconds: 600)

  @Option(help: "Number of processes.")
  var jobs = 2

  @Option(
    help: "New folder for the trials; by default one in .scenefuzz/bugs.")
  var keep: String?

  @Option(help: "Add to the trials in this folder.")
  var resume: String?

  @Option(name: .customLong("set"), help: "Bugs that count: first, second, validation or all.")
  var group: BugGroup?

  @Option(help: "Folder of other injected bugs to use instead.")
  var add: String?

  @Option(help: "Name of the one bug that counts.")
  var only: String?

  @Flag(help: "Compare with libFuzzer's value profile too.")
  var valueProfile = false

  @Flag(help: "Leave out the mutations that were written after an injected bug.")
  var withoutShaped = false

  @Flag(help: "Accept trials that had less than 80 % of their processor time.")
  var busy = false

  @Flag(help: "Check only patches, witnesses and seeds.")
  var check = false

  @Flag(help: "Print one JSON object a line, one for each row.")
  var json = false

  func validate() throws {
    guard (1...50).contains(trials) else { throw ValidationError("--trials must be 1 to 50.") }
    guard (1...trials).contains(peerTrials ?? trials) else {
      throw ValidationError("--peer-trials must be 1 to --trials.")
    }
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1.") }
    guard time.duration >= .seconds(5) else { throw ValidationError("--time must be at least 5s.") }
    if keep != nil && resume != nil {
      throw ValidationError("--keep and --resume exclude each other.")
    }
    if group != nil && add != nil { throw ValidationError("--set and --add exclude each other.") }
  }

  func run() async throws {
    let root = try RepositoryRoot.locate()
    var set =
      if let add {
        try InjectedBugSet(root: root, adding: URL(fileURLWithPath: add).path)
      } else {
        try InjectedBugSet(root: root, group: group ?? (check || only != nil ? .all : .first))
      }
    if let only { set = try set.only(only) }
    let toolchain = try await Toolchain.locate()
    let stop = StopSignal()
    let display = ProgressDisplay(onError: true)
    if check { return try await check(root, set, toolchain, stop, display) }
    let settings = BugTrialSettings(seconds: time.seconds, jobs: jobs, set: set)
    let store = try store(root, settings)
    display.say("trials are stored in \(CommandWords.fromHere(store.folder))")
    try await InterruptHandler.watching(stop, display) { [set] () async throws(RunFailure) in
      let copy = try await PatchedCopy(of: root, with: set, isKept: true)
      var bench = await InjectedBugBench(
        root: root, toolchain: toolchain, set: set, copy: copy, settings: settings, store: store,
        stop: stop, display: display)
      if valueProfile { bench.harnesses.append(.profile) }
      bench.peerTrials = peerTrials
      bench.acceptsBusyMachine = busy
      bench.withoutShaped = withoutShaped
      try await bench.run(trials: trials)
    }
    if stop.isRaised { printError("stopped; continue with: \(resumeCommand(store))") }
    let report = BugReport(
      of: set, full: store.trials(of: .full), plain: store.trials(of: .plain),
      profile: store.trials(of: .profile), settings: settings)
    guard let report else {
      throw RunFailure.environment("no pair of trials has completed", "continue with --resume")
    }
    if json {
      for row in report.rows { print(try JSONLine.text(row)) }
      for total in report.parts + [report.total] { print(try JSONLine.text(total)) }
    } else {
      print(report.text)
    }
  }

  private func store(
    _ root: RepositoryRoot, _ settings: BugTrialSettings
  ) throws(RunFailure) -> BugTrialStore {
    if let resume { return try BugTrialStore(resuming: resume, settings: settings) }
    return try BugTrialStore(
      creating: keep ?? BugTrialStore.newFolder(root: root), settings: settings)
  }

  private func resumeCommand(_ store: BugTrialStore) -> String {
    CommandWords.command(
      [
        "bench", "bugs", "--trials", "\(trials)", "--time", "\(Int(time.seconds))s", "--jobs",
        "\(jobs)", "--resume", CommandWords.fromHere(store.folder),
      ] + settingWords, plan: BuildPlan(.address), bug: false)
  }

  /// The options that decide which trials belong together.
  private var settingWords: [String] {
    var words: [String] = []
    if let group { words += ["--set", group.rawValue] }
    if let add { words += ["--add", add] }
    if let only { words += ["--only", only] }
    if let peerTrials { words += ["--peer-trials", "\(peerTrials)"] }
    if valueProfile { words.append("--value-profile") }
    if withoutShaped { words.append("--without-shaped") }
    if busy { words.append("--busy") }
    return words
  }

  private func check(
    _ root: RepositoryRoot, _ set: InjectedBugSet, _ toolchain: Toolchain, _ stop: StopSignal,
    _ display: ProgressDisplay
  ) async throws {
    let rows = try await InterruptHandler.watching(stop, display) { () async throws(RunFailure) in
      var check = InjectedBugCheck(root: root, toolchain: toolchain, set: set)
      check.keepsCopy = only != nil
      return try await check.run(stop: stop) { display.say($0) }
    }
    for row in rows where json || !row.holds {
      print(json ? try JSONLine.text(row) : "\(row.bug): \(row.verdict)")
    }
    let wrong = rows.count { !$0.holds }
    if !json { print("\(rows.count) injected bugs, \(wrong) invalid") }
    if wrong > 0 { throw ExitStatus.finding.code }
  }
}
