import SideFiles

/// Result of the reader of one kind, in a common form.
struct SceneFileReading {
  private(set) var hazards: [SceneFileHazard] = []
  private(set) var dataFiles: [String] = []
  private(set) var dataByteCount: UInt64?

  /// Reads `content` with the reader of `kind`, which must have one.
  init(
    _ content: Span<UInt8>, as kind: SceneFileKind, name: String, _ limits: SideFileLimits
  ) throws(SideFileError) {
    switch kind {
    case .markups: add(try MarkupsFile(reading: content, limits: limits).report, name)
    case .fiducials:
      let form = FiducialFile.OldForm(fileName: name)
      add(try FiducialFile(reading: content, oldForm: form, limits: limits).report, name)
    case .annotations: add(try AnnotationFile(reading: content, limits: limits).report, name)
    case .colorTable: add(try ColorTableFile(reading: content, limits: limits).report, name)
    case .colorColumns:
      let form = ColorTableFile.Form.columns(separator: Self.separator(name))
      add(try ColorTableFile(reading: content, form: form, limits: limits).report, name)
    case .proceduralColors:
      add(try ProceduralColorFile(reading: content, limits: limits).report, name)
    case .volumeProperty:
      add(try VolumePropertyFile(reading: content, limits: limits).report, name)
    case .nrrd:
      let header = try NRRDHeader(reading: content, limits: limits)
      add(header.report, name)
      for hazard in SequenceHeader(header).hazards {
        hazards.append(SceneFileHazard(hazard, in: name))
      }
      dataFiles = header.dataFiles.map { String(decoding: $0, as: UTF8.self) }
      dataByteCount = header.isRaw ? header.dataByteCount : nil
    case .metaImage, .nifti:
      let header = try ImageHeader(reading: content, limits: limits)
      add(header.report, name)
      dataFiles = header.dataFiles.map { String(decoding: $0, as: UTF8.self) }
      dataByteCount = header.encoding == .raw ? header.sampleBytes : nil
    case .legacyVTK, .stl, .obj, .ply:
      add(try MeshHeader(reading: content, fileName: name, limits: limits).report, name)
    case .vtkXML: add(try VTKXMLHeader(reading: content, limits: limits).report, name)
    case .table:
      let separator = Self.separator(name)
      add(try TableFile(reading: content, separator: separator, limits: limits).report, name)
    case .text: add(try TextFile(reading: content, limits: limits).report, name)
    case .scene, .bundle, .picture, .hdf5, .insightTransform: break
    }
    if dataFiles.count >= Self.maximumDataFiles { dataByteCount = nil }
  }

  /// Names of a long pattern are not written out, so that their sizes are unknown.
  private static let maximumDataFiles = 10_000

  private static func separator(_ name: String) -> UInt8 {
    name.lowercased().hasSuffix(".csv") ? UInt8(ascii: ",") : 0x09
  }

  private mutating func add(_ report: SideFileReport, _ name: String) {
    hazards += report.hazards.map { SceneFileHazard($0, in: name) }
    hazards += report.notes.map { SceneFileHazard($0, in: name) }
  }
}
