/// Counts lines over consecutive stretches of bytes; a line ends with LF, CR or CRLF.
public struct LineCounter: Equatable, Sendable {
  /// The number of the line at the end of what was counted, from 1.
  public private(set) var line: Int
  /// The offset of the first byte of that line.
  public private(set) var lineStart: Int
  /// A CR was the last byte counted: an LF that follows belongs to it.
  private var afterCarriageReturn = false

  /// Begins as if the bytes before had been counted: at the line `line`, whose first byte has the offset `lineStart`.
  public init(line: Int = 1, lineStart: Int = 0) {
    self.line = line
    self.lineStart = lineStart
  }

  /// Counts on over `bytes[range]`, whose first byte has the offset `offset`. Linear, a word at a time.
  public mutating func count(_ bytes: Span<UInt8>, in range: Range<Int>, at offset: Int) {
    let shift = offset &- range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      if i &+ 32 <= range.upperBound, !Self.mayEndLine(bytes, i) {
        afterCarriageReturn = false
        i &+= 32
        continue
      }
      if i &+ 8 <= range.upperBound {
        let low = Self.low(bytes.word(at: i)) & Word.highs
        let clear = low == 0 ? 8 : low.trailingZeroBitCount >> 3
        if clear > 0 {
          afterCarriageReturn = false
          i &+= clear
          continue
        }
      }
      let byte = bytes[i]
      if byte == 0x0A {
        if !afterCarriageReturn { line &+= 1 }
        lineStart = i &+ 1 &+ shift
      } else if byte == 0x0D {
        line &+= 1
        lineStart = i &+ 1 &+ shift
      }
      afterCarriageReturn = byte == 0x0D
      i &+= 1
    }
  }

  /// High bits where bytes are below 0x0E: LF and CR are, and TAB and control characters, which are looked at again.
  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { (word &- Word.repeating(0x0E)) & ~word }

  /// May one of the 32 bytes from `index` end a line?
  @inline(__always)
  private static func mayEndLine(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let words = bytes.fourWords(at: index)
    return (low(words.0) | low(words.1) | low(words.2) | low(words.3)) & Word.highs != 0
  }
}

extension SourcePosition {
  /// The position of `offset` in `bytes`. Linear in `offset`.
  public init(of offset: Int, in bytes: Span<UInt8>) {
    var counter = LineCounter()
    counter.count(bytes, in: 0..<Swift.min(offset, bytes.count), at: 0)
    self.init(
      offset: offset, line: Int32(clamping: counter.line),
      column: Int32(clamping: offset &- counter.lineStart &+ 1))
  }
}
