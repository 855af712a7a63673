internal import ByteReading

extension VTKXMLHeader {
  /// Writes a file with the same counts and arrays, and zeros as appended data.
  ///
  /// Nil when it has more than `limit` bytes, or when the type of the data set is no name. Arrays
  /// become arrays of field data. Reading the file gives the same type, numbers of points and cells
  /// and arrays, without hazards.
  public func write(limit: Int = 1 << 24) -> [UInt8]? {
    let rows = arrays.reduce(0) { sum($0, product([$1.componentCount, $1.tupleCount, 8])) }
    let isName = type.utf8.allSatisfy { $0.isASCIIDigit || (0x41...0x5A).contains($0 & 0xDF) }
    guard rows <= UInt64(max(limit, 0)), isName else { return nil }
    var text = "<VTKFile type=\"\(type)\" byte_order=\"LittleEndian\" header_type=\"UInt64\">"
    text += "<FieldData>"
    var data: [UInt8] = []
    for array in arrays {
      text += "<DataArray type=\"\(array.type)\" NumberOfComponents=\"\(array.componentCount)\""
      text += " NumberOfTuples=\"\(array.tupleCount)\""
      if let width = VTKDataFormat.types[array.type] {
        let count = array.componentCount * array.tupleCount * UInt64(width)
        text += " format=\"appended\" offset=\"\(data.count)\""
        data += (0..<8).map { UInt8(truncatingIfNeeded: count >> UInt64(8 * $0)) }
        data += [UInt8](repeating: 0, count: Int(count))
      }
      text += "/>"
    }
    text += "</FieldData><Piece NumberOfPoints=\"\(pointCount)\" NumberOfCells=\"\(cellCount)\"/>"
    text += "<AppendedData encoding=\"raw\">_"
    return Array(text.utf8) + data + Array("</AppendedData></VTKFile>".utf8)
  }
}
