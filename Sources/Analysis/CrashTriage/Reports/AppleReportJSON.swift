internal import JSONReading

/// Reads macOS `.ips` reports: a line of JSON that says what follows, then the report in JSON.
enum AppleReportJSON {
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let body = bytes[(end + 1)...].drop(while: ASCII.isSpace)
    guard body.first == UInt8(ascii: "{") else { return nil }
    var reading = AppleReportReading(limits: limits)
    var events = JSONEventReader(Array(body), rules: .report, limits: JSONLimits(maximumDepth: 64))
    while let event = try? events.next() { reading.take(event) }
    return reading.report
  }
}

/// The state of a reader that is fed event by event.
struct AppleReportReading {
  let limits: CrashReport.Limits
  /// The key under which each open container stands; empty inside an array.
  private var path: [String] = []
  private var key = ""
  private var type = ""
  private var signal = ""
  private var subtype = ""
  private var trap: (kind: CrashKind, message: String)?
  private var faultingThread: Int?
  private var thread = -1
  private var isTriggered = false
  private var frame = StackFrame(function: "")
  private var imageOfFrame: [Int] = []
  private var image = -1
  private var frames: [StackFrame] = []
  private var crashed: (frames: [StackFrame], images: [Int])?
  private var images: [String] = []

  init(limits: CrashReport.Limits) { self.limits = limits }

  private var isThread: Bool { path.count == 3 && path[1] == "threads" }
  private var isFrame: Bool { path.count == 5 && path[1] == "threads" && path[3] == "frames" }
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
      if isFrame { (frame, image) = (StackFrame(function: ""), -1) }
      if isImage, images.count < limits.frames { images.append("") }
    case .endObject, .endArray:
      if isFrame, frames.count < limits.frames {
        frames.append(frame)
        imageOfFrame.append(image)
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
    if path.count == 2, path[1] == "exception" {
      switch key {
      case "type": type = text
      case "signal": signal = text
      case "subtype": subtype = text
      default: break
      }
    } else if isFrame, key == "symbol" {
      frame.function = text
    } else if isFrame, key == "sourceFile" {
      frame.file = text
    } else if isImage, key == "name", let last = images.indices.last {
      images[last] = text
    } else if path.count == 3, path[1] == "asi", trap == nil {
      trap = TrapMessage.read(Array(text.utf8.prefix(limits.lineBytes))[...])
    }
  }

  private mutating func integer(_ value: Int) {
    if path.count == 1, key == "faultingThread" {
      faultingThread = value
    } else if isFrame, key == "sourceLine" {
      frame.line = min(max(value, 0), 1_000_000_000)
    } else if isFrame, key == "imageIndex" {
      image = value
    } else if isFrame, key == "imageOffset" {
      frame.offset = UInt64(clamping: value)
    }
  }

  var report: CrashReport? {
    let words = "\(type) \(signal)"
    guard let named = SignalWords.kind(Array(words.utf8)[...]) else { return nil }
    var frames = crashed?.frames ?? []
    for index in frames.indices {
      guard let number = crashed?.images[index], images.indices.contains(number) else { continue }
      frames[index].image = images[number]
    }
    var (kind, message) = (named, signal.isEmpty ? type : "\(type) (\(signal))")
    let artificial = TrapMessage.artificial(in: frames)
    if kind.isVague, let better = trap ?? artificial { (kind, message) = better }
    let address = Array(subtype.utf8)[...].after("at 0x")?.prefix(while: ASCII.isHexDigit)
    return CrashReport(
      format: .appleIPS, kind: kind, message: message, frames: frames,
      isNearNull: kind == .segmentationFault
        && (address.flatMap { UInt64($0.text, radix: 16) } ?? .max) < 0x1000)
  }
}
