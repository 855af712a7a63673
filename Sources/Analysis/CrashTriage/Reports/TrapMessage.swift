/// Messages of the Swift runtime and what they mean.
enum TrapMessage {
  /// Where a message begins on its line. `Swift runtime failure:` is the name of an artificial frame.
  private static let openings: [(text: String, kind: CrashKind)] = [
    ("Swift runtime failure: ", .runtimeFailure),
    ("Precondition failed: ", .preconditionFailed),
    ("Precondition failed", .preconditionFailed),
    ("Assertion failed: ", .assertionFailed),
    ("Assertion failed", .assertionFailed),
    ("Fatal error: ", .fatalError),
    ("Fatal error", .fatalError),
  ]

  /// Messages that stand alone on a line, without an opening.
  private static let lines: [(text: String, kind: CrashKind)] = [
    ("Could not cast value of type ", .castFailed),
    ("Fatal access conflict detected", .exclusivityViolation),
    ("Simultaneous accesses to 0x", .exclusivityViolation),
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
    ("precondition failure", .preconditionFailed),
    ("assertion failure", .assertionFailed),
  ]

  /// Reads one line, such as `Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range`.
  ///
  /// A message counts only at the start of the line or after `FILE:LINE: `, so that text of an input that is
  /// quoted in a report is not taken for one.
  static func read(_ line: ArraySlice<UInt8>) -> (kind: CrashKind, message: String)? {
    for (text, kind) in lines where line.starts(with: text) {
      return (kind, line.text)
    }
    let body = afterPlace(line)
    for (opening, kind) in openings where body.starts(with: opening) {
      let message = body.dropFirst(opening.utf8.count).trimmed()
      return (meaning(of: message) ?? kind, message.isEmpty ? opening : message.text)
    }
    return nil
  }

  /// The Swift backtracer's `*** Fatal error: Index out of range ***`.
  static func starred(_ line: ArraySlice<UInt8>) -> (kind: CrashKind, message: String)? {
    guard line.starts(with: "*** "), line.count > 8, line.suffix(4).elementsEqual(" ***".utf8)
    else {
      return nil
    }
    return read(line.dropFirst(4).dropLast(4))
  }

  /// The compiler names a trap in an inlined frame of its own, which stands below those of the signal's handler.
  static func artificial(in frames: [StackFrame]) -> (kind: CrashKind, message: String)? {
    let name = frames.prefix(24).first { $0.function.hasPrefix("Swift runtime failure: ") }
    return name.flatMap { read(Array($0.function.utf8)[...]) }
  }

  static func meaning(of message: ArraySlice<UInt8>) -> CrashKind? {
    meanings.first { message.contains($0.text) }?.kind
  }

  /// Drops `FILE.swift:LINE: ` from the front.
  private static func afterPlace(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = line.prefix(512).firstIndex(of: ".swift:") else { return line }
    let rest = line[(colon + 7)...].drop(while: ASCII.isDigit)
    return rest.starts(with: ": ") ? rest.dropFirst(2) : line
  }
}
