extension ColorTableFile {
  /// Writes the table in its form; reading it gives equal colors.
  public func write() -> [UInt8] {
    switch form {
    case .text: writeText()
    case .columns(let separator): writeColumns(separator)
    }
  }

  private func writeText() -> [UInt8] {
    var text = Array("# Color table file\n# \(colors.count) values\n".utf8)
    for color in colors {
      text += "\(color.index) ".utf8
      text += Self.word(color.name)
      for component in color.components { text += " \(component)".utf8 }
      text.append(0x0A)
    }
    return text
  }

  private static func word(_ name: [UInt8]) -> [UInt8] {
    if name.isEmpty { return [UInt8(ascii: "_")] }
    let word = name.map { $0 == 0x20 ? UInt8(ascii: "_") : $0 }
    // A single blank would be read as the empty name.
    return name == [0x20] ? [UInt8(ascii: "'")] + word + [UInt8(ascii: "'")] : word
  }

  private func writeColumns(_ separator: UInt8) -> [UInt8] {
    let hasTerminology = colors.contains { !$0.terminology.isEmpty }
    var columns = ["LabelValue", "Name", "Color_R", "Color_G", "Color_B", "Color_A"]
    if hasTerminology { columns += Self.terminologyColumns }
    var text = Array(columns.map { Array($0.utf8) }.joined(separator: [separator])) + [0x0A]
    for color in colors {
      var fields = [Array("\(color.index)".utf8), DelimitedText.write(color.name)]
      fields += color.components.map { Array("\(Int($0))".utf8) }
      if hasTerminology {
        let empty = [[UInt8]](repeating: [], count: Self.terminologyColumns.count)
        let cells = color.terminology.isEmpty ? empty : color.terminology
        fields += cells.map { DelimitedText.write(Array($0.prefix { $0 != 0 })) }
      }
      text += Array(fields.joined(separator: [separator])) + [0x0A]
    }
    return text
  }
}
