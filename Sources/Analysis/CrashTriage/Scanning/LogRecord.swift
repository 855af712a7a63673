internal import JSONReading

/// One line of a log that is a JSON object, as shippers of logs write it.
enum LogRecord {
  private static let keys: Set<String> = [
    "log", "message", "msg", "textPayload", "MESSAGE", "line", "text", "body", "eventMessage",
  ]

  /// The lines of its message; nil when the object has none.
  static func messages(_ bytes: ArraySlice<UInt8>) -> [[UInt8]]? {
    var events = JSONEventReader(Array(bytes), rules: .report, limits: JSONLimits(maximumDepth: 16))
    var depth = 0
    var key = ""
    while let event = try? events.next() {
      switch event {
      case .beginObject, .beginArray: depth += 1
      case .endObject, .endArray: depth -= 1
      case .key(let name): key = String(decoding: name, as: UTF8.self)
      case .string(let text):
        if depth <= 2, keys.contains(key) {
          let lines = text.last == 0x0A ? text.dropLast() : text[...]
          return lines.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        }
      case .number, .bool, .null: break
      }
    }
    return nil
  }
}
