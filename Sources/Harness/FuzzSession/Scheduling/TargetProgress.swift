import FuzzBuilds

/// How far one target has come in a session, from the lines of its processes.
struct TargetProgress: Sendable {
  let name: String
  /// The most that one process of each build has reached; each starts from the whole corpus. Builds are not compared:
  /// the same code has other edges in each.
  private var reached: [Int: (edges: Int, features: Int)] = [:]
  /// Inputs in the corpus of the process heard last.
  private(set) var corpus = 0
  /// When an edge, and when anything, was last reached that no process of the same build had, in seconds of the session.
  private(set) var lastNewEdge: Double?
  private(set) var lastNewCoverage: Double?
  private(set) var executionsPerSecond = 0
  /// Processes that ended, and the seconds they ran.
  private(set) var seconds = 0.0
  private(set) var processes = 0
  /// Processes that ended in a crash, hang or the like.
  private(set) var crashes = 0
  /// Fingerprints of the findings seen in this session.
  private(set) var findings: Set<String> = []
  private var finished = 0
  private var running: [Int: RunningProcess] = [:]

  private struct RunningProcess {
    let build: Int
    var executions = 0
    /// When it had read the corpus; before that it meets old edges again.
    var initialized: Double?
    var newCoverage = NewCoverage()
  }

  init(name: String) { self.name = name }

  /// Edges and features of the first build that has run.
  var edges: Int { main.edges }
  var features: Int { main.features }
  private var main: (edges: Int, features: Int) {
    reached.min { $0.key < $1.key }?.value ?? (0, 0)
  }

  /// Inputs run, by ended and running processes.
  var executions: Int { running.values.reduce(finished) { $0 + $1.executions } }
  var isRunning: Bool { !running.isEmpty }

  /// Mean over the process time of ended processes, the last known rate before one has ended.
  var meanExecutionsPerSecond: Int {
    seconds > 0 ? Int(Double(finished) / seconds) : executionsPerSecond
  }

  /// - Parameter build: Which of the session's builds it is, counted from the one that most slices run in.
  mutating func begin(slice: Int, build: Int = 0) { running[slice] = RunningProcess(build: build) }

  /// Takes in a status line of the process of `slice`, heard at `now`.
  mutating func hear(_ line: LibFuzzerLine, slice: Int, now: Double) {
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

  /// Takes in the number of inputs run that libFuzzer tells at its end.
  mutating func hear(executions: Int, slice: Int) {
    guard let before = running[slice]?.executions else { return }
    running[slice]?.executions = max(before, executions)
  }

  /// What the process of `slice` has come to so far.
  struct Yielded: Equatable, Sendable {
    var executions = 0
    var newCoverage = NewCoverage()
    /// When it had read the corpus, in seconds of the session.
    var initialized: Double?
  }

  /// Ends the process of `slice`, which ran for `used` seconds.
  @discardableResult
  mutating func end(slice: Int, seconds used: Double) -> Yielded {
    seconds += used
    processes += 1
    guard let process = running.removeValue(forKey: slice) else { return Yielded() }
    finished += process.executions
    return Yielded(
      executions: process.executions, newCoverage: process.newCoverage,
      initialized: process.initialized)
  }

  /// Takes in a failing input that was not kept.
  mutating func fail() { crashes += 1 }

  /// Takes in that a finding was met at `now`; returns whether the session had not met it before.
  mutating func meet(_ fingerprint: String, now: Double) -> Bool {
    crashes += 1
    guard findings.insert(fingerprint).inserted else { return false }
    lastNewCoverage = now
    return true
  }
}
