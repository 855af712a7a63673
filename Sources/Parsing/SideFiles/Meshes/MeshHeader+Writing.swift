extension MeshHeader {
  /// Writes a file of this format with the same counts and arrays, and zeros as data.
  ///
  /// Nil when it has more than `limit` bytes. Arrays of legacy VTK files become arrays of a field.
  /// Reading the file gives the same numbers of points and cells and the same arrays, without
  /// hazards.
  public func write(limit: Int = 1 << 24) -> [UInt8]? {
    let room = UInt64(max(limit, 0))
    let rows = arrays.reduce(0) { sum($0, product([$1.componentCount, $1.tupleCount, 8])) }
    guard rows <= room, product([pointCount, 12]) <= room, product([cellCount, 100]) <= room else {
      return nil
    }
    switch format {
    case .stlBinary:
      let count = (0..<4).map { UInt8(truncatingIfNeeded: cellCount >> UInt64(8 * $0)) }
      return [UInt8](repeating: 0x20, count: 80) + count
        + [UInt8](repeating: 0, count: 50 * Int(cellCount))
    case .stlText:
      let facet =
        "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 0 0 0\nvertex 0 0 0\n"
        + "endloop\nendfacet\n"
      return Array(
        ("solid s\n" + String(repeating: facet, count: Int(cellCount)) + "endsolid s\n").utf8)
    case .obj:
      let element = pointCount > 0 ? "p 1\n" : "p /\n"
      return Array(
        (String(repeating: "v 0 0 0\n", count: Int(pointCount))
          + String(repeating: element, count: Int(cellCount))).utf8)
    case .ply: return ply()
    case .legacyVTK: return legacyVTK()
    }
  }

  private func ply() -> [UInt8] {
    var bytes = Array("ply\nformat binary_little_endian 1.0\n".utf8)
    for element in arrays {
      bytes += Array("element ".utf8) + element.name + Array(" \(element.tupleCount)\n".utf8)
      for property in 0..<element.componentCount {
        bytes += Array("property uchar p\(property)\n".utf8)
      }
    }
    bytes += Array("end_header\n".utf8)
    for element in arrays {
      bytes += [UInt8](repeating: 0, count: Int(element.tupleCount * element.componentCount))
    }
    return bytes
  }

  /// Points, vertices as cells, and one field with all arrays.
  private func legacyVTK() -> [UInt8]? {
    var bytes = Array("# vtk DataFile Version 3.0\nt\nBINARY\nDATASET POLYDATA\n".utf8)
    bytes += Array("POINTS \(pointCount) unsigned_char\n".utf8)
    bytes += [UInt8](repeating: 0, count: 3 * Int(pointCount))
    if cellCount > 0 {
      // A cell of one point, or of none where there are no points.
      let cell: [UInt8] = pointCount > 0 ? [0, 0, 0, 1, 0, 0, 0, 0] : [0, 0, 0, 0]
      bytes += Array("\nVERTICES \(cellCount) \(cellCount * UInt64(cell.count / 4))\n".utf8)
      for _ in 0..<cellCount { bytes += cell }
    }
    bytes += Array("\nFIELD f \(arrays.count)\n".utf8)
    for array in arrays {
      guard let width = LegacyVTKReading.types[array.type] else { return nil }
      bytes += Array("a \(array.componentCount) \(array.tupleCount) \(array.type)\n".utf8)
      let values = array.componentCount * array.tupleCount
      bytes += [UInt8](repeating: 0, count: Int(width == 0 ? (values + 7) / 8 : values * width))
      bytes.append(0x0A)
    }
    return bytes
  }
}
