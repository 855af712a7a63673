internal import JSONReading

/// Reads CASR's `.casrep`: the lines of a sanitizer's report if it has any, else a stack and a
/// class.
enum CASRReport {
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> CrashReport? {
    var events = JSONEventReader(Array(bytes), rules: .report, limits: JSONLimits(maximumDepth: 16))
    var path: [String] = []
    var key = ""
    var isCASR = false
    var shortDescription = ""
    var sanitizer = SanitizerText(limits: limits)
    var stack = BacktraceText(limits: limits)
    var lines: [ArraySlice<UInt8>] = []
    while let event = try? events.next() {
      switch event {
      case .beginObject, .beginArray:
        path.append(key)
        key = ""
      case .endObject, .endArray:
        path.removeLast()
        key = ""
      case .key(let name):
        key = String(decoding: name, as: UTF8.self)
        if path.count == 1, key == "CrashSeverity" { isCASR = true }
      case .string(let text):
        let line = Array(text).prefix(limits.lineBytes)
        if path.count == 2, ["AsanReport", "UbsanReport", "TsanReport"].contains(path[1]) {
          sanitizer.take(line)
        } else if path.count == 2, path[1] == "Stacktrace", lines.count < limits.frames {
          lines.append(line)
        } else if path.count == 2, path[1] == "CrashSeverity", key == "ShortDescription" {
          shortDescription = String(decoding: text, as: UTF8.self)
        } else if path.count == 2, path[1] == "SwiftReport" || path[1] == "Stderr" {
          stack.take(line)
        }
      case .number, .bool, .null: break
      }
    }
    guard isCASR else { return nil }
    if var report = sanitizer.report, report.format != .swiftMessage {
      report.format = .casr
      return report
    }
    let words = Array(shortDescription.utf8)[...]
    guard let kind = SignalWords.casrKind(words) else { return nil }
    var frames: [StackFrame] = []
    for line in lines {
      let trimmed = line.trimmed()
      if let frame = trimmed.contains(" 0x") && !trimmed.contains(") at ")
        ? StackLine.read(trimmed)?.frame : nil
      {
        frames.append(frame)
      } else if let numbered = BacktraceLine.read(trimmed, inSwiftStack: false) {
        frames.append(numbered.frame)
      }
    }
    let access: CrashReport.Access? =
      words.contains("(write)") || words.contains("DestAv")
      ? .write : words.contains("(read)") || words.contains("SourceAv") ? .read : nil
    return CrashReport(
      format: .casr, kind: kind, message: shortDescription, frames: frames, access: access,
      isNearNull: kind == .segmentationFault
        && (words.contains("NearNull") || words.contains("null-deref")))
  }
}
