internal import JSONReading

extension MarkupsReading {
  typealias Members = [String: JSONValue]

  /// The members of an object by name. Of duplicates the first counts; names that the reader does not know are
  /// noted and left out.
  mutating func members(of value: JSONValue, known: [String]) -> Members {
    var members: Members = [:]
    for (name, value) in value.members {
      let name = String(decoding: name, as: UTF8.self)
      guard known.contains(name) else {
        report.note(.unknownName, at: value.offset)
        continue
      }
      if members[name] == nil { members[name] = value }
    }
    return members
  }

  /// A text as a C string holds it: up to the first NUL.
  mutating func cut(_ text: ArraySlice<UInt8>) -> [UInt8] { Array(text.prefix { $0 != 0 }) }

  /// A string; nil when it is absent or something else.
  mutating func text(_ name: String, of members: Members) -> [UInt8]? {
    guard let value = members[name] else { return nil }
    guard let string = value.string else {
      report.find(.wrongType, at: value.offset)
      return nil
    }
    if string.contains(0) { report.note(.cutAtNUL, at: value.offset) }
    if !string.isUTF8 { report.find(.invalidUTF8, at: value.offset) }
    if string.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      report.find(.controlCharacter, at: value.offset)
    }
    return cut(string)
  }

  /// A flag: false when it is there and no Boolean, nil when it is absent.
  mutating func bool(_ name: String, of members: Members) -> Bool? {
    guard let value = members[name] else { return nil }
    if value.bool == nil { report.find(.wrongType, at: value.offset) }
    return value.bool ?? false
  }

  /// A whole number of 32 bits written as one; 0 when it is something else.
  mutating func int(_ name: String, of members: Members) -> Int32? {
    guard let value = members[name] else { return nil }
    guard let integer = value.number?.integer.flatMap({ Int32(exactly: $0) }) else {
      report.find(.wrongType, at: value.offset)
      return 0
    }
    return integer
  }

  /// A list of exactly `count` numbers written over `vector`; false when it is absent, of another length or holds
  /// something else, in which case the numbers before and after that are written all the same.
  mutating func vector(_ value: JSONValue?, into vector: inout [Double]) -> Bool {
    guard let value else { return false }
    guard value.kind == .array else {
      report.find(.wrongType, at: value.offset)
      return false
    }
    let elements = value.elements
    guard elements.count == vector.count else {
      report.find(.wrongLength, at: value.offset)
      return false
    }
    var isWhole = true
    for (index, element) in elements.enumerated() {
      if let number = element.number {
        vector[index] = number.value
        if !number.value.isFinite { report.find(.nonFiniteNumber, at: element.offset) }
      } else {
        report.find(.partialVector, at: element.offset)
        isWhole = false
      }
    }
    return isWhole
  }

  /// `[value, scheme]` or `[value, scheme, meaning]`, all strings.
  mutating func codedEntry(_ value: JSONValue?) -> CodedEntry? {
    guard let value else { return nil }
    let strings = value.elements.map(\.string)
    guard strings.count == 2 || strings.count == 3, !strings.contains(nil) else {
      report.find(value.kind == .array ? .wrongLength : .wrongType, at: value.offset)
      return nil
    }
    let texts = strings.compactMap { $0 }.map { cut($0) }
    return CodedEntry(value: texts[0], scheme: texts[1], meaning: texts.count > 2 ? texts[2] : [])
  }

  /// Bytes behind a NUL outside strings, which ended the text for the reader.
  mutating func noteBytesAfterNUL(in input: Span<UInt8>) {
    guard rules.json.endsAtNUL, let end = document.end, end + 1 < input.count else { return }
    report.find(.bytesAfterNUL, at: end)
  }
}
