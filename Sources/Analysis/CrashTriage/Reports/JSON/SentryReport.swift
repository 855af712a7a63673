internal import JSONReading

/// Reads an event of Sentry in JSON: its frames stand outermost first, each marked as the
/// application's or not.
enum SentryReport {
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    var reading = Reading(limits: limits)
    var events = JSONEventReader(Array(bytes), rules: .report, limits: JSONLimits(maximumDepth: 64))
    while let event = try? events.next() { reading.take(event) }
    return reading.report
  }

  private struct Reading {
    let limits: CrashReport.Limits
    private var path: [String] = []
    private var key = ""
    private var type = ""
    private var value = ""
    private var fault = FaultAddress()
    private var frame = StackFrame(function: "")
    private var frames: [StackFrame] = []

    init(limits: CrashReport.Limits) { self.limits = limits }

    private var isFrame: Bool {
      path.count >= 5 && path.last == "" && path[path.count - 2] == "frames"
        && path.contains("stacktrace")
    }
    private var isException: Bool { path.contains("exception") && !path.contains("stacktrace") }

    mutating func take(_ event: JSONEvent) {
      switch event {
      case .beginObject, .beginArray:
        path.append(key)
        key = ""
        if isFrame { frame = StackFrame(function: "") }
      case .endObject, .endArray:
        if isFrame, frames.count < limits.frames { frames.append(frame) }
        path.removeLast()
        key = ""
      case .key(let name): key = String(decoding: name, as: UTF8.self)
      case .string(let text): string(String(decoding: text, as: UTF8.self))
      case .bool(let flag): if isFrame, key == "in_app", !flag { frame.isSystem = true }
      case .number(let number):
        if isFrame, key == "lineno", let line = number.integer {
          frame.line = min(max(Int(clamping: line), 0), 1_000_000_000)
        }
      case .null: break
      }
    }

    private mutating func string(_ text: String) {
      if isFrame {
        switch key {
        case "function": frame.function = text
        case "filename", "abs_path": if frame.file.isEmpty { frame.file = text }
        case "package": frame.image = text
        default: break
        }
      } else if isException, key == "type", type.isEmpty {
        type = text
      } else if isException, key == "value", value.isEmpty {
        value = text
        fault.read(Array(text.utf8)[...])
      }
    }

    var report: CrashReport? {
      guard !type.isEmpty, !frames.isEmpty else { return nil }
      let trap =
        TrapMessage.read(Array(value.utf8)[...]) ?? TrapMessage.read(Array(type.utf8)[...])
      guard var kind = trap?.kind ?? SignalWords.kind(Array("\(type) \(value)".utf8)[...]) else {
        return nil
      }
      if kind == .segmentationFault, fault.isStackOverflow { kind = .stackOverflow }
      var report = CrashReport(
        format: .sentry, kind: kind, message: trap?.message ?? (value.isEmpty ? type : value),
        frames: frames.reversed(), isNearNull: kind == .segmentationFault && fault.isNearNull)
      report.place = trap?.place
      return report
    }
  }
}
