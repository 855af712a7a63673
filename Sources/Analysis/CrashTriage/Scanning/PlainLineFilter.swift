/// Passes over the lines of a log that open no report, before anything is allocated for them.
///
/// A line is kept when it has the words of a mark where one may begin: after a separator, an
/// escape of JSON, a color or an HTML entity. It may keep lines that turn out to be plain, and
/// never passes over another. A few nanoseconds a byte.
struct PlainLineFilter: Sendable {
  /// Where the next line to be read begins.
  struct Stop {
    /// Lines that were passed over.
    var lines = 0
    /// Index of the first byte of the line that was kept, or of the last one, which has no end.
    var start: Int
    /// The line before `start`, if it was passed over.
    var previous: Range<Int>?
    /// Whether the line is to be read.
    var isKept = false
  }

  /// Numbers alone, so that a comparison counts no references.
  private struct Entry {
    /// Index of the first byte in `texts`.
    var start: UInt16
    var count: UInt8
    /// Whether this is a key of JSON, which a quotation mark and a colon end.
    var isKey: Bool
    /// One more than the index in `needs`; 0 for none.
    var needs: UInt8
    /// One more than the index of the next entry with the same hash; 0 for none.
    var next: UInt16
  }

  static let shared = PlainLineFilter()

  private static let first: UInt8 = 1
  private static let event: UInt8 = 2
  private static let separator: UInt8 = 16

  /// `first`, `event` and `separator` of each byte.
  private let classes: [UInt8]
  /// One more than the index in `entries`, by hash; 0 for none.
  private let slots: [UInt16]
  private let entries: [Entry]
  /// The bytes of all entries.
  private let texts: [UInt8]
  /// The first one, two and three bytes of each entry, with their count in the top byte.
  private let stems: Set<UInt32>

  private static let keys = [
    "app_name", "bug_type", "CrashSeverity", "crashReport", "crashDiagnostics", "exception",
    "faultingThread", "stacktrace",
  ]

  /// Openings that are words of many plain lines, with what makes them a mark.
  private static let needs: [(opening: String, words: [[UInt8]])] = [
    ("Process ", ["dumped core", "abnormally"]), ("Thread ", ["rashed", "received signal"]),
    ("thread '", ["panicked"]), ("thread #", ["stop reason"]), ("* thread #", ["stop reason"]),
  ].map { ($0.0, $0.1.map { Array($0.utf8) }) }

  private init() {
    var entries: [Entry] = []
    var texts: [UInt8] = []
    var slots = [UInt16](repeating: 0, count: 1 << Self.bits)
    var classes = [UInt8](repeating: 0, count: 256)
    let keys = Self.keys.map { (bytes: Array($0.utf8), isKey: true) }
    for (bytes, isKey) in LineMarkTable.openings.map({ (bytes: $0, isKey: false) }) + keys {
      let slot = Self.slot(bytes[0], bytes[1], bytes[2], bytes[3])
      let needs = Self.needs.firstIndex { bytes.elementsEqual($0.opening.utf8) }.map { $0 + 1 } ?? 0
      entries.append(
        Entry(
          start: UInt16(texts.count), count: UInt8(bytes.count), isKey: isKey,
          needs: UInt8(needs), next: slots[slot]))
      texts += bytes
      slots[slot] = UInt16(entries.count)
      classes[Int(bytes[0])] |= Self.first
    }
    for byte in [0x0A, 0x1B, 0xEF] + "\\[{&^".utf8 {
      classes[Int(byte)] |= Self.event
    }
    for byte in Array(0...0x20) + Array(0x80...0xFF) + "|:]>)\"`=;{".utf8.map(Int.init) {
      classes[byte] |= Self.separator
    }
    (self.classes, self.slots) = (classes, slots)
    (self.entries, self.texts) = (entries, texts)
    stems = Set(
      entries.flatMap { entry in
        (1...3).map { Self.stem(texts[Int(entry.start)...].prefix($0)) }
      })
  }

