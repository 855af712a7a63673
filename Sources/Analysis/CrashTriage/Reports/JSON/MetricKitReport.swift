internal import JSONReading

/// Reads the crashes of a MetricKit payload: one stack of binaries and offsets for each.
enum MetricKitReport {
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> [CrashReport] {
    var reading = Reading(limits: limits)
    var events = JSONEventReader(
      Array(bytes), rules: .report, limits: JSONLimits(maximumDepth: 4096))
    while let event = try? events.next() { reading.take(event) }
    reading.finish()
    return reading.reports
  }

  private struct Reading {
    let limits: CrashReport.Limits
    var reports: [CrashReport] = []
    private var path: [String] = []
    private var key = ""
    private var signal = 0
    private var exception = ""
    private var fault = FaultAddress()
    private var frames: [StackFrame] = []
    private var frame = StackFrame(function: "")
    private var isAttributed = true
    private var hasAttributed = false
    private var isOpen = false

    init(limits: CrashReport.Limits) { self.limits = limits }

    mutating func take(_ event: JSONEvent) {
      switch event {
      case .beginObject:
        if path.count == 2, path[1] == "crashDiagnostics" { begin() }
        if path.contains("callStackRootFrames"), path.last == "", !frame.image.isEmpty { push() }
        path.append(key)
        key = ""
      case .beginArray:
        if key == "subFrames" { push() }
        path.append(key)
        key = ""
      case .endObject, .endArray:
        push()
        path.removeLast()
        key = ""
        if path.count == 2, path[1] == "crashDiagnostics" { finish() }
      case .key(let name): key = String(decoding: name, as: UTF8.self)
      case .string(let text): string(String(decoding: text, as: UTF8.self))
      case .number(let number): integer(number.integer.map { Int(clamping: $0) } ?? 0)
      case .bool(let flag):
        if key == "threadAttributed" {
          if flag, !hasAttributed { frames = [] }
          isAttributed = flag
          hasAttributed = hasAttributed || flag
        }
      case .null: break
      }
    }

    private mutating func begin() {
      (signal, exception, fault, frames) = (0, "", FaultAddress(), [])
      (frame, isAttributed, hasAttributed, isOpen) = (StackFrame(function: ""), true, false, true)
    }

    private mutating func push() {
      if !frame.image.isEmpty, isAttributed, frames.count < limits.frames { frames.append(frame) }
      frame = StackFrame(function: "")
    }

    private mutating func string(_ text: String) {
      switch key {
      case "binaryName": frame.image = text
      case "symbol", "symbolName": frame.function = text
      case "terminationReason", "exceptionReason", "virtualMemoryRegionInfo":
        exception += text + " "
        fault.read(Array(text.utf8)[...])
        if key == "virtualMemoryRegionInfo", let address = ASCII.hexadecimal(Array(text.utf8)[...])
        {
          fault.address = address
        }
      default: break
      }
    }

    private mutating func integer(_ value: Int) {
      switch key {
      case "signal": signal = value
      case "offsetIntoBinaryTextSegment": frame.offset = UInt64(clamping: value)
      default: break
      }
    }

    mutating func finish() {
      push()
      guard isOpen else { return }
      isOpen = false
      guard
        var kind = SignalWords.kind(number: signal) ?? SignalWords.kind(Array(exception.utf8)[...])
      else { return }
      if kind == .segmentationFault, fault.isStackOverflow { kind = .stackOverflow }
      reports.append(
        CrashReport(
          format: .metricKit, kind: kind, message: "signal \(signal)", frames: frames,
          isNearNull: kind == .segmentationFault && fault.isNearNull))
    }
  }
}
