/// Writes DEFLATE streams (RFC 1951). Equal input gives equal output.
public enum Deflate {
  /// Effort of the search for matches. Every level gives a valid stream.
  public enum Level: Sendable, CaseIterable {
    /// Stored blocks: no compression, five extra bytes per 65,535.
    case stored
    /// Tries only the last position with the same four bytes.
    case fast
    /// Tries up to 64 positions and prefers a longer match one byte later.
    case good
  }

  /// Returns a complete stream of `input`.
  ///
  /// Every block takes the shortest of the three forms: stored, fixed codes, dynamic codes. Cost:
  /// linear in the input. Memory: the output, the symbols of one block and, above `stored`, tables
  /// of at most 0.5 MiB.
  public static func deflate(_ input: Span<UInt8>, level: Level) -> [UInt8] {
    var output = BitOutput()
    guard level != .stored, !input.isEmpty else {
      DeflateBlock.writeStored(input, 0..<input.count, isFinal: true, &output)
      return output.finish()
    }
    var finder = MatchFinder(level == .fast ? .fast : .good, count: input.count)
    var position = 0
    while position < input.count {
      let start = position
      let block = finder.nextBlock(input, &position)
      block.write(input, start..<position, isFinal: position == input.count, &output)
    }
    return output.finish()
  }
}
