internal import JSONReading

extension MarkupsReading {
  typealias Members = [String: JSONValue]

  /// Members of an object by name. Of duplicates the first wins; unknown names are noted and
  /// dropped.
  mutating func members(of value: JSONValue, known: [String]) -> Members {
    var members: Members = [:]
    for (name, value) in value.members {
      let name = String(decoding: name, as: UTF8.self)
      guard known.contains(name) else {
        report.addNote(.unknownName, at: value.offset)
        continue
      }
      if members[name] == nil { members[name] = value }
    }
    return members
  }

  /// Cuts a text at the first NUL, like a C string.
  mutating func cut(_ text: ArraySlice<UInt8>) -> [UInt8] { Array(text.prefix { $0 != 0 }) }

  /// Reads a string; nil when absent or of another type.
  mutating func text(_ name: String, of members: Members) -> [UInt8]? {
    guard let value = members[name] else { return nil }
    guard let string = value.string else {
      report.addHazard(.wrongType, at: value.offset)
      return nil
    }
    if string.contains(0) { report.addNote(.cutAtNUL, at: value.offset) }
    if !string.isUTF8 { report.addHazard(.invalidUTF8, at: value.offset) }
    if string.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      report.addHazard(.controlCharacter, at: value.offset)
    }
    return cut(string)
  }

  /// Reads a flag: false when present and not Boolean, nil when absent.
  mutating func bool(_ name: String, of members: Members) -> Bool? {
    guard let value = members[name] else { return nil }
    if value.bool == nil { report.addHazard(.wrongType, at: value.offset) }
    return value.bool ?? false
  }

  /// Reads a 32-bit integer written as one; 0 when it is anything else, nil when absent.
  mutating func int(_ name: String, of members: Members) -> Int32? {
    guard let value = members[name] else { return nil }
    guard let integer = value.number?.integer.flatMap({ Int32(exactly: $0) }) else {
      report.addHazard(.wrongType, at: value.offset)
      return 0
    }
    return integer
  }

  /// Reads a list of exactly `count` numbers into `vector`. False when it is absent, of another
  /// length, or has an element of another type; in the last case the other elements are still
  /// written.
  mutating func vector(_ value: JSONValue?, into vector: inout [Double]) -> Bool {
    guard let value else { return false }
    guard value.kind == .array else {
      report.addHazard(.wrongType, at: value.offset)
      return false
    }
    let elements = value.elements
    guard elements.count == vector.count else {
      report.addHazard(.wrongLength, at: value.offset)
      return false
    }
    var isWhole = true
    for (index, element) in elements.enumerated() {
      if let number = element.number {
        vector[index] = number.value
        if !number.value.isFinite { report.addHazard(.nonFiniteNumber, at: element.offset) }
      } else {
        report.addHazard(.partialVector, at: element.offset)
        isWhole = false
      }
    }
    return isWhole
  }

  /// Reads `[value, scheme]` or `[value, scheme, meaning]`, all strings.
  mutating func codedEntry(_ value: JSONValue?) -> CodedEntry? {
    guard let value else { return nil }
    let strings = value.elements.map(\.string)
    guard strings.count == 2 || strings.count == 3, !strings.contains(nil) else {
      report.addHazard(value.kind == .array ? .wrongLength : .wrongType, at: value.offset)
      return nil
    }
    let texts = strings.compactMap { $0 }.map { cut($0) }
    return CodedEntry(value: texts[0], scheme: texts[1], meaning: texts.count > 2 ? texts[2] : [])
  }

  /// Reports bytes after a NUL outside strings, which ended the text.
  mutating func noteBytesAfterNUL(in input: Span<UInt8>) {
    guard rules.json.endsAtNUL, let end = document.end, end + 1 < input.count else { return }
    report.addHazard(.bytesAfterNUL, at: end)
  }
}
