internal import ByteReading
internal import SceneModel

/// Reads the lines of a color table, as the storage node does.
struct ColorTableReading {
  let limits: SideFileLimits
  var colors: [Int32: ColorTableFile.Color] = [:]
  var report: SideFileReport

  init(limits: SideFileLimits) {
    self.limits = limits
    report = SideFileReport(limit: limits.maximumNotes)
  }

  /// Reads lines `id name r g b [a]`; `#` at the start of a line begins a comment.
  mutating func readText(_ input: Span<UInt8>) throws(Refusal) {
    var lines = LineReader(input)
    while let line = lines.next() {
      guard let first = line.first, first != 0 else { continue }
      if first == UInt8(ascii: "#") {
        if line.starts(with: "# Color procedural file".utf8) {
          throw Refusal(code: .proceduralColors, offset: line.startIndex)
        }
        continue
      }
      if !line.isUTF8 { report.addHazard(.invalidUTF8, at: line.startIndex) }
      try readLine(line)
    }
  }

  /// Reads a line like a C++ stream: after the first failure the other values keep their defaults.
  private mutating func readLine(_ line: ArraySlice<UInt8>) throws(Refusal) {
    var stream = NumberStream(line)
    guard let index = stream.readInt() else {
      report.addHazard(.lineOfBlanks, at: line.startIndex)
      return
    }
    guard index >= 0 else {
      throw Refusal(code: .negativeColorIndex, offset: line.startIndex)
    }
    if let first = line.trimmed.first, !first.isASCIIDigit, first != UInt8(ascii: "+") {
      report.addHazard(.notANumber, at: line.startIndex)
    }
    let word = stream.readWord() ?? []
    var components = [0.0, 0, 0, 0]
    var missing = 0
    for place in components.indices {
      if let value = stream.readDouble() {
        components[place] = min(max(value, 0), 255)
        if value < 0 || value > 255 { report.addHazard(.componentOutOfRange, at: line.startIndex) }
      } else {
        missing += 1
      }
    }
    if missing == 0, stream.readWord() != nil { report.addNote(.surplusWords, at: line.startIndex) }
    if TextFile.hasControlOrDirection(word) {
      report.addHazard(.controlCharacter, at: line.startIndex)
    }
    if missing == 1 { report.addHazard(.missingAlpha, at: line.startIndex) }
    if missing > 1 { report.addHazard(.missingColumn, at: line.startIndex) }
    try add(index, name(word, line), components, at: line.startIndex)
  }

  /// Decodes a name: `_` is a blank, a single `_` is the empty name, and quotes at both ends are
  /// removed.
  private mutating func name(_ word: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) -> [UInt8] {
    let word = word.prefix { $0 != 0 }
    if word.elementsEqual("_".utf8) { return [] }
    let quote = UInt8(ascii: "'")
    if word.count(where: { $0 == quote }) % 2 == 1 {
      report.addHazard(.oddQuotes, at: line.startIndex)
    }
    if !word.isEmpty, word.allSatisfy({ $0 == quote }) {
      report.addHazard(.nameOfQuotes, at: line.startIndex)
    }
    var name = word.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...]
    name = name.drop { $0 == quote }
    while name.last == quote { name.removeLast() }
    return Array(name)
  }

  mutating func add(
    _ index: Int32, _ name: [UInt8], _ components: [Double], _ terminology: [[UInt8]] = [],
    at offset: Int
  ) throws(Refusal) {
    guard index <= ColorTableFile.maximumIndex else {
      throw Refusal(code: .colorIndexTooLarge, offset: offset)
    }
    if index > 65_535, colors.isEmpty { report.addHazard(.hugeTable, at: offset) }
    if colors[index] == nil {
      guard colors.count < limits.maximumRecords else {
        throw Refusal(code: .recordLimit, offset: offset)
      }
    } else {
      report.addNote(.repeatedColor, at: offset)
    }
    colors[index] = ColorTableFile.Color(
      index: index, name: name, components: components, terminology: terminology, offset: offset)
  }
}
