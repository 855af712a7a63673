import SideFiles

/// Result of the reader of one kind, in a common form.
struct SceneFileReading {
  private(set) var hazards: [SceneFileHazard] = []
  private(set) var detachedData: DetachedData?

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
      for hazard in SegmentationHeader(header).hazards + SequenceHeader(header).hazards {
        hazards.append(SceneFileHazard(hazard, in: name))
      }
      detachedData = header.detachedData
    case .metaImage, .nifti:
      let header = try ImageHeader(reading: content, limits: limits)
      add(header.report, name)
      detachedData = header.detachedData
    case .legacyVTK, .stl, .obj, .ply:
      add(try MeshHeader(reading: content, fileName: name, limits: limits).report, name)
    case .vtkXML: add(try VTKXMLHeader(reading: content, limits: limits).report, name)
    case .table:
      let separator = Self.separator(name)
      add(try TableFile(reading: content, separator: separator, limits: limits).report, name)
    case .text: add(try TextFile(reading: content, limits: limits).report, name)
    case .scene, .bundle, .picture, .hdf5, .insightTransform: break
    }
  }

  private static func separator(_ name: String) -> UInt8 {
    name.lowercased().hasSuffix(".csv") ? UInt8(ascii: ",") : 0x09
  }

  private mutating func add(_ report: SideFileReport, _ name: String) {
    hazards += report.hazards.map { SceneFileHazard($0, in: name) }
    hazards += report.notes.map { SceneFileHazard($0, in: name) }
  }
}
