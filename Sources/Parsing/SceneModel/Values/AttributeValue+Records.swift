internal import ByteReading

extension AttributeValue {
  /// Reads the grammars that are specific to one attribute.
  static func readRecord(_ text: ArraySlice<UInt8>, _ record: ValueKind.Record) -> Self {
    switch record {
    case .customAttributes: .pairs(CustomAttributes(reading: text).entries)
    case .references: readReferences(text)
    case .colors: readColors(text)
    case .piecewiseFunction: readCountedNumbers(text, numbersInPoint: 2)
    case .colorTransferFunction: readCountedNumbers(text, numbersInPoint: 4)
    case .segmentDisplayProperties: readSegmentDisplayProperties(text)
    case .indexValues: readIndexValues(text)
    case .synchronization: readSynchronization(text)
    case .windowLevelPreset: readPreset(text)
    case .parameter: readParameter(text)
    }
  }

  private static func readSynchronization(_ text: ArraySlice<UInt8>) -> Self {
    var values = [
      ("playback", "true"), ("recording", "false"), ("overwriteProxyName", "false"),
      ("saveChanges", "false"), ("missingItemMode", "createFromPrevious"),
    ]
    let modes = ["createFromPrevious", "createFromDefault", "setToDefault", "ignore"]
    var words = text.split(whereSeparator: \.isASCIISpace)[...]
    while let name = words.popFirst() {
      guard let value = words.popFirst() else { break }
      guard let place = values.firstIndex(where: { name.elementsEqual($0.0.utf8) }) else {
        continue
      }
      let text = String(decoding: value, as: UTF8.self)
      values[place].1 =
        place == 4 ? (modes.contains(text) ? text : "") : text == "true" ? "true" : "false"
    }
    return .pairs(values.map { NamedValue(name: Array($0.0.utf8), value: Array($0.1.utf8)) })
  }

  private static func readReferences(_ text: ArraySlice<UInt8>) -> Self {
    .records(
      ReferencesAttribute(reading: text).roles.map { role in
        [Array(role.name)] + role.targets.map { Array($0.id) }
      })
  }

  /// Reads `index 'name' r g b a`, repeated. Quotes are removed from the name and `_` stands for a
  /// space; an incomplete record is not read.
  private static func readColors(_ text: ArraySlice<UInt8>) -> Self {
    var records: [[[UInt8]]] = []
    var words = text.split(whereSeparator: \.isASCIISpace)[...]
    while words.count >= 6 {
      var record = words.prefix(6).map(Array.init)
      record[1] = record[1].filter { $0 != UInt8(ascii: "'") }
        .map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
      records.append(record)
      words = words.dropFirst(6)
    }
    return .records(records)
  }

  /// Reads a count, then that many numbers. Missing numbers are undefined; for a count that is no
  /// multiple of the point's size, the reader reports an error and does not use the attribute.
  private static func readCountedNumbers(_ text: ArraySlice<UInt8>, numbersInPoint: Int) -> Self {
    let words = text.split(whereSeparator: \.isASCIISpace)
    guard let first = words.first, let count = CNumber.int(first) else { return .unspecified }
    guard count >= 0, Int(count) % numbersInPoint == 0 else { return .rejected }
    guard words.count > Int(count) else { return .unspecified }
    let reals = words.dropFirst().prefix(Int(count)).compactMap(CNumber.double)
    return reals.count == Int(count) ? .reals(reals) : .unspecified
  }

  /// Reads records between bars: an identifier with its escapes decoded, then `name:value` words.
  private static func readSegmentDisplayProperties(_ text: ArraySlice<UInt8>) -> Self {
    .records(
      fields(text, separator: "|").map { record in
        record.split(whereSeparator: \.isASCIISpace).enumerated().map { index, word in
          index == 0 ? Escape.url.decode(word) : Array(word)
        }
      })
  }

  /// Reads `nodeID:value`, separated by semicolons; entries without a colon or an identifier are
  /// skipped.
  private static func readIndexValues(_ text: ArraySlice<UInt8>) -> Self {
    .pairs(
      fields(text, separator: ";").compactMap { pair($0, at: ":") }.filter { !$0.name.isEmpty })
  }

  /// Reads `window|level`, exactly two numbers.
  private static func readPreset(_ text: ArraySlice<UInt8>) -> Self {
    let parts = fields(text, separator: "|")
    guard parts.count == 2 else { return .rejected }
    let reals = parts.compactMap(CNumber.double)
    return reals.count == 2 ? .reals(reals) : .unspecified
  }

  /// Reads `name value`, split at the first space; without one the whole text is both.
  private static func readParameter(_ text: ArraySlice<UInt8>) -> Self {
    guard let cut = text.firstIndex(of: UInt8(ascii: " ")) else {
      return .pairs([NamedValue(name: Escape.parameterName.decode(text), value: Array(text))])
    }
    let name = Escape.parameterName.decode(text[..<cut])
    return .pairs([NamedValue(name: name, value: Array(text[(cut + 1)...]))])
  }
}
