/// Reads the structure of an STL file.
///
/// A binary file has 80 bytes, a little-endian count and 50 bytes per triangle; a text file begins
/// with `solid`. A file that begins with `solid` and has exactly the length of its binary count is
/// binary.
enum STLReading {
  static func read(
    _ input: Span<UInt8>, _ limits: SideFileLimits
  ) throws(Refusal) -> MeshHeader {
    let isText = input.has("solid", at: 0)
    if isText, !hasBinaryLength(input) { return try readText(input, limits) }
    guard input.count >= 84 else {
      throw Refusal(code: .headerNotEnded, offset: input.count)
    }
    var header = MeshHeader(.stlBinary, limits: limits)
    let count = input.unsigned(at: 80, width: 4, isBigEndian: false)
    header.cellCount = count
    header.pointCount = 3 * count
    header.report.claim(50 * count, at: 80, available: input.count - 84)
    if 50 * count < UInt64(input.count - 84) {
      header.report.addNote(.surplusData, at: 84 + 50 * Int(count))
    }
    return header
  }

  private static func hasBinaryLength(_ input: Span<UInt8>) -> Bool {
    guard input.count >= 84 else { return false }
    return 50 * input.unsigned(at: 80, width: 4, isBigEndian: false) == UInt64(input.count - 84)
  }

  /// `solid name`, then facets: `facet normal x y z`, `outer loop`, three times `vertex x y z`,
  /// `endloop`, `endfacet`; at the end `endsolid`.
  private static func readText(
    _ input: Span<UInt8>, _ limits: SideFileLimits
  ) throws(Refusal) -> MeshHeader {
    var header = MeshHeader(.stlText, limits: limits)
    var scanner = TokenScanner()
    _ = scanner.line(input)
    var vertices = 0
    var isInFacet = false
    while let word = scanner.word(input) {
      switch input.lowercasedText(word) {
      case "facet":
        guard !isInFacet else { throw Refusal(code: .unknownField, offset: word.lowerBound) }
        isInFacet = true
        vertices = 0
        try readNumbers(3, after: "normal", &scanner, input, &header)
      case "outer", "endloop", "loop": break
      case "vertex":
        guard isInFacet else { throw Refusal(code: .unknownField, offset: word.lowerBound) }
        vertices += 1
        header.pointCount += 1
        try readNumbers(3, after: nil, &scanner, input, &header)
      case "endfacet":
        guard isInFacet else { throw Refusal(code: .unknownField, offset: word.lowerBound) }
        if vertices != 3 { header.report.addHazard(.countMismatch, at: word.lowerBound) }
        isInFacet = false
        header.cellCount += 1
      case "endsolid", "solid": _ = scanner.line(input)
      default: throw Refusal(code: .unknownField, offset: word.lowerBound)
      }
    }
    if isInFacet { throw Refusal(code: .headerNotEnded, offset: input.count) }
    return header
  }

  private static func readNumbers(
    _ count: Int, after keyword: String?, _ scanner: inout TokenScanner, _ input: Span<UInt8>,
    _ header: inout MeshHeader
  ) throws(Refusal) {
    if let keyword {
      guard let word = scanner.word(input), input.lowercasedText(word) == keyword else {
        throw Refusal(code: .unknownField, offset: min(scanner.position, input.count))
      }
    }
    for _ in 0..<count {
      guard let word = scanner.word(input) else {
        throw Refusal(code: .headerNotEnded, offset: input.count)
      }
      let text = input.bytes(word, maximum: 64)[...]
      if !PartialNumber.isWhole(text) {
        header.report.addHazard(.notANumber, at: word.lowerBound)
      } else if !PartialNumber.cDouble(text).isFinite {
        header.report.addHazard(.nonFiniteNumber, at: word.lowerBound)
      }
    }
  }
}
