/// Reads the structure of a Wavefront OBJ file: vertices, texture coordinates, normals and
/// elements.
///
/// An index counts from 1, or back from the last vertex when it is negative. An index must name a
/// vertex of the whole file. Lines that end with a backslash continue.
struct OBJReading {
  let limits: SideFileLimits
  private var header: MeshHeader
  /// Numbers of `v`, `vt` and `vn` lines so far.
  private var counts: [3 of Int64] = [0, 0, 0]
  /// Largest positive index of each kind, and its offset.
  private var largest: [3 of Int64] = [0, 0, 0]
  private var offsets: [3 of Int] = [0, 0, 0]

  init(limits: SideFileLimits) {
    self.limits = limits
    header = MeshHeader(.obj, limits: limits)
  }

  mutating func read(_ input: Span<UInt8>) throws(Refusal) -> MeshHeader {
    var scanner = TokenScanner()
    while let line = scanner.line(input) {
      var words = TokenScanner(position: line.lowerBound)
      let part = input.extracting(0..<line.upperBound)
      guard let keyword = words.word(part) else { continue }
      switch part.lowercasedText(keyword) {
      case "v": count(0, keyword, &words, part, minimum: 3)
      case "vt": count(1, keyword, &words, part, minimum: 1)
      case "vn": count(2, keyword, &words, part, minimum: 3)
      case "f", "l", "p", "fo": readElement(keyword, &words, part)
      case "mtllib":
        let name = part.bytes(words.position..<line.upperBound, maximum: 4096)[...].trimmed
        header.report.addDataFile(name, at: keyword.lowerBound)
      case "o", "g", "s", "usemtl", "vp", "usemap", "maplib", "cstype", "deg", "curv", "surf",
        "parm", "end", "trim", "hole", "bevel", "c_interp", "d_interp", "lod", "shadow_obj",
        "trace_obj":
        break
      case let text where text.hasPrefix("#"): break
      default:
        guard header.pointCount > 0 || header.cellCount > 0 || !isBinary(keyword, part) else {
          throw Refusal(code: .missingMagic, offset: keyword.lowerBound)
        }
        header.report.addNote(.unknownName, at: keyword.lowerBound)
      }
    }
    for kind in 0..<3 where largest[kind] > counts[kind] {
      header.report.addHazard(.indexOutside, at: offsets[kind])
    }
    header.pointCount = UInt64(counts[0])
    return header
  }

  /// Whether the word has control bytes, which no text of this format has.
  private func isBinary(_ word: Range<Int>, _ input: Span<UInt8>) -> Bool {
    input.bytes(word).contains { $0 < 0x20 || $0 == 0x7F }
  }

  private mutating func count(
    _ kind: Int, _ keyword: Range<Int>, _ words: inout TokenScanner, _ input: Span<UInt8>,
    minimum: Int
  ) {
    counts[kind] += 1
    if kind == 0 { header.pointCount += 1 }
    var numbers = 0
    while numbers < 16, let word = words.word(input) {
      numbers += 1
      if !PartialNumber.isWhole(input.bytes(word, maximum: 64)[...]) {
        header.report.addHazard(.notANumber, at: word.lowerBound)
      }
    }
    if numbers < minimum { header.report.addHazard(.missingColumn, at: keyword.lowerBound) }
  }

  /// Indices `v`, `v/vt`, `v//vn` or `v/vt/vn`.
  private mutating func readElement(
    _ keyword: Range<Int>, _ words: inout TokenScanner, _ input: Span<UInt8>
  ) {
    header.cellCount += 1
    var corners = 0
    while let word = words.word(input) {
      if word.count == 1, input[word.lowerBound] == UInt8(ascii: "\\") { return }
      corners += 1
      var kind = 0
      var start = word.lowerBound
      for index in word.lowerBound...word.upperBound {
        let isEnd = index == word.upperBound
        guard isEnd || input[index] == UInt8(ascii: "/") else { continue }
        if start < index, kind < 3 { readIndex(kind, start..<index, input) }
        kind += 1
        start = index + 1
      }
    }
    if corners == 0 { header.report.addHazard(.missingColumn, at: keyword.lowerBound) }
  }

  private mutating func readIndex(_ kind: Int, _ range: Range<Int>, _ input: Span<UInt8>) {
    guard let index = input.integer(range) else {
      return header.report.addHazard(.notANumber, at: range.lowerBound)
    }
    if index == 0 || index < -counts[kind] {
      header.report.addHazard(.indexOutside, at: range.lowerBound)
    } else if index > largest[kind] {
      largest[kind] = index
      offsets[kind] = range.lowerBound
    }
  }
}
