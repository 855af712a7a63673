/// Writes DEFLATE streams (RFC 1951), byte for byte the same for equal input.
public enum Deflate {
  /// How much work is spent on hazard repeats. Every level gives a valid stream of the same bytes.
  public enum Level: Sendable, CaseIterable {
    /// Stored blocks: no compression, five bytes more for every 65,535.
    case stored
    /// The last place of each four bytes is tried, and taken if it matches.
    case fast
    /// Up to 64 places are tried, and a longer match one byte later is preferred.
    case good
  }

  /// A complete stream of `input`.
  ///
  /// Every block takes the shortest of the three forms: stored, fixed codes, codes of its own. Cost: linear in the
  /// input; memory for the output, one block's symbols and, above `stored`, tables of 0.5 MiB.
  public static func deflate(_ input: Span<UInt8>, level: Level) -> [UInt8] {
    var output = BitOutput()
    guard level != .stored, !input.isEmpty else {
      DeflateBlock.writeStored(input, 0..<input.count, isFinal: true, &output)
      return output.finish()
    }
    var finder = MatchFinder(level == .fast ? .fast : .good)
    var position = 0
    while position < input.count {
      let start = position
      let block = finder.nextBlock(input, &position)
      block.write(input, start..<position, isFinal: position == input.count, &output)
    }
    return output.finish()
  }
}
