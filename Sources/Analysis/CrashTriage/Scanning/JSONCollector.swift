/// The lines of a JSON value that began in a log, until its brackets are closed.
struct JSONCollector: Sendable {
  static let maximumBytes = 8 << 20

  private(set) var bytes: [UInt8] = []
  /// The lines as they came, to be read as text when this is no value.
  private(set) var lines: [[UInt8]] = []
  let first: Int
  /// Words of the prefix that the first line had.
  let prefix: [UInt8]
  let stripped: [String]
  /// Whether the lines are messages in records of a log.
  let isOfRecords: Bool
  /// Whether the value must end in its first line, as records of logs do.
  let isOneLine: Bool
  /// Whether the value is complete: a log may be cut off.
  private(set) var isClosed = false
  private var depth = 0
  private var inString = false
  private var isEscaped = false

  init(
    first: Int, prefix: ArraySlice<UInt8>, stripped: [String], isOfRecords: Bool, isOneLine: Bool
  ) {
    self.isOneLine = isOneLine
    self.isOfRecords = isOfRecords
    self.first = first
    self.prefix = Array(prefix)
    self.stripped = stripped
  }

  enum State { case open, closed, invalid }

  /// Adds a line without its prefix; `raw` is kept for the case that this is no JSON.
  mutating func add(_ line: ArraySlice<UInt8>, raw: ArraySlice<UInt8>) -> State {
    lines.append(Array(raw))
    for index in line.indices {
      let byte = line[index]
      if inString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          bytes += line[...index]
          isClosed = true
          return .closed
        }
      default: break
      }
    }
    bytes += line
    bytes.append(0x0A)
    if isOneLine || bytes.count > Self.maximumBytes { return .invalid }
    // The first thing in an object is a key.
    if lines.count <= 2, !Self.mayBeObject(bytes[...]) { return .invalid }
    return .open
  }

  private static func mayBeObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    let body = bytes.drop(while: ASCII.isSpace).dropFirst().drop(while: ASCII.isSpace)
    return body.isEmpty || body.first == UInt8(ascii: "\"") || body.first == UInt8(ascii: "}")
  }
}
