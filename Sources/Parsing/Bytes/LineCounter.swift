/// Line counter over consecutive stretches of bytes. A line ends with LF, CR or CRLF.
public struct LineCounter: Equatable, Sendable {
  /// Number of the line at the end of the counted bytes, from 1.
  public private(set) var line: Int
  /// Offset of the first byte of that line.
  public private(set) var lineStart: Int
  /// Whether the last counted byte is a CR, so that a following LF belongs to it.
  private var afterCarriageReturn = false

  /// Starts as if the preceding bytes had been counted: in line `line`, whose first byte is at
  /// offset `lineStart`.
  public init(line: Int = 1, lineStart: Int = 0) {
    self.line = line
    self.lineStart = lineStart
  }

  /// Counts the lines of `bytes[range]`, whose first byte is at offset `offset`. Linear, a word at
  /// a time.
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

  /// Sets the high bit of every byte below 0x0E: LF, CR, TAB and other control characters. The
  /// caller examines those bytes one by one.
  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { (word &- Word.repeating(0x0E)) & ~word }

  /// Returns whether one of the 32 bytes from `index` may end a line.
  @inline(__always)
  private static func mayEndLine(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let words = bytes.fourWords(at: index)
    return (low(words.0) | low(words.1) | low(words.2) | low(words.3)) & Word.highs != 0
  }
}

extension SourcePosition {
  /// Position of `offset` in `bytes`. Linear in `offset`.
  public init(of offset: Int, in bytes: Span<UInt8>) {
    var counter = LineCounter()
    counter.count(bytes, in: 0..<Swift.min(offset, bytes.count), at: 0)
    self.init(
      offset: offset, line: Int32(clamping: counter.line),
      column: Int32(clamping: offset &- counter.lineStart &+ 1))
  }
}
