import ByteReading

/// Bytes that a processor reads, in UTF-8 and followed by zeros, and their mapping to the bytes as
/// given.
struct Window: Sendable {
  /// Number of zeros after the bytes: four words may be read at the end, and one after it.
  static let padding = 48

  /// The bytes, then at least `padding` zeros, then stale bytes.
  private(set) var storage = Window.empty
  private static let empty = [UInt8](repeating: 0, count: padding)
  private(set) var count = 0
  /// Offset of the first byte in the whole UTF-8 form.
  private(set) var base = 0
  var encoding = Encoding.utf8

  /// Bytes between two marks: what finding an offset reads at most, for 1/16 of the window's size.
  private static let markDistance = 256
  /// Offsets of the UTF-8 form with those of the bytes as given, about every `markDistance` bytes.
  /// Empty if they agree.
  private var marks: [(utf8: Int, given: Int)] = []
  private var lines = LineCounter()
  /// Offset, in the bytes as given, of the start of the line at `base`.
  private var lineStart = 0
  private var pair = UTF16Pairing()

  var isIdentity: Bool {
    encoding == .utf8 || encoding == .utf8WithMark || encoding == .ascii
  }

  func bytes(_ offset: Int, _ length: Int) -> ArraySlice<UInt8> {
    storage[offset - base..<offset - base + length]
  }

  // MARK: Filling

  /// Appends the first bytes. A UTF-8 byte order mark stays one even if the rest is in another
  /// encoding.
  mutating func begin(with bytes: Span<UInt8>) {
    let hasMark =
      bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    guard hasMark, encoding == .latin1 || encoding == .ascii else { return append(bytes) }
    for k in 0..<3 { put(bytes[k]) }
    marks = [(3, 3)]
    given = 3
    append(bytes.extracting(3..<bytes.count))
  }

  /// Appends a piece, decoded. Bytes that are not characters become bytes that are not UTF-8.
  mutating func append(_ piece: Span<UInt8>) {
    switch encoding {
    case .utf8, .utf8WithMark:
      reserve(piece.count)
      let start = count
      var target = storage.mutableSpan
      for k in 0..<piece.count { target[start &+ k] = piece[k] }
      count += piece.count
    case .ascii:
      reserve(piece.count)
      for k in 0..<piece.count { put(piece[k] < 0x80 ? piece[k] : 0xFF) }
    case .latin1:
      for k in 0..<piece.count { put(scalar: UInt32(piece[k]), width: 1) }
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = encoding == .utf16LittleEndian
      for k in 0..<piece.count {
        guard let found = pair.next(piece[k], isLittleEndian: isLittle) else { continue }
        if let lone = found.lone { put(scalar: lone, width: 2) }
        if let scalar = found.scalar { put(scalar: scalar, width: scalar < 0x10000 ? 2 : 4) }
      }
    }
    pad()
  }

  /// Ends the input: an incomplete character is malformed.
  mutating func finish() {
    if let lone = pair.pendingSurrogate { put(scalar: lone, width: 2) }
    if pair.hasHalf { put(0xFF) }
    pad()
    pair = UTF16Pairing()
  }

  private mutating func put(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  private mutating func put(scalar: UInt32, width: Int) {
    if let last = marks.last {
      if base + count - last.utf8 >= Self.markDistance { marks.append((base + count, given)) }
    } else {
      marks.append((0, 0))
    }
    given += width
    reserve(4)
    if scalar < 0x80 {
      storage[count] = UInt8(truncatingIfNeeded: scalar)
      count += 1
      return
    }
    var encoded: [UInt8] = []
    encoded.appendUTF8(scalar)
    for byte in encoded { put(byte) }
  }

  /// Bytes as given so far, in the encodings that are decoded.
  private var given = 0

  /// Writes the zeros after the last byte.
  private mutating func pad() {
    let end = count
    var target = storage.mutableSpan
    for k in end..<end &+ Self.padding { target[k] = 0 }
  }

  /// Reserves space for `more` bytes and the padding; grows by doubling.
  private mutating func reserve(_ more: Int) {
    let wanted = count + more + Self.padding
    if wanted > storage.count {
      let room = count == 0 ? wanted : max(wanted, storage.count * 2)
      storage.fill(with: 0, count: room - storage.count)
    }
  }

  /// Drops the bytes from `offset` on.
  mutating func cut(at offset: Int) {
    count = offset - base
    pad()
  }

  /// Drops the bytes before `offset` if that is worth moving the rest.
  mutating func drop(before offset: Int) {
    let gone = offset - base
    guard gone > 0, gone >= count - gone else { return }
    lines = linesCounted(upTo: gone)
    if lines.lineStart > base { lineStart = givenOffset(lines.lineStart) }
    if let kept = marks.lastIndex(where: { $0.utf8 <= offset }) {
      marks[kept] = (offset, givenOffset(offset))
      marks.removeFirst(kept)
    }
    let rest = count - gone
    // Copied through an array: the compiler does not prove that the two ranges are apart and would
    // move single bytes.
    let kept = [UInt8](storage[gone..<count])
    var target = storage.mutableSpan
    for k in 0..<rest { target[k] = kept[k] }
    count = rest
    base = offset
    pad()
  }

  // MARK: Positions

  /// Returns the offset in the bytes as given.
  func givenOffset(_ offset: Int) -> Int {
    if isIdentity { return offset }
    var low = 0
    var high = marks.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if marks[middle].utf8 <= offset { low = middle } else { high = middle }
    }
    guard low < marks.count else { return offset }
    var result = marks[low].given
    for k in (marks[low].utf8 - base)..<max(offset - base, marks[low].utf8 - base) {
      let byte = storage[k]
      if encoding == .latin1 {
        if byte & 0xC0 != 0x80 { result += 1 }
      } else if byte < 0x80 || byte >= 0xC0 {
        result += byte == 0xFF ? 1 : byte >= 0xF0 ? 4 : 2
      }
    }
    return result
  }

  private func linesCounted(upTo end: Int) -> LineCounter {
    var counter = lines
    counter.count(storage.span, in: 0..<end, at: base)
    return counter
  }

  /// Returns the position of an offset. Linear in the bytes of the window before `offset`.
  func position(_ offset: Int) -> SourcePosition {
    let counter = linesCounted(upTo: min(max(offset - base, 0), count))
    let start = counter.lineStart > base ? givenOffset(counter.lineStart) : lineStart
    let place = givenOffset(offset)
    return SourcePosition(
      offset: place, line: Int32(clamping: counter.line),
      column: Int32(clamping: place - start + 1))
  }
}
