/// Writes DEFLATE streams (RFC 1951), byte for byte the same for equal input.
public enum Deflate {
  public enum Level: Sendable, CaseIterable {
    /// Stored blocks: no compression, five bytes more for every 65,535.
    case stored
  }

  /// A complete stream of `input`.
  public static func deflate(_ input: Span<UInt8>, level: Level) -> [UInt8] {
    switch level {
    case .stored: stored(input)
    }
  }

  /// Stored blocks of at most 65,535 bytes (section 3.2.4), at least one.
  private static func stored(_ input: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + 5 * (input.count / 0xFFFF + 1))
    var position = 0
    repeat {
      let end = min(position + 0xFFFF, input.count)
      output.append(end == input.count ? 1 : 0)
      output.appendLittleEndian(UInt16(end - position))
      output.appendLittleEndian(~UInt16(end - position))
      for index in position..<end { output.append(input[index]) }
      position = end
    } while position < input.count
    return output
  }
}
