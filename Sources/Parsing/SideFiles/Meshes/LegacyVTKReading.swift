internal import ByteReading

/// Reads the structure of a legacy VTK file: the sections of its text, and the data that they
/// claim.
///
/// Facts: "VTK File Formats" of the VTK User's Guide, and vtkDataReader. Keywords have any case;
/// binary data is big-endian and begins after the line end of its declaration.
struct LegacyVTKReading {
  let limits: SideFileLimits
  var header: MeshHeader
  var scanner = TokenScanner()
  var isBinary = false
  /// Whether cells are offsets and connectivity, as from version 5.1 on.
  var hasOffsets = false
  /// Tuples of the attribute section read.
  private var tupleCount: UInt64 = 0
  var hasEnded = false

  init(limits: SideFileLimits) {
    self.limits = limits
    header = MeshHeader(.legacyVTK, limits: limits)
  }

  mutating func read(_ input: Span<UInt8>) throws(Refusal) -> MeshHeader {
    try readIntroduction(input)
    while !hasEnded, let word = scanner.word(input) {
      guard header.arrays.count < limits.maximumRecords else {
        throw Refusal(code: .recordLimit, offset: word.lowerBound)
      }
      try readSection(input.lowercasedText(word), word, input)
    }
    return header
  }

  /// Version, title, `ASCII` or `BINARY`.
  private mutating func readIntroduction(_ input: Span<UInt8>) throws(Refusal) {
    guard let first = scanner.line(input) else { throw Refusal(code: .missingMagic, offset: 0) }
    let words = String(decoding: input.bytes(first, maximum: 64), as: UTF8.self).split(
      separator: " ")
    let version = (words.last ?? "").split(separator: ".").map { Int($0) ?? 0 }
    if let major = version.first {
      hasOffsets = (major, version.count > 1 ? version[1] : 0) >= (5, 1)
    }
    _ = scanner.line(input)
    guard let word = scanner.word(input) else {
      throw Refusal(code: .headerNotEnded, offset: input.count)
    }
    switch input.lowercasedText(word) {
    case "ascii": isBinary = false
    case "binary": isBinary = true
    default: throw Refusal(code: .invalidField, offset: word.lowerBound)
    }
  }

  private mutating func readSection(
    _ keyword: String, _ word: Range<Int>, _ input: Span<UInt8>
  ) throws(Refusal) {
    switch keyword {
    case "dataset": _ = scanner.line(input)
    case "dimensions":
      let sizes = try counts(3, input)
      header.pointCount = product(sizes)
      header.cellCount = product(sizes.map { max($0, 2) - 1 })
      if header.pointCount > 1 << 36 { header.report.addHazard(.hugeImage, at: word.lowerBound) }
    case "origin", "spacing", "aspect_ratio": _ = scanner.skipWords(input, 3)
    case "extent": _ = scanner.skipWords(input, 6)
    case "points":
      header.pointCount = try counts(1, input)[0]
      try readArray(keyword, try type(input), header.pointCount, 3, word, input)
    case "x_coordinates", "y_coordinates", "z_coordinates":
      let count = try counts(1, input)[0]
      try readArray(keyword, try type(input), count, 1, word, input)
    case "vertices", "lines", "polygons", "triangle_strips", "cells":
      try readCells(keyword, word, input)
    case "cell_types":
      let count = try counts(1, input)[0]
      if count != header.cellCount { header.report.addHazard(.countMismatch, at: word.lowerBound) }
      try readArray(keyword, "int", count, 1, word, input)
    case "point_data", "cell_data":
      tupleCount = try counts(1, input)[0]
      let expected = keyword == "point_data" ? header.pointCount : header.cellCount
      if tupleCount != expected { header.report.addHazard(.sizesDisagree, at: word.lowerBound) }
    case "metadata": skipMetadata(input)
    default: try readAttribute(keyword, word, input)
    }
  }

