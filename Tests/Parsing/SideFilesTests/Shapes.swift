import SideFiles
import ZipReading

/// Bytes of binary test files.
enum Shape {
  static func little(_ value: UInt64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }

  static func big(_ value: Int64, _ width: Int) -> [UInt8] {
    Array(little(UInt64(bitPattern: value), width).reversed())
  }

  /// A NIfTI-1 file of `sizes`, bytes per sample 1, with the given samples.
  static func nifti(sizes: [UInt16], offset: Float = 352, samples: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 352)
    func set(_ place: Int, _ value: [UInt8]) {
      bytes.replaceSubrange(place..<place + value.count, with: value)
    }
    set(0, little(348, 4))
    set(40, little(UInt64(sizes.count), 2))
    for (axis, size) in sizes.enumerated() { set(42 + 2 * axis, little(UInt64(size), 2)) }
    set(70, little(2, 2))
    set(72, little(8, 2))
    set(108, little(UInt64(offset.bitPattern), 4))
    set(344, Array("n+1\0".utf8))
    return bytes + [UInt8](repeating: 7, count: samples)
  }

  /// A NIfTI-2 file of `sizes`, bytes per sample 1, with the given samples.
  static func nifti2(sizes: [UInt64], samples: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 544)
    func set(_ place: Int, _ value: [UInt8]) {
      bytes.replaceSubrange(place..<place + value.count, with: value)
    }
    set(0, little(540, 4))
    set(4, Array("n+2\0\r\n\u{1A}\n".utf8))
    set(12, little(2, 2))
    set(14, little(8, 2))
    set(16, little(UInt64(sizes.count), 8))
    for (axis, size) in sizes.enumerated() { set(24 + 8 * axis, little(size, 8)) }
    set(168, little(544, 8))
    return bytes + [UInt8](repeating: 7, count: samples)
  }

  /// A gzip member with this content.
  static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .good)
      + little(UInt64(CRC32.checksum(content.span)), 4) + little(UInt64(content.count), 4)
  }

  /// A zlib stream of `count` zero bytes.
  static func zlib(_ count: Int) -> [UInt8] {
    let content = [UInt8](repeating: 0, count: count)
    return [0x78, 0x01] + Deflate.deflate(content.span, level: .good)
      + Array(little(UInt64(Adler32.checksum(content.span)), 4).reversed())
  }

  /// A binary STL file that claims `count` triangles and has `triangles`.
  static func stl(count: UInt64, triangles: Int) -> [UInt8] {
    [UInt8](repeating: 0x20, count: 80) + little(count, 4)
      + [UInt8](repeating: 0, count: 50 * triangles)
  }
}

extension SideFileReport {
  var codes: [SideFileHazard.Code] { hazards.map(\.code) }
  var noteCodes: [SideFileNote.Code] { notes.map(\.code) }
}
