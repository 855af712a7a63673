import SideFiles

/// An NRRD header as `dump --as nrrd` prints it, with the segments that its keys describe.
struct NRRDDump: Encodable {
  struct Segment: Encodable {
    var id: String
    var name: String
    var color: [NumberDump]
    var extent: [Int32]
    var labelValue: Int32
    var layer: Int32
    var tags: [String]
  }

  var version: Int
  var fields: [String: String]
  var keys: [String: String]
  var sizes: [UInt64]
  var dataFiles: [String]
  var dataOffset: Int?
  var segments: [Segment]

  init(_ header: NRRDHeader) {
    version = header.version
    fields = Dictionary(
      header.fields.map { ($0.name, SceneDump.text($0.value)) }, uniquingKeysWith: { $1 })
    keys = Dictionary(
      header.pairs.map { (SceneDump.text($0.key), SceneDump.text($0.value)) },
      uniquingKeysWith: { $1 })
    sizes = header.sizes
    dataFiles = header.dataFiles.map(SceneDump.text)
    dataOffset = header.dataOffset
    segments = SegmentationHeader(header).segments.map { segment in
      Segment(
        id: SceneDump.text(segment.id), name: SceneDump.text(segment.name),
        color: NumberDump.list(segment.color), extent: segment.extent,
        labelValue: segment.labelValue, layer: segment.layer,
        tags: segment.tags.map { SceneDump.text($0.key) + ":" + SceneDump.text($0.value) })
    }
  }
}