  /// The first line at or after `start`, which begins a line, that is to be read. O(bytes).
  func next(in buffer: [UInt8], from start: Int) -> Stop {
    let bytes = buffer.span
    let classes = self.classes.span
    var stop = Stop(start: start)
    var before = Self.separator
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      let kind = classes[Int(byte)]
      if kind & ((before >> 4) | Self.event) != 0 {
        if byte == 0x0A {
          stop.previous = stop.start..<index
          stop.lines += 1
          stop.start = index + 1
        } else if isKept(bytes, at: index, byte, follows: before & Self.separator != 0) {
          stop.isKept = true
          return stop
        }
      }
      before = kind
      index += 1
    }
    return stop
  }

  // Outside of the loop, which keeps its registers then.
  @inline(never) private func isKept(
    _ bytes: borrowing Span<UInt8>, at index: Int, _ byte: UInt8, follows isStart: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"):
      // `\n`, `\t` or `\u001b` stand before a mark in a record.
      return isMark(bytes, index + 2) || isMark(bytes, index + 6)
        || Self.isEscapedLetter(bytes, index) || isInOpening(bytes, index)
        || index > 0 && bytes[index - 1] == 0x1B && isMark(bytes, index + 1)
    case 0x1B, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "^"):
      return isInOpening(bytes, index) || isStart && isMark(bytes, index)
        || byte == 0x1B && isMark(bytes, index + 3)
    case UInt8(ascii: "["):
      if isStart, isMark(bytes, index) { return true }
      // A color whose escape byte was lost.
      var end = index + 1
      while end < min(bytes.count, index + 10), Self.isParameter(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "m") {
        return isInOpening(bytes, index) || isMark(bytes, end + 1)
      }
      // Behind an escape byte, `^[` or `\u001b`.
      guard index > 0, bytes[index - 1] == 0x1B || "[bB".utf8.contains(bytes[index - 1]) else {
        return false
      }
      let limit = min(bytes.count, index + 1 + LineCleaner.maximumParameters)
      while end < limit, (0x20...0x3F).contains(bytes[end]) || Self.isParameter(bytes[end]) {
        end += 1
      }
      return isMark(bytes, end) || isMark(bytes, end + 1)
    case UInt8(ascii: "{"): return isObject(bytes, index)
    default: return isMark(bytes, index)
    }
  }

  /// A digit, `:` or `;` of a color, or a byte of a byte-order mark, which is removed anywhere.
  private static func isParameter(_ byte: UInt8) -> Bool {
    (0x30...0x3B).contains(byte) || byte == 0xEF || byte == 0xBB || byte == 0xBF
  }

  /// Whether the object at `index` goes on in the next line, or in the next record.
  private func isObject(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return true }
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
      next += 1
    }
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case 0x0A, 0x1B, 0xEF, UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "\\"),
      UInt8(ascii: "^"):
      return true
    case UInt8(ascii: "\""):
      return next + 1 >= bytes.count || ",} \n\r".utf8.contains(bytes[next + 1])
    default: return false
    }
  }

  /// Whether a color, an entity or a byte-order mark at `index` stands behind one to three bytes
  /// of an opening, which is not in the table then.
  private func isInOpening(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] > 0x20 else { return false }
    for start in stride(from: index - 1, through: max(0, index - 3), by: -1)
    where classes[Int(bytes[start])] & Self.first != 0 {
      let isStart = start == 0 || classes[Int(bytes[start - 1])] & Self.separator != 0
      if isStart, stems.contains(Self.stem((start..<index).map { bytes[$0] }[...])) { return true }
    }
    return false
  }

  private static func stem(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(UInt32(bytes.count) << 24) { ($0 & 0xFF00_0000) | ($0 & 0xFFFF) << 8 | UInt32($1) }
  }

  private func isMark(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    guard index + 4 <= bytes.count else { return false }
    var entry = slots[
      Self.slot(bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])]
    while entry != 0 {
      if matches(bytes, index, entries[Int(entry) - 1]) { return true }
      entry = entries[Int(entry) - 1].next
    }
    return false
  }

  private func matches(_ bytes: borrowing Span<UInt8>, _ index: Int, _ entry: Entry) -> Bool {
    let (start, count) = (Int(entry.start), Int(entry.count))
    var offset = 0
    while offset < count {
      guard index + offset < bytes.count else { return offset >= 4 }
      guard bytes[index + offset] == texts[start + offset] else {
        return offset >= 4 && Self.isDecorated(bytes[index + offset])
      }
      offset += 1
    }
    if entry.isKey { return Self.endsKey(bytes, index + count) }
    guard entry.needs > 0 else { return true }
    return Self.contains(Self.needs[Int(entry.needs) - 1].words, bytes, from: index + count)
  }

  private static let bits = 10

  private static func slot(_ one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8) -> Int {
    let key = UInt32(one) | UInt32(two) << 8 | UInt32(three) << 16 | UInt32(four) << 24
    return Int((key &* 0x9E37_79B1) >> UInt32(32 - bits))
  }
}