  /// Attributes of points or cells: name, type and a fixed or declared number of components.
  private mutating func readAttribute(
    _ keyword: String, _ word: Range<Int>, _ input: Span<UInt8>
  ) throws(Refusal) {
    let components: UInt64
    switch keyword {
    case "scalars": return try readScalars(word, input)
    case "color_scalars":
      guard scanner.word(input) != nil else { throw ended(input) }
      let count = try readComponentCount(input)
      return try readArray(
        keyword, isBinary ? "unsigned_char" : "float", tupleCount, count, word, input)
    case "lookup_table":
      guard scanner.word(input) != nil else { throw ended(input) }
      let count = try counts(1, input)[0]
      return try readArray(keyword, isBinary ? "unsigned_char" : "float", count, 4, word, input)
    case "texture_coordinates":
      guard scanner.word(input) != nil else { throw ended(input) }
      let count = try readComponentCount(input)
      return try readArray(keyword, try type(input), tupleCount, count, word, input)
    case "field": return try readField(word, input)
    case "vectors", "normals": components = 3
    case "tensors": components = 9
    case "tensors6": components = 6
    case "global_ids", "pedigree_ids", "edge_flags": components = 1
    default:
      // VTK stops at a keyword that it does not know.
      header.report.addNote(.unknownName, at: word.lowerBound)
      hasEnded = true
      return
    }
    guard scanner.word(input) != nil else { throw ended(input) }
    try readArray(keyword, try type(input), tupleCount, components, word, input)
  }

  /// `SCALARS name type [components]`, then a line `LOOKUP_TABLE name`.
  private mutating func readScalars(_ word: Range<Int>, _ input: Span<UInt8>) throws(Refusal) {
    let words = scanner.wordsOfLine(input)
    guard words.count >= 2 else { throw Refusal(code: .invalidField, offset: word.lowerBound) }
    var components: UInt64 = 1
    if words.count > 2 { components = componentCount(input.integer(words[2]), words[2].lowerBound) }
    let start = scanner.position
    if let next = scanner.word(input), input.lowercasedText(next) == "lookup_table" {
      _ = scanner.word(input)
    } else {
      scanner.position = start
    }
    try readArray(
      "scalars", input.lowercasedText(words[1]), tupleCount, components, word, input,
      isLineEnded: scanner.position == start)
  }

  /// `FIELD name count`, then arrays `name components tuples type`.
  private mutating func readField(_ word: Range<Int>, _ input: Span<UInt8>) throws(Refusal) {
    guard scanner.word(input) != nil else { throw ended(input) }
    var count = try counts(1, input)[0]
    while count > 0, !hasEnded {
      count -= 1
      guard header.arrays.count < limits.maximumRecords else {
        throw Refusal(code: .recordLimit, offset: word.lowerBound)
      }
      guard let name = scanner.word(input) else {
        header.report.addHazard(.dataTooShort, at: word.lowerBound)
        return
      }
      switch input.lowercasedText(name) {
      case "null_array": continue
      case "metadata":
        skipMetadata(input)
        count += 1
        continue
      default: break
      }
      let components = try readComponentCount(input)
      let tuples = try counts(1, input)[0]
      try readArray(
        String(decoding: input.bytes(name), as: UTF8.self), try type(input), tuples,
        components, name, input)
    }
  }

  /// `METADATA` and the lines up to an empty one.
  private mutating func skipMetadata(_ input: Span<UInt8>) {
    _ = scanner.line(input)
    while let line = scanner.line(input), !line.allSatisfy({ input[$0].isASCIISpace }) {}
  }

  // MARK: Words

  func ended(_ input: Span<UInt8>) -> Refusal {
    Refusal(code: .headerNotEnded, offset: input.count)
  }

  /// Reads `count` integers, which should not be negative.
  mutating func counts(
    _ count: Int, _ input: Span<UInt8>
  ) throws(Refusal) -> [UInt64] {
    var values: [UInt64] = []
    for _ in 0..<count {
      guard let word = scanner.word(input) else { throw ended(input) }
      guard let value = input.integer(word) else {
        throw Refusal(code: .invalidField, offset: word.lowerBound)
      }
      if value < 0 { header.report.addHazard(.negativeCount, at: word.lowerBound) }
      values.append(UInt64(max(value, 0)))
    }
    return values
  }

  private mutating func readComponentCount(
    _ input: Span<UInt8>
  ) throws(Refusal) -> UInt64 {
    guard let word = scanner.word(input) else { throw ended(input) }
    guard let value = input.integer(word) else {
      throw Refusal(code: .invalidField, offset: word.lowerBound)
    }
    return componentCount(value, word.lowerBound)
  }

  private mutating func componentCount(_ value: Int64?, _ offset: Int) -> UInt64 {
    let value = value ?? 0
    if value < 1 || value > 65_536 { header.report.addHazard(.componentCount, at: offset) }
    return UInt64(max(value, 0))
  }

  mutating func type(_ input: Span<UInt8>) throws(Refusal) -> String {
    guard let word = scanner.word(input) else { throw ended(input) }
    return input.lowercasedText(word)
  }
}
