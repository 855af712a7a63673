/// The line with which libFuzzer or a sanitizer opens its report.
enum Headline {
  struct Found {
    var format: CrashReport.Format
    var kind: CrashKind
    var message: String
    /// The place that UndefinedBehaviorSanitizer names.
    var place: SourcePlace?
  }

  private static let libFuzzer: [(text: String, kind: CrashKind)] = [
    ("deadly signal", .deadlySignal),
    ("timeout", .timeout),
    ("out-of-memory", .outOfMemory),
    ("fuzz target exited", .abort),
    ("fuzz target overwrites its const input", .otherMemoryError),
  ]

  private static let tools: [(text: String, format: CrashReport.Format)] = [
    ("ERROR: AddressSanitizer: ", .addressSanitizer),
    ("ERROR: UndefinedBehaviorSanitizer: ", .undefinedBehaviorSanitizer),
    ("ERROR: LeakSanitizer: ", .leakSanitizer),
    ("WARNING: ThreadSanitizer: ", .threadSanitizer),
    ("ERROR: ThreadSanitizer: ", .threadSanitizer),
    ("ERROR: MemorySanitizer: ", .memorySanitizer),
    ("WARNING: MemorySanitizer: ", .memorySanitizer),
    ("ERROR: HWAddressSanitizer: ", .addressSanitizer),
  ]

  /// Beginnings of AddressSanitizer's messages that are not the raw value of a kind.
  private static let openings: [(text: String, kind: CrashKind)] = [
    ("ILL ", .trap), ("TRAP ", .trap), ("ABRT ", .abort), ("SEGV ", .segmentationFault),
    ("BUS ", .segmentationFault), ("FPE ", .divisionByZero),
    ("access-violation", .segmentationFault), ("illegal-instruction", .trap),
    ("breakpoint", .trap), ("int-divide-by-zero", .divisionByZero),
    ("attempting double-free", .doubleFree), ("attempting free", .badFree),
    ("bad-free", .badFree), ("requested allocation size", .allocationTooBig),
    ("detected memory leaks", .leak), ("stack-buffer-underflow", .stackBufferOverflow),
    ("allocator is out", .outOfMemory), ("strcpy-param-overlap", .overlappingCopy),
    ("data race", .dataRace), ("Swift access race", .dataRace), ("race on ", .dataRace),
    ("use-of-uninitialized-value", .uninitializedValue),
  ]

  static func read(_ line: ArraySlice<UInt8>) -> Found? {
    guard
      line.contains("ERROR: ") || line.contains(": runtime error: ")
        || line.contains("WARNING: ThreadSanitizer: ")
        || line.contains("WARNING: MemorySanitizer: ")
    else { return nil }
    if let rest = line.after("ERROR: libFuzzer: ") {
      let kind = libFuzzer.first { rest.starts(with: $0.text) }?.kind ?? .deadlySignal
      return Found(format: .libFuzzer, kind: kind, message: rest.trimmed().text)
    }
    for (text, format) in tools {
      if let rest = line.after(text) {
        return Found(format: format, kind: kind(of: rest), message: sentence(rest))
      }
    }
    // `panic: runtime error: ` of Go has no place.
    if let hit = line.firstIndex(of: ": runtime error: "), let place = SourcePlace(line[..<hit]) {
      let rest = line[(hit + ": runtime error: ".utf8.count)...]
      return Found(
        format: .undefinedBehaviorSanitizer, kind: .undefinedBehavior, message: rest.trimmed().text,
        place: place)
    }
    return nil
  }

  private static func kind(of message: ArraySlice<UInt8>) -> CrashKind {
    if let named = openings.first(where: { message.starts(with: $0.text) }) { return named.kind }
    let word = message.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") }
    return CrashKind(rawValue: word.text) ?? .otherMemoryError
  }

  /// The message without addresses and registers, which differ in each run.
  private static func sentence(_ message: ArraySlice<UInt8>) -> String {
    let end = [" (pid=", " on unknown address", " on address", " (pc 0x", " at pc 0x", " 0x"]
      .compactMap { message.firstIndex(of: $0) }.min()
    return message[..<(end ?? message.endIndex)].trimmed().text
  }
}
