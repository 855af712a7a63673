import SideFiles

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
