/// A reader of reports that is fed line by line.
protocol LineReading {
  init(limits: CrashReport.Limits)

  /// Whether no later line can change the report.
  var isComplete: Bool { get }

  /// The report so far; nil when no line named a crash.
  var report: CrashReport? { get }

  mutating func take(_ line: ArraySlice<UInt8>)
}

extension LineReading {
  /// The report in a text, of which no line is read beyond its limit.
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    var reading = Self(limits: limits)
    var rest = bytes
    while !rest.isEmpty, !reading.isComplete {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      reading.take(rest[..<end].prefix(limits.lineBytes))
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return reading.report
  }
}
