/// A number at a fixed place of a binary header.
struct HeaderField: Equatable {
  let offset: Int
  let width: Int
  let isBigEndian: Bool
  /// Whether the number is an IEEE float of 32 bits.
  var isFloat = false

  /// Numbers of the binary header that `bytes` begin with or contain; empty for a text.
  ///
  /// Places are those of NIfTI-1 and -2, of the count of a binary STL file, of the tables at the
  /// start of appended VTK data, and of the first rows of a binary PLY file.
  static func all(in bytes: [UInt8]) -> [HeaderField] {
    for isBigEndian in [false, true] {
      switch number(bytes, 0, 4, isBigEndian) {
      case 348 where bytes.count >= 348: return nifti(isFirst: true, isBigEndian, bytes.count)
      case 540 where bytes.count >= 540: return nifti(isFirst: false, isBigEndian, bytes.count)
      default: continue
      }
    }
    if let start = end(of: "<AppendedData", then: "_", in: bytes) {
      return (0..<6).flatMap { index in
        [4, 8].map { HeaderField(offset: start + $0 * index, width: $0, isBigEndian: false) }
      }.filter { $0.offset + $0.width <= bytes.count }
    }
    if bytes.starts(with: "ply".utf8), let start = end(of: "end_header", then: "\n", in: bytes) {
      let isBigEndian = contains("binary_big", bytes.prefix(64))
      return (start..<min(bytes.count, start + 64)).flatMap { place in
        [1, 2, 4].map { HeaderField(offset: place, width: $0, isBigEndian: isBigEndian) }
      }.filter { $0.offset + $0.width <= bytes.count }
    }
    let isText = bytes.prefix(80).allSatisfy { $0 < 0x80 && $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D }
    guard bytes.count >= 84, !isText || bytes[80...].prefix(4).contains(0) else { return [] }
    return [HeaderField(offset: 80, width: 4, isBigEndian: false)]
  }

  private static func nifti(
    isFirst: Bool, _ isBigEndian: Bool, _ count: Int
  ) -> [HeaderField] {
    let (dim, width) = isFirst ? (40, 2) : (16, 8)
    var fields = [0, 1, 1, 2, 3, 4, 5, 6, 7].map {
      HeaderField(offset: dim + $0 * width, width: width, isBigEndian: isBigEndian)
    }
    for place in isFirst ? [70, 72] : [12, 14] {
      fields.append(HeaderField(offset: place, width: 2, isBigEndian: isBigEndian))
    }
    fields.append(
      isFirst
        ? HeaderField(offset: 108, width: 4, isBigEndian: isBigEndian, isFloat: true)
        : HeaderField(offset: 168, width: 8, isBigEndian: isBigEndian))
    // The flag of extensions, and size and code of the first one.
    let end = isFirst ? 348 : 540
    for (place, width) in [(end, 1), (end + 4, 4), (end + 8, 4)] where place + width <= count {
      fields.append(HeaderField(offset: place, width: width, isBigEndian: isBigEndian))
    }
    return fields
  }

  // MARK: Bytes

  static func number(
    _ bytes: [UInt8], _ offset: Int, _ width: Int, _ isBigEndian: Bool
  ) -> UInt64 {
    guard offset + width <= bytes.count else { return 0 }
    var value: UInt64 = 0
    for index in 0..<width {
      value = value << 8 | UInt64(bytes[offset + (isBigEndian ? index : width - 1 - index)])
    }
    return value
  }

  /// Sets the number; higher bytes are cut off.
  func set(_ value: UInt64, in bytes: inout [UInt8]) {
    for index in 0..<width {
      let byte = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
      bytes[offset + (isBigEndian ? width - 1 - index : index)] = byte
    }
  }

  /// Offset after the first `last` that follows `first`; nil without both.
  private static func end(of first: String, then last: String, in bytes: [UInt8]) -> Int? {
    guard let start = place(of: Array(first.utf8), in: bytes, from: 0),
      let end = place(of: Array(last.utf8), in: bytes, from: start)
    else { return nil }
    return end + last.utf8.count
  }

  private static func contains(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    place(of: Array(text.utf8), in: Array(bytes), from: 0) != nil
  }

  private static func place(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= text.count else { return nil }
    for place in start..<max(start, bytes.count - text.count + 1)
    where bytes[place] == text[0] && bytes[place...].starts(with: text) {
      return place
    }
    return nil
  }
}
