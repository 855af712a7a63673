internal import SceneModel

extension ColorTableReading {
  private static let componentColumns = ["Color_R", "Color_G", "Color_B", "Color_A"]

  /// Reads a header line with `LabelValue`, then one color per line. A label that is no number from
  /// 0 skips its line; a component that is present and no integer refuses the file.
  mutating func readColumns(
    _ input: Span<UInt8>, separator: UInt8
  ) throws(Refusal) {
    var table = DelimitedText(input, separator: separator)
    if let bad = table.firstInvalidByte {
      throw Refusal(code: .invalidUTF8, offset: bad)
    }
    guard let header = table.next() else {
      throw Refusal(code: .missingLabelColumn, offset: 0)
    }
    var columns: [String: Int] = [:]
    for (place, field) in header.fields.enumerated() {
      // Blanks are dropped only before the first name.
      let text = place == 0 ? field.drop { $0 == 0x20 } : field[...]
      let name = String(decoding: text, as: UTF8.self)
      if columns[name] == nil { columns[name] = place }
    }
    guard columns["LabelValue"] != nil else {
      throw Refusal(code: .missingLabelColumn, offset: 0)
    }
    let known =
      ["LabelValue", "Name"] + Self.componentColumns + ColorTableFile.terminologyColumns
    for name in columns.keys where !known.contains(name) {
      report.addNote(.unknownName, at: header.offset)
    }
    var rows: [DelimitedText.Record] = []
    // A column ends with the last row that has it; an earlier row without it has an empty cell.
    var ends = [Int](repeating: 0, count: header.fields.count)
    while let row = table.next() {
      rows.append(row)
      for place in 0..<min(row.fields.count, ends.count) { ends[place] = rows.count }
    }
    if let comment = table.firstComment { report.addHazard(.commentInColumns, at: comment) }
    for (number, row) in rows.enumerated() {
      func cell(_ name: String) -> [UInt8]? {
        guard let place = columns[name] else { return nil }
        if place < row.fields.count { return Array(row.fields[place].prefix { $0 != 0 }) }
        return number < ends[place] ? [] : nil
      }
      let text = cell("LabelValue") ?? []
      guard let index = VariantNumber.int(text[...]), index >= 0 else {
        report.addHazard(.notANumber, at: row.offset)
        continue
      }
      var components = [0.0, 0, 0, 255]
      for (place, name) in Self.componentColumns.enumerated() {
        guard let text = cell(name) else { continue }
        guard let value = VariantNumber.int(text[...]) else {
          throw Refusal(code: .invalidComponent, offset: row.offset)
        }
        components[place] = Double(value)
        if value < 0 || value > 255 { report.addHazard(.componentOutOfRange, at: row.offset) }
      }
      if Self.componentColumns.contains(where: { columns[$0] != nil && cell($0) == nil }) {
        report.addHazard(.shortRow, at: row.offset)
      }
      if TextFile.hasControlOrDirection((cell("Name") ?? [])[...]) {
        report.addHazard(.controlCharacter, at: row.offset)
      }
      let terminology = ColorTableFile.terminologyColumns.map { cell($0) ?? [] }
      try add(
        index, cell("Name") ?? [], components,
        terminology.allSatisfy(\.isEmpty) ? [] : terminology, at: row.offset)
    }
  }
}
