/// Deletes lines.
struct Lines: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    var ends = input.indices.filter { input[$0] == 0x0A }.map { $0 + 1 }
    if ends.last != input.count { ends.append(input.count) }
    guard ends.count > 2 else { return nil }
    return ChangeGroup(input, ends.indices.map { [Edit(($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0])] })
  }
}

/// Deletes words and separators of inputs with many of them, where that is quicker than bytes.
struct Words: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0, input.count > 64 else { return nil }
    let ends = Self.boundaries(input)
    return ChangeGroup(input, zip(ends, ends.dropFirst()).map { [Edit($0..<$1)] })
  }

  /// Boundaries between alphanumeric and other bytes, with both ends.
  static func boundaries(_ input: [UInt8]) -> [Int] {
    var out = [0]
    for index in input.indices.dropFirst()
    where ASCIIClass.isWord(input[index]) != ASCIIClass.isWord(input[index - 1])
      || !ASCIIClass.isWord(input[index])
    {
      out.append(index)
    }
    return out + (input.isEmpty ? [] : [input.count])
  }
}

/// Deletes runs of neighboring words, which may only be deletable together. Quotes are deleted in
/// pairs.
struct WordWindows: Reducer {
  private static let spans = [6, 5, 4, 3, 2]
  /// Maximum input size; longer inputs have too many runs.
  static let longest = 256

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < Self.spans.count, input.count <= Self.longest else { return nil }
    let span = Self.spans[index]
    let ends = Words.boundaries(input)
    guard ends.count > span else { return ChangeGroup(input, []) }
    let windows = (0..<ends.count - span).map { ends[$0]..<ends[$0 + span] }
      .filter { window in input[window].count { $0 == 0x22 || $0 == 0x27 } % 2 == 0 }
    return ChangeGroup(input, windows.map { [Edit($0)] }, isExclusive: true)
  }
}

/// Classes of bytes for reducers without a grammar.
enum ASCIIClass {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }
}
