/// Generators of whole texts whose records are consistent or almost consistent.
extension TextFormat {
  static func wholeFiducials(_ draft: inout TextDraft) -> [UInt8] {
    var text = draft.pick([
      "# Markups fiducial file version = 5.13\n", "# Markups fiducial file version = 4.11\n", "",
    ])
    text += draft.pick([
      "# CoordinateSystem = LPS\n", "# CoordinateSystem = RAS\n", "# CoordinateSystem = 0\n", "",
    ])
    for _ in 0..<(1 + draft.random.below(4)) { text += draft.format.record(&draft) }
    return text
  }

  static func wholeColors(_ draft: inout TextDraft) -> [UInt8] {
    let separator = draft.pick([",", "\t", " "])
    var names = ["LabelValue", "Name", "Color_R", "Color_G", "Color_B", "Color_A"]
    if draft.random.once(in: 2) {
      for part in ["Category", "Type", "Region"] {
        names += ["CodingScheme", "CodeValue", "CodeMeaning"].map { "\(part)_\($0)" }
      }
    }
    names.removeLast(draft.random.below(3))
    var lines: [[UInt8]] = []
    if separator != [0x20] {
      lines.append(Array(names.map { Array($0.utf8) }.joined(separator: separator)))
    }
    for index in 0..<(1 + draft.random.below(4)) {
      let count = draft.random.once(in: 2) ? names.count : 1 + draft.random.below(names.count)
      var fields = (0..<count).map { _ in draft.plainNumber() }
      fields[0] = draft.random.once(in: 5) ? draft.number() : Array("\(index)".utf8)
      if count > 1 { fields[1] = draft.pick(["red", "a b", "_", "\"q\"", "\"open", "'x'", "b\\"]) }
      lines.append(Array(fields.joined(separator: separator)))
    }
    return Array(lines.joined(separator: [0x0A])) + draft.pick(["\n", "\n", "", "\\", "\r\n"])
  }

  static func wholeHeader(_ draft: inout TextDraft) -> [UInt8] {
    let axes = [1, 2, 3, 3, 4, 4, 5][draft.random.below(7)]
    let types = ["uchar", "short", "int", "float", "double", "uint64", "int8"]
    var lines = [
      "type: \(draft.random.pick(types) ?? "")", "encoding: raw", "endian: little",
      "sizes: " + list(axes) { _ in size(&draft) },
    ]
    if draft.random.once(in: 2) {
      let kinds = ["domain", "list", "vector", "scalar", "complex", "3-color", "4-color"]
      lines.append("kinds: " + list(axes) { _ in draft.random.pick(kinds) ?? "" })
    }
    if draft.random.once(in: 3), axes >= 3 {
      lines.append("space: left-posterior-superior")
      lines.append("space origin: (0,0,0)")
      let vectors = ["(1,0,0)", "(0,1,0)", "none", "(0,0,inf)"]
      lines.append("space directions: " + list(axes) { _ in draft.random.pick(vectors) ?? "" })
    }
    for segment in 0..<draft.random.below(4) {
      lines.append("Segment\(segment)_ID:=s\(segment)")
      if draft.random.once(in: 2) {
        lines.append("Segment\(segment)_Layer:=\(draft.random.below(5) - 1)")
      }
      if draft.random.once(in: 2) {
        lines.append("Segment\(segment)_Extent:=" + list(6) { _ in edge(&draft) })
      }
      if draft.random.once(in: 2) { lines.append("Segment\(segment)_LabelValue:=\(edge(&draft))") }
    }
    // Fields may have any order after the number of axes.
    for place in lines.indices { lines.swapAt(place, draft.random.below(lines.count)) }
    let text = (["NRRD0005", "dimension: \(axes)"] + lines).joined(separator: "\n") + "\n\n"
    return Array(text.utf8)
  }

  static func wholeLink(_ draft: inout TextDraft) -> [UInt8] {
    let authority = draft.pick([
      "viewer", "viewer", "viewer", "VIEWER", "viewer:80", "viewer:000080",
      "u@viewer", "u:p@viewer:0", "[::1]", "x",
    ])
    var text = Array("slicer://".utf8) + authority + draft.pick(["/?", "?", "/?", "/a?"])
    for _ in 0..<(1 + draft.random.below(5)) { text += draft.format.record(&draft) }
    return text + draft.pick(["", "", "#f"])
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: " ")
  }

  private static func size(_ draft: inout TextDraft) -> String {
    let sizes = [1, 2, 3, 4, 6, 256, 65_536, 1 << 31, 1 << 32, 1 << 62]
    return "\(sizes[draft.random.below(draft.random.once(in: 2) ? 5 : sizes.count)])"
  }

  /// A small number, or a bound of 32 bits.
  private static func edge(_ draft: inout TextDraft) -> String {
    let edges = [Int(Int32.min), Int(Int32.max), -1, 0, 1, 1 << 32]
    return draft.random.once(in: 2)
      ? "\(draft.random.below(9))" : "\(edges[draft.random.below(edges.count)])"
  }
}
