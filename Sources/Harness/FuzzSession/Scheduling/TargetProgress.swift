import FuzzBuilds

/// Progress of one target in a session, from the output of its processes.
struct TargetProgress: Sendable {
  let name: String
  /// Maximum edges and features that one process of each build has reached; each process starts
  /// from the whole corpus. Builds are not compared, since the same code has other edges in each.
  private var reached: [Int: (edges: Int, features: Int)] = [:]
  /// Inputs in the corpus, from the latest status line.
  private(set) var corpus = 0
  /// When a process last reached an edge that no process of its build had, in seconds of the
  /// session.
  private(set) var lastNewEdge: Double?
  /// The same for an edge, a feature or a finding.
  private(set) var lastNewCoverage: Double?
  private(set) var executionsPerSecond = 0
  /// Time of the processes that ended.
  private(set) var seconds = 0.0
  /// The same by index of the build.
  private(set) var secondsOfBuilds: [Int: Double] = [:]
  /// Processes that ended.
  private(set) var processes = 0
  /// Processes that ended with a failing input.
  private(set) var crashes = 0
  /// Fingerprints of the findings met in this session.
  private(set) var findings: Set<String> = []
  private var finished = 0
  private var running: [Int: RunningProcess] = [:]

  private struct RunningProcess {
    let build: Int
    var executions = 0
    /// When it had read the corpus; the edges before that are not new.
    var initialized: Double?
    var newCoverage = NewCoverage()
  }

  init(name: String) { self.name = name }

  /// Edges reached in the first build that has run.
  var edges: Int { main.edges }
  /// Features reached in the first build that has run.
  var features: Int { main.features }
  private var main: (edges: Int, features: Int) {
    reached.min { $0.key < $1.key }?.value ?? (0, 0)
  }

  /// Inputs run by ended and running processes.
  var executions: Int { running.values.reduce(finished) { $0 + $1.executions } }
  var isRunning: Bool { !running.isEmpty }

  /// Mean over the process time of ended processes; before one has ended, the latest rate.
  var meanExecutionsPerSecond: Int {
    seconds > 0 ? Int(Double(finished) / seconds) : executionsPerSecond
  }

  /// - Parameter build: Index of the session's build; 0 is the main build.
  mutating func begin(slice: Int, build: Int = 0) { running[slice] = RunningProcess(build: build) }

  /// Adds a status line that the process of `slice` printed at `now`.
  mutating func update(_ line: LibFuzzerLine, slice: Int, now: Double) {
    guard var process = running[slice] else { return }
    process.executions = max(process.executions, line.executions)
    let before = reached[process.build] ?? (0, 0)
    let new = (
      edges: max(0, (line.edges ?? 0) - before.edges),
      features: max(0, (line.features ?? 0) - before.features)
    )
    reached[process.build] = (before.edges + new.edges, before.features + new.features)
    if process.initialized != nil {
      process.newCoverage.edges += new.edges
      process.newCoverage.features += new.features
      if new.edges > 0 { lastNewEdge = now }
      if new.edges + new.features > 0 { lastNewCoverage = now }
    } else if line.event == "INITED" {
      process.initialized = now
    }
    corpus = line.corpus ?? corpus
    if let rate = line.executionsPerSecond, rate > 0 { executionsPerSecond = rate }
    running[slice] = process
  }

  /// Adds the number of executions that libFuzzer prints at its end.
  mutating func update(executions: Int, slice: Int) {
    guard let before = running[slice]?.executions else { return }
    running[slice]?.executions = max(before, executions)
  }

  /// Result of one slice.
  struct SliceResult: Equatable, Sendable {
    var executions = 0
    var newCoverage = NewCoverage()
    /// When it had read the corpus, in seconds of the session.
    var initialized: Double?
  }

  /// Ends the process of `slice`, which ran for `used` seconds.
  @discardableResult
  mutating func end(slice: Int, seconds used: Double) -> SliceResult {
    seconds += used
    processes += 1
    guard let process = running.removeValue(forKey: slice) else { return SliceResult() }
    finished += process.executions
    secondsOfBuilds[process.build, default: 0] += used
    return SliceResult(
      executions: process.executions, newCoverage: process.newCoverage,
      initialized: process.initialized)
  }

  /// Counts a crash whose input was not kept.
  mutating func addUnnamedCrash() { crashes += 1 }

  /// Counts a crash at `now`. Returns whether the finding is new to the target in this session.
  mutating func addCrash(_ fingerprint: String, now: Double) -> Bool {
    crashes += 1
    guard findings.insert(fingerprint).inserted else { return false }
    lastNewCoverage = now
    return true
  }
}
