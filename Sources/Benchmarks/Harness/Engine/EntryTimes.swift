/// Timing of a fuzz process, as its entry point prints it at exit when `SCENEFUZZ_CLOCK` is set.
struct EntryTimes: Equatable, Sendable {
  let executions: Int
  /// Seconds from the first input to exit, in the target, and in the mutators.
  let total: Double
  let target: Double
  let mutators: Double

  /// Reads `clock: executions=N total=N target=N mutators=N` anywhere in `log`; times are in
  /// nanoseconds.
  init?(in log: String) {
    guard let line = log.split(separator: "\n").last(where: { $0.hasPrefix("clock: ") }) else {
      return nil
    }
    var values: [Substring: Int] = [:]
    for word in line.dropFirst(7).split(separator: " ") {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let value = Int(parts[1]), value >= 0 else { return nil }
      values[parts[0]] = value
    }
    guard let executions = values["executions"], let total = values["total"], total > 0,
      let target = values["target"], target > 0, let mutators = values["mutators"]
    else { return nil }
    self.executions = executions
    self.total = Double(total) / 1e9
    self.target = Double(target) / 1e9
    self.mutators = Double(mutators) / 1e9
  }

  var mutatorShare: Double { mutators / total }
  /// Total time divided by the time in the target.
  var harnessFactor: Double { total / target }
}
