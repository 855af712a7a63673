/// The extra fields of a header (APPNOTE 4.5): blocks of a two-byte tag, a two-byte size and the
/// data.
struct ExtraFields {
  static let zip64: UInt16 = 0x0001
  static let unicodePath: UInt16 = 0x7075

  private(set) var zip64: Range<Int>?
  private(set) var unicodePath: Range<Int>?
  /// Offset of a block that runs past the end of the fields; nil when all fit.
  private(set) var brokenOffset: Int?

  /// Walks the blocks in `range` and keeps the first of each kind that the reader uses.
  init(_ input: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard position + 4 <= range.upperBound else {
        // Up to three bytes of padding are common: Android's zipalign writes them.
        return
      }
      let tag = LittleEndian.load2(input, position)
      let data = position + 4
      let end = data + Int(LittleEndian.load2(input, position + 2))
      guard end <= range.upperBound else {
        brokenOffset = position
        return
      }
      if tag == Self.zip64, zip64 == nil { zip64 = data..<end }
      if tag == Self.unicodePath, unicodePath == nil { unicodePath = data..<end }
      position = end
    }
  }

  /// Replaces each saturated 32-bit value by the next value of the zip64 field, in their fixed
  /// order (4.5.3). False when the field is missing or too short.
  func widen(
    _ input: Span<UInt8>, _ fields: inout [3 of UInt64], count: Int
  ) -> Bool {
    var position = zip64?.lowerBound ?? 0
    let end = zip64?.upperBound ?? 0
    for index in 0..<count where fields[index] == 0xFFFF_FFFF {
      guard position + 8 <= end else { return false }
      fields[index] = LittleEndian.load8(input, position)
      position += 8
    }
    return true
  }

  /// Disk number: where the 16-bit field is saturated, the four bytes after the first `count`
  /// values of the zip64 field.
  func disk(_ input: Span<UInt8>, _ field: UInt16, after count: Int) -> UInt32 {
    guard field == 0xFFFF, let zip64, zip64.count >= 8 * count + 4 else { return UInt32(field) }
    return LittleEndian.load4(input, zip64.lowerBound + 8 * count)
  }
}
