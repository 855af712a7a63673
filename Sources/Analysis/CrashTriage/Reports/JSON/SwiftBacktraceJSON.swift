internal import JSONReading

/// Reads the crash log that Swift's backtracer writes with `SWIFT_BACKTRACE=format=json`.
enum SwiftBacktraceJSON {
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    var reading = BacktraceReading(limits: limits)
    var events = JSONEventReader(
      Array(bytes), rules: .report, limits: JSONLimits(maximumDepth: 64))
    // A log that was cut off is read up to there.
    while !reading.isComplete, let event = try? events.next() { reading.take(event) }
    return reading.report
  }
}

/// State of a reader that is fed event by event.
struct BacktraceReading {
  let limits: CrashReport.Limits
  /// The key under which each open container stands; empty inside an array.
  private var path: [String] = []
  private var key = ""
  private var isCrashReport = false
  private var description = ""
  private var fault = FaultAddress()
  private var threadCrashed = false
  private var threads = 0
  private var frame = StackFrame(function: "")
  private var frameText = ""
  private var frames: [StackFrame] = []
  private(set) var isComplete = false

  init(limits: CrashReport.Limits) { self.limits = limits }

  mutating func take(_ event: JSONEvent) {
    switch event {
    case .beginObject, .beginArray:
      path.append(key)
      key = ""
      if isFrame { (frame, frameText) = (StackFrame(function: ""), "") }
    case .endObject, .endArray:
      if isFrame { endFrame() }
      if isThread { endThread() }
      path.removeLast()
      key = ""
    case .key(let name): key = String(decoding: name, as: UTF8.self)
    case .string(let text): value(String(decoding: text, as: UTF8.self))
    case .bool(let flag): value(flag ? "true" : "false")
    case .number(let number): value(number.integer.map { "\($0)" } ?? "")
    case .null: break
    }
  }

  private var isThread: Bool { path.count == 3 && path[1] == "threads" }
  private var isFrame: Bool { path.count == 5 && path[1] == "threads" && path[3] == "frames" }

  private mutating func value(_ text: String) {
    switch (path.count, key) {
    case (1, "kind"): isCrashReport = text == "crashReport"
    case (1, "description"): description = text
    case (1, "faultAddress"): fault.address = Self.address(text)
    case (3, "crashed"): threadCrashed = text == "true"
    case (4, "rsp"), (4, "sp"): fault.stackPointer = Self.address(text)
    case (5, "symbol"): frame.function = text
    case (5, "description"): frameText = text
    case (5, "image"): frame.image = text
    case (5, "system"): frame.isSystem = text == "true"
    case (6, "file"): frame.file = text
    case (6, "line"): frame.line = ASCII.number(Array(text.utf8)[...])
    default: break
    }
  }

  private static func address(_ text: String) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : nil
  }

  private mutating func endFrame() {
    if frame.function.isEmpty { frame.function = frameText }
    if !frame.function.isEmpty, frames.count < limits.frames { frames.append(frame) }
  }

  /// Only the thread that crashed counts; a log names it before its frames.
  private mutating func endThread() {
    threads += 1
    if threadCrashed { isComplete = true } else { frames = [] }
  }

  var report: CrashReport? {
    guard isCrashReport else { return nil }
    let words = Array(description.utf8)[...]
    let trap = TrapMessage.read(words)
    if Backtracer.owns(frames) { return Backtracer.report(trap) }
    var kind = trap?.kind ?? SignalWords.kind(words) ?? .deadlySignal
    var message = trap?.message ?? description
    // A guard page is hit after many calls only.
    if kind == .segmentationFault, fault.isStackOverflow, frames.count >= 8 {
      (kind, message) = (.stackOverflow, "stack overflow")
    }
    var report = CrashReport(
      format: .swiftBacktrace, kind: kind, message: message, frames: frames,
      isNearNull: kind == .segmentationFault && fault.isNearNull)
    report.place = trap?.place
    return report
  }
}
