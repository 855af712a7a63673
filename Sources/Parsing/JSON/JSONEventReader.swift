internal import ByteReading

/// Pull parser for JSON (RFC 8259) with an explicit stack for nesting.
///
/// The first error throws, and every later call throws the same error. Cost: linear in the text.
/// Memory: the text, one entry for each open container, and the string of the current event.
public struct JSONEventReader: Sendable {
  let bytes: [UInt8]
  let rules: JSONRules
  let limits: JSONLimits
  /// Offset of the next byte.
  var position = 0
  /// Offset at which the last event began.
  public private(set) var eventOffset = 0
  /// Number of events so far.
  public private(set) var eventCount = 0
  /// One entry for each open container: whether it is an object.
  private var open: [Bool] = []
  private var expectation = Expectation.value
  private var failure: JSONError?

  /// Grammar element allowed next.
  private enum Expectation {
    case value
    case valueOrEnd, commaOrEnd
    case key, keyOrEnd
    case nothing
  }

  /// A reader at the start of a text. Limits are checked by the first `next()`, not here.
  public init(
    _ bytes: [UInt8], rules: JSONRules = .standard, limits: JSONLimits = .default
  ) {
    self.bytes = bytes
    self.rules = rules
    self.limits = limits
  }

  /// Number of open arrays and objects.
  public var depth: Int { open.count }

  /// Returns the next event, or nil after the end of a complete text.
  public mutating func next() throws(JSONError) -> JSONEvent? {
    if let failure { throw failure }
    do throws(JSONError) {
      return try advance()
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func advance() throws(JSONError) -> JSONEvent? {
    guard bytes.count <= limits.maximumBytes else {
      throw error(.sizeLimit, at: limits.maximumBytes)
    }
    skipBlanks()
    if expectation == .nothing {
      guard isAtEnd else { throw error(.trailingBytes, at: position) }
      return nil
    }
    guard eventCount < limits.maximumEvents else { throw error(.eventLimit, at: position) }
    eventCount += 1
    if expectation == .commaOrEnd {
      if try take(UInt8(ascii: ",")) {
        skipBlanks()
        expectation = open.last == true ? .key : .value
      } else {
        guard let end = try readEnd() else { throw error(.commaExpected, at: position) }
        return end
      }
    }
    if expectation == .keyOrEnd || expectation == .valueOrEnd, let end = try readEnd() {
      return end
    }
    eventOffset = position
    return expectation == .key || expectation == .keyOrEnd ? try readKey() : try readValue()
  }

  /// Reads the end of the innermost container if it stands at the position.
  private mutating func readEnd() throws(JSONError) -> JSONEvent? {
    guard let isObject = open.last else { return nil }
    eventOffset = position
    guard try take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return nil }
    open.removeLast()
    finishValue()
    return isObject ? .endObject : .endArray
  }

  private mutating func readKey() throws(JSONError) -> JSONEvent {
    guard try current() == UInt8(ascii: "\"") else { throw error(.keyExpected, at: position) }
    let key = try readString()
    skipBlanks()
    guard try take(UInt8(ascii: ":")) else { throw error(.colonExpected, at: position) }
    expectation = .value
    return .key(key)
  }

  private mutating func readValue() throws(JSONError) -> JSONEvent {
    let event: JSONEvent
    switch try current() {
    case UInt8(ascii: "{"):
      try begin(isObject: true)
      return .beginObject
    case UInt8(ascii: "["):
      try begin(isObject: false)
      return .beginArray
    case UInt8(ascii: "\""): event = .string(try readString())
    case UInt8(ascii: "t"): event = try readLiteral("true", .bool(true))
    case UInt8(ascii: "f"): event = try readLiteral("false", .bool(false))
    case UInt8(ascii: "n"): event = try readLiteral("null", .null)
    default: event = .number(try readNumber())
    }
    finishValue()
    return event
  }

  private mutating func begin(isObject: Bool) throws(JSONError) {
    guard open.count < limits.maximumDepth else { throw error(.depthLimit, at: position) }
    open.append(isObject)
    position += 1
    expectation = isObject ? .keyOrEnd : .valueOrEnd
  }

  private mutating func finishValue() { expectation = open.isEmpty ? .nothing : .commaOrEnd }

  private mutating func readLiteral(
    _ literal: StaticString, _ event: JSONEvent
  ) throws(JSONError) -> JSONEvent {
    let word = Array("\(literal)".utf8)
    guard bytes[position...].starts(with: word) else { throw error(.invalidLiteral, at: position) }
    position += word.count
    return event
  }
}

extension JSONEventReader {
  var isAtEnd: Bool { position == bytes.count || rules.endsAtNUL && bytes[position] == 0 }

  mutating func skipBlanks() {
    while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
  }

  /// Returns the byte at the position, or throws at the end of the text.
  func current() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    return bytes[position]
  }

  mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
    guard try current() == byte else { return false }
    position += 1
    return true
  }

  /// Computes line and column, linear in `offset`; called once for each text.
  func error(_ code: JSONError.Code, at offset: Int) -> JSONError {
    JSONError(code, at: SourcePosition(of: offset, in: bytes.span))
  }
}
