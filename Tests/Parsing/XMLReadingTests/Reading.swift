import ByteReading
import XMLReading

/// Result of reading: PYX lines, or the error after the lines before it.
struct Outcome: Equatable, CustomStringConvertible {
  var lines: [String] = []
  var error: XMLError?
  var notes: [XMLNote.Kind] = []

  var description: String {
    (lines + (error.map { ["! \($0.code) at \($0.position.offset)"] } ?? [])).joined(
      separator: "\n")
  }
}

/// Reads the whole document at once; gives only the error if it is refused.
func readWhole(
  _ bytes: [UInt8], rules: XMLRules = .standard, limits: XMLLimits = .default
) -> Outcome {
  do throws(XMLError) {
    let document = try XMLDocument(reading: bytes.span, rules: rules, limits: limits)
    return Outcome(lines: document.pyxLines(), notes: document.notes.map(\.kind))
  } catch {
    return Outcome(error: error)
  }
}

/// Reads in pieces of one size, pulling every event as soon as it is available. Nil feeds
/// everything at once.
func readPieces(
  _ bytes: [UInt8], size: Int?, rules: XMLRules = .standard, limits: XMLLimits = .default
) -> Outcome {
  var reader = XMLEventReader(rules: rules, limits: limits)
  var outcome = Outcome()
  func pull() {
    while let event = reader.next() { outcome.lines += reader.pyxLines(of: event) }
  }
  let step = size ?? max(bytes.count, 1)
  var start = 0
  while start < bytes.count, outcome.error == nil {
    let end = min(start + step, bytes.count)
    outcome.error = feed(&reader, Array(bytes[start..<end]))
    pull()
    start = end
  }
  if outcome.error == nil {
    outcome.error = finish(&reader)
    pull()
  }
  if outcome.error == nil { outcome.notes = reader.notes.map(\.kind) }
  return outcome
}

private func feed(_ reader: inout XMLEventReader, _ piece: [UInt8]) -> XMLError? {
  do throws(XMLError) {
    try reader.feed(piece.span)
    return nil
  } catch {
    return error
  }
}

private func finish(_ reader: inout XMLEventReader) -> XMLError? {
  do throws(XMLError) {
    try reader.finish()
    return nil
  } catch {
    return error
  }
}
