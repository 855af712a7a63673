import ByteReading
import Preflight
import SideFiles

/// Common result of the readers of side files, for `check` and `dump`.
struct SideFile {
  var report: SideFileReport
  var counts: [String: Int]
  var dump: any Encodable
  /// Hazards of what the keys of a header describe: segments, or the items of a sequence.
  var furtherHazards: [SideFileHazard] = []

  /// - parameter kind: one of the side file readers.
  init(_ input: InputFile, as kind: InputKind) throws(SideFileError) {
    let bytes = input.bytes.span
    switch kind {
    case .fcsv:
      let file = try FiducialFile(reading: bytes, oldForm: .init(fileName: input.name))
      report = file.report
      counts = ["points": file.points.count]
      dump = FiducialDump(file)
    case .acsv:
      let file = try AnnotationFile(reading: bytes)
      report = file.report
      counts = ["points": file.points.count, "texts": file.texts.count]
      dump = AnnotationDump(file)
    case .colors:
      let file = try ColorTableFile(reading: bytes, form: .init(fileName: input.name))
      report = file.report
      counts = ["colors": file.colors.count]
      dump = ColorTableDump(file)
    case .nrrd:
      let header = try NRRDHeader(reading: bytes)
      let segmentation = SegmentationHeader(header)
      report = header.report
      counts = ["pairs": header.pairs.count, "segments": segmentation.segments.count]
      furtherHazards = segmentation.hazards + SequenceHeader(header).hazards
      dump = NRRDDump(header)
    case .vp:
      let file = try VolumePropertyFile(reading: bytes)
      report = file.report
      counts = ["points": (file.color ?? []).count]
      dump = VolumePropertyDump(file)
    case .procedural:
      let file = try ProceduralColorFile(reading: bytes)
      report = file.report
      counts = ["points": file.points.count]
      dump = ProceduralColorDump(file)
    case .image:
      let header = try ImageHeader(reading: bytes)
      report = header.report
      counts = ["axes": header.sizes.count, "dataFiles": header.dataFiles.count]
      dump = ImageHeaderDump(header)
    case .mesh:
      let header = try MeshHeader(reading: bytes, fileName: input.name)
      report = header.report
      counts = ["arrays": header.arrays.count]
      dump = MeshHeaderDump(header)
    case .vtk:
      let header = try VTKXMLHeader(reading: bytes)
      report = header.report
      counts = ["arrays": header.arrays.count]
      dump = MeshHeaderDump(header)
    case .table:
      let isComma = input.name.lowercased().hasSuffix(".csv")
      let table = try TableFile(reading: bytes, separator: UInt8(ascii: isComma ? "," : "\t"))
      report = table.report
      counts = ["columns": table.columns.count, "rows": table.rowCount]
      dump = TableDump(table)
    case .text:
      let text = try TextFile(reading: bytes)
      report = text.report
      counts = ["lines": text.lineCount]
      dump = ["lines": text.lineCount]
    default:
      let file = try MarkupsFile(reading: bytes)
      report = file.report
      counts = ["points": file.markup.points.count, "measurements": file.markup.measurements.count]
      dump = MarkupsDump(file)
    }
  }
}

extension FileReport {
  mutating func checkSideFile(_ input: InputFile, _ kind: InputKind) {
    do throws(SideFileError) {
      let file = try SideFile(input, as: kind)
      counts = file.counts
      notes = file.report.notes.map {
        ReportedHazard(
          .sideFile, $0.code.rawValue, .note, message: $0.message, offset: $0.offset)
      }
      hazards = (file.report.hazards + file.furtherHazards).map {
        ReportedHazard(
          .sideFile, $0.code.rawValue, $0.severity,
          message: $0.message, offset: $0.offset)
      }
      if file.report.dropped > 0 { counts["dropped"] = file.report.dropped }
      addPlaces(in: input.bytes)
    } catch {
      refuse(
        error.name, error.message, offset: error.position.offset, line: Int(error.position.line),
        column: Int(error.position.column))
    }
  }
}

extension InputKind {
  /// Whether `dump` prints JSON for this reader.
  var dumpsJSON: Bool {
    switch self {
    case .xml, .deflate, .zlib, .gzip: false
    default: true
    }
  }

  /// JSON of a side file; a refused one gives JSON too.
  func dumpSideFile(_ input: InputFile) -> Result<[UInt8], Refusal> {
    let line = check(input, rules: nil)
    guard let file = try? SideFile(input, as: self) else {
      return .failure(Refusal(line: line, output: json(RefusedSceneDump(line))))
    }
    return .success(
      json(
        SideFileDump(
          verdict: line.outcome.rawValue, content: file.dump, notes: line.notes.map(\.code),
          hazards: line.hazards.map(\.code))))
  }
}

/// The verdict, next to the members of the content.
struct SideFileDump: Encodable {
  var verdict: String
  var content: any Encodable
  /// Codes in the order of occurrence.
  var notes: [String]
  var hazards: [String]

  private enum Key: String, CodingKey { case verdict, notes, hazards }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(notes, forKey: .notes)
    try container.encode(hazards, forKey: .hazards)
    try content.encode(to: encoder)
  }
}

/// A number as JSON; numbers without a JSON form are `"nan"`, `"inf"` and `"-inf"`.
struct NumberDump: Encodable {
  let value: Double

  init(_ value: Double) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isFinite {
      try container.encode(value)
    } else {
      try container.encode(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
    }
  }

  static func list(_ reals: Reals) -> [NumberDump] { reals.values.map(NumberDump.init) }
}
