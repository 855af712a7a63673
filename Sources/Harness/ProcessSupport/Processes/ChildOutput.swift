/// The first and the last bytes of an output, cut in the middle beyond a limit.
package struct KeptOutput {
  private let half: Int
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var dropped = 0

  package init(limit: Int) { half = max(limit / 2, 1) }

  package mutating func append(_ bytes: [UInt8]) {
    let room = min(half - head.count, bytes.count)
    head += bytes.prefix(room)
    tail += bytes.dropFirst(room)
    if tail.count > 2 * half { cut() }
  }

  private mutating func cut() {
    guard tail.count > half else { return }
    dropped += tail.count - half
    tail.removeFirst(tail.count - half)
  }

  /// The kept text, with a line that states how many bytes are missing.
  package var text: String {
    var copy = self
    copy.cut()
    let start = String(decoding: copy.head, as: UTF8.self)
    let end = String(decoding: copy.tail, as: UTF8.self)
    return copy.dropped == 0 ? start + end : "\(start)\n[\(copy.dropped) bytes left out]\n\(end)"
  }
}

/// Splits a stream of bytes into lines; a line beyond the limit becomes several.
struct LineSplitter {
  static let maximumLine = 1 << 16
  private var partial: [UInt8] = []

  mutating func append(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      partial += rest[..<end]
      lines.append(take())
      rest = rest[(end + 1)...]
    }
    partial += rest
    if partial.count > Self.maximumLine { lines.append(take()) }
    return lines
  }

  /// The last line when it has no line feed.
  mutating func finish() -> String? { partial.isEmpty ? nil : take() }

  private mutating func take() -> String {
    defer { partial.removeAll(keepingCapacity: true) }
    if partial.last == 0x0D { partial.removeLast() }
    return String(decoding: partial, as: UTF8.self)
  }
}
