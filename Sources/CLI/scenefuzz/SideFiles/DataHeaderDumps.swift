import SideFiles

/// An image header as JSON.
struct ImageHeaderDump: Encodable {
  let format: String
  let encoding: String
  let sizes: [UInt64]
  let componentBytes: Int
  let componentCount: UInt64
  let dataOffset: Int?
  let dataFiles: [String]

  init(_ header: ImageHeader) {
    format = header.format.rawValue
    encoding = header.encoding.rawValue
    sizes = header.sizes
    componentBytes = header.componentBytes
    componentCount = header.componentCount
    dataOffset = header.dataOffset
    dataFiles = header.dataFiles.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The structure of a mesh or VTK XML file as JSON.
struct MeshHeaderDump: Encodable {
  struct Declared: Encodable {
    let name: String
    let type: String
    let componentCount: UInt64
    let tupleCount: UInt64
  }

  let format: String
  let pointCount: UInt64
  let cellCount: UInt64
  let arrays: [Declared]

  init(_ header: MeshHeader) {
    self.init(header.format.rawValue, header.pointCount, header.cellCount, header.arrays)
  }

  init(_ header: VTKXMLHeader) {
    self.init(header.type, header.pointCount, header.cellCount, header.arrays)
  }

  private init(_ format: String, _ points: UInt64, _ cells: UInt64, _ arrays: [MeshArray]) {
    self.format = format
    pointCount = points
    cellCount = cells
    self.arrays = arrays.map {
      Declared(
        name: String(decoding: $0.name, as: UTF8.self), type: $0.type,
        componentCount: $0.componentCount, tupleCount: $0.tupleCount)
    }
  }
}

/// A table's columns and number of rows as JSON.
struct TableDump: Encodable {
  let columns: [String]
  let rows: Int

  init(_ table: TableFile) {
    columns = table.columns.map { String(decoding: $0, as: UTF8.self) }
    rows = table.rowCount
  }
}
