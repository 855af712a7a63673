internal import JSONReading

/// Reads the JSON body of macOS and iOS `.ips` reports.
enum AppleReportJSON {
  static func read(body: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    var reading = AppleReportReading(limits: limits)
    var events = JSONEventReader(Array(body), rules: .report, limits: JSONLimits(maximumDepth: 64))
    while let event = try? events.next() { reading.take(event) }
    return reading.report
  }
}

/// State of a reader that is fed event by event.
struct AppleReportReading {
  let limits: CrashReport.Limits
  /// The key under which each open container stands; empty inside an array.
  private var path: [String] = []
  private var key = ""
  private var type = ""
  private var signal = ""
  private var fault = FaultAddress()
  private var trap: TrapMessage?
  private var faultingThread: Int?
  private var thread = -1
  private var isTriggered = false
  private var frame = StackFrame(function: "")
  private var imageOfFrame: [Int] = []
  private var image = -1
  private var frames: [StackFrame] = []
  private var crashed: (frames: [StackFrame], images: [Int])?
  private var images: [(name: String, path: String, isShared: Bool)] = []
  /// The stack of an uncaught exception, in place of that of `abort`.
  private var exception: (frames: [StackFrame], images: [Int]) = ([], [])

  init(limits: CrashReport.Limits) { self.limits = limits }

  private var isThread: Bool { path.count == 3 && path[1] == "threads" }
  private var isFrame: Bool { path.count == 5 && path[1] == "threads" && path[3] == "frames" }
  private var isExceptionFrame: Bool { path.count == 3 && path[1] == "lastExceptionBacktrace" }
  private var isImage: Bool { path.count == 3 && path[1] == "usedImages" }

  mutating func take(_ event: JSONEvent) {
    switch event {
    case .beginObject, .beginArray:
      path.append(key)
      key = ""
      if isThread {
        thread += 1
        (isTriggered, frames, imageOfFrame) = (false, [], [])
      }
      if isFrame || isExceptionFrame { (frame, image) = (StackFrame(function: ""), -1) }
      if isImage, images.count < limits.frames { images.append(("", "", false)) }
    case .endObject, .endArray:
      if isFrame, frames.count < limits.frames {
        frames.append(frame)
        imageOfFrame.append(image)
      }
      if isExceptionFrame, exception.frames.count < limits.frames {
        exception.frames.append(frame)
        exception.images.append(image)
      }
      if isThread, crashed == nil, isTriggered || thread == faultingThread {
        crashed = (frames, imageOfFrame)
      }
      path.removeLast()
      key = ""
    case .key(let name): key = String(decoding: name, as: UTF8.self)
    case .string(let text): string(String(decoding: text, as: UTF8.self))
    case .bool(let flag): if isThread, key == "triggered" { isTriggered = flag }
    case .number(let number): if let value = number.integer { integer(Int(clamping: value)) }
    case .null: break
    }
  }

  private mutating func string(_ text: String) {
    let bytes = Array(text.utf8.prefix(limits.lineBytes))[...]
    if path.count == 2, path[1] == "exception" {
      switch key {
      case "type": type = text
      case "signal": signal = text
      case "subtype", "message": fault.read(bytes)
      default: break
      }
    } else if path.count == 1, key.lowercased() == "vmregioninfo" {
      fault.read(bytes)
    } else if isFrame || isExceptionFrame {
      if key == "symbol" { frame.function = text }
      if key == "sourceFile" { frame.file = text }
    } else if isImage, let last = images.indices.last {
      if key == "name" { images[last].name = text }
      if key == "path" { images[last].path = text }
      if key == "source" { images[last].isShared = text == "S" }
    } else if path.count == 3, path[1] == "asi" {
      fault.read(bytes)
      if trap == nil || trap?.kind == .abort { trap = TrapMessage.read(bytes) ?? trap }
    }
  }

  private mutating func integer(_ value: Int) {
    if path.count == 1, key == "faultingThread" {
      faultingThread = value
    } else if isFrame || isExceptionFrame {
      if key == "sourceLine" { frame.line = min(max(value, 0), 1_000_000_000) }
      if key == "imageIndex" { image = value }
      if key == "imageOffset" { frame.offset = UInt64(clamping: value) }
    }
  }

  var report: CrashReport? {
    let words = Array("\(type) \(signal)".utf8)[...]
    guard let named = SignalWords.kind(words) else { return nil }
    var stack = crashed ?? ([], [])
    if !exception.frames.isEmpty { stack = exception }
    var frames = stack.frames
    for index in frames.indices {
      let number = stack.images[index]
      guard images.indices.contains(number) else { continue }
      frames[index].image = images[number].name
      frames[index].isSystem =
        images[number].isShared || FrameRules.isSystemPath(images[number].path)
    }
    var (kind, message) = (named, signal.isEmpty ? type : "\(type) (\(signal))")
    if kind.isVague, let better = trap ?? TrapMessage.artificial(in: frames) {
      (kind, message) = (better.kind, better.message)
    }
    if kind == .segmentationFault, fault.isStackOverflow { kind = .stackOverflow }
    var report = CrashReport(
      format: .appleIPS, kind: kind, message: message, frames: frames,
      isNearNull: kind == .segmentationFault && fault.isNearNull)
    report.place = trap?.place
    return report
  }
}
