import XMLReading

/// A document that must be refused: `‸` marks the byte that breaks the constraint, and is removed.
struct Refusal: Sendable, CustomStringConvertible {
  let code: XMLError.Code
  let marked: String

  init(_ code: XMLError.Code, _ marked: String) {
    self.code = code
    self.marked = marked
  }

  var description: String { "\(code): \(marked.debugDescription)" }
  var bytes: [UInt8] {
    Array(marked.unicodeScalars.filter { $0 != "‸" }.map(String.init).joined().utf8)
  }
  var offset: Int { String(marked.unicodeScalars.prefix { $0 != "‸" }).utf8.count }
}

/// A document that must be accepted, with its events.
struct Acceptance: Sendable, CustomStringConvertible {
  let text: String
  let lines: [String]

  init(_ text: String, _ lines: String...) {
    self.text = text
    self.lines = lines
  }

  var description: String { text.debugDescription }
}
