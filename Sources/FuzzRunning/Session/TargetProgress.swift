/// How far one target has come in a session, from the lines of its processes.
struct TargetProgress: Sendable {
  let name: String
  /// The most edges and features that one process has reached; each starts from the whole corpus.
  private(set) var edges = 0
  private(set) var features = 0
  /// Inputs in the corpus of the process heard last.
  private(set) var corpus = 0
  /// When `edges` last grew, in seconds of the session.
  private(set) var lastNewEdge: Double?
  private(set) var executionsPerSecond = 0
  /// Processes that ended, and the seconds they ran.
  private(set) var seconds = 0.0
  private(set) var processes = 0
  /// Processes that ended in a crash, hang or the like.
  var crashes = 0
  /// Fingerprints of the findings seen in this session.
  var findings: Set<String> = []
  private var finished = 0
  private var running: [Int: Process] = [:]

  private struct Process {
    var executions = 0
    /// True when it has read the corpus; before that it meets old edges again.
    var isInitialized = false
  }

  init(name: String) { self.name = name }

  /// Inputs run, by ended and running processes.
  var executions: Int { running.values.reduce(finished) { $0 + $1.executions } }
  var isRunning: Bool { !running.isEmpty }

  /// Mean over the process time of ended processes, the last known rate before one has ended.
  var meanExecutionsPerSecond: Int {
    seconds > 0 ? Int(Double(finished) / seconds) : executionsPerSecond
  }

  mutating func begin(slice: Int) { running[slice] = Process() }

  /// Takes in a status line of the process of `slice`, heard at `now`.
  mutating func hear(_ line: LibFuzzerLine, slice: Int, now: Double) {
    guard var process = running[slice] else { return }
    process.executions = max(process.executions, line.executions)
    if let seen = line.edges, seen > edges {
      edges = seen
      if process.isInitialized { lastNewEdge = now }
    }
    if line.event == "INITED" { process.isInitialized = true }
    features = max(features, line.features ?? 0)
    corpus = line.corpus ?? corpus
    if let rate = line.executionsPerSecond, rate > 0 { executionsPerSecond = rate }
    running[slice] = process
  }

  /// Takes in the number of inputs run that libFuzzer tells at its end.
  mutating func hear(executions: Int, slice: Int) {
    guard let before = running[slice]?.executions else { return }
    running[slice]?.executions = max(before, executions)
  }

  mutating func end(slice: Int, seconds used: Double) {
    finished += running.removeValue(forKey: slice)?.executions ?? 0
    seconds += used
    processes += 1
  }
}
