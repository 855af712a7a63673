/// A message with which a process stops itself: of Swift's runtime, of the C library, or of an
/// assertion.
struct TrapMessage: Equatable {
  var kind: CrashKind
  var message: String
  /// The place that the message names.
  var place: SourcePlace?
  /// The function that the message names; empty for most.
  var function = ""

  /// Beginnings of messages. `Swift runtime failure:` is the name of an artificial frame.
  private static let openings: [(text: String, kind: CrashKind)] = [
    ("Swift runtime failure: ", .runtimeFailure),
    ("Precondition failed: ", .preconditionFailed),
    ("Precondition failed", .preconditionFailed),
    ("Fatal error: ", .fatalError),
    ("Fatal error", .fatalError),
    ("Assertion failed: ", .assertionFailed),
    ("Assertion failed", .assertionFailed),
  ]

  /// Messages that begin a line without any of the openings.
  private static let lines: [(text: String, kind: CrashKind)] = [
    ("Could not cast value of type ", .castFailed),
    ("Fatal access conflict detected", .exclusivityViolation),
    ("Simultaneous accesses to 0x", .exclusivityViolation),
    ("Thread stack size exceeded", .stackOverflow),
    ("terminating with uncaught", .abort), ("terminating due to uncaught", .abort),
    ("terminate called", .abort), ("*** Terminating app", .abort), ("libc++abi: ", .abort),
  ]

  /// What the standard library says after the opening; the first that is contained decides.
  private static let meanings: [(text: String, kind: CrashKind)] = [
    ("ndex out of range", .indexOutOfRange),
    ("ndex is out of range", .indexOutOfRange),
    ("out of bounds", .indexOutOfRange),
    ("Negative Array index", .indexOutOfRange),
    ("Can't remove ", .indexOutOfRange),
    ("Range requires lowerBound <= upperBound", .indexOutOfRange),
    ("arithmetic overflow", .arithmeticOverflow),
    ("results in an overflow", .arithmeticOverflow),
    ("Not enough bits to represent", .arithmeticOverflow),
    ("value is not representable", .arithmeticOverflow),
    ("cannot be converted to", .arithmeticOverflow),
    ("ivision by zero", .divisionByZero),
    ("remainder", .divisionByZero),
    ("Unexpectedly found nil", .unwrappedNil),
    ("unowned reference", .unownedReference),
    ("deallocated with non-zero retain count", .otherMemoryError),
    ("precondition failure", .preconditionFailed),
    ("assertion failure", .assertionFailed),
  ]

  /// Reads one line, such as `Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of
  /// range`.
  ///
  /// A message counts only at the start of the line or after `FILE:LINE: `, so that text of an
  /// input that a report quotes is not taken for one.
  static func read(_ line: ArraySlice<UInt8>) -> TrapMessage? {
    for (text, kind) in lines where line.starts(with: text) {
      return TrapMessage(kind: kind, message: line.trimmed().text)
    }
    if let heap = HeapMessage.read(line) { return heap }
    if let assertion = AssertionMessage.read(line) { return assertion }
    let (body, place) = afterPlace(line)
    for (opening, kind) in openings where body.starts(with: opening) {
      let rest = body.dropFirst(opening.utf8.count).trimmed()
      let (message, inner) = withoutPlace(rest)
      return TrapMessage(
        kind: meaning(of: message) ?? kind, message: message.isEmpty ? opening : message.text,
        place: place ?? inner)
    }
    return nil
  }

  /// The Swift backtracer's `*** Fatal error: Index out of range ***`.
  static func starred(_ line: ArraySlice<UInt8>) -> TrapMessage? {
    guard line.starts(with: "*** "), line.count > 8, line.suffix(4).elementsEqual(" ***".utf8)
    else { return nil }
    return read(line.dropFirst(4).dropLast(4))
  }

  /// The name of the compiler's artificial inlined frame, which stands below those of the signal's
  /// handler.
  static func artificial(in frames: [StackFrame]) -> TrapMessage? {
    let name = frames.prefix(24).first { $0.function.hasPrefix("Swift runtime failure: ") }
    return name.flatMap { read(Array($0.function.utf8)[...]) }
  }

  static func meaning(of message: ArraySlice<UInt8>) -> CrashKind? {
    meanings.first { message.contains($0.text) }?.kind
  }

  /// Splits `FILE:LINE: ` off the front.
  private static func afterPlace(
    _ line: ArraySlice<UInt8>
  ) -> (body: ArraySlice<UInt8>, place: SourcePlace?) {
    let head = line.prefix(1024)
    guard let colon = head.firstIndex(of: ".swift:") else { return (line, nil) }
    let rest = line[(colon + 7)...].drop(while: ASCII.isDigit)
    guard rest.starts(with: ": ") else { return (line, nil) }
    return (rest.dropFirst(2), SourcePlace(line[..<rest.startIndex]))
  }

  /// Splits `: file FILE, line LINE` off the end, as Swift printed it before 5.4.
  private static func withoutPlace(
    _ message: ArraySlice<UInt8>
  ) -> (message: ArraySlice<UInt8>, place: SourcePlace?) {
    guard let file = message.lastIndex(of: "file "),
      let line = message[file...].lastIndex(of: ", line ")
    else { return (message, nil) }
    let digits = message[(line + 7)...].trimmed()
    guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { return (message, nil) }
    var rest = message[..<file]
    while let last = rest.last, ASCII.isSpace(last) || last == UInt8(ascii: ":") {
      rest.removeLast()
    }
    let name = message[(file + 5)..<line].text
    return (rest, SourcePlace(file: name, line: ASCII.number(digits)))
  }
}
