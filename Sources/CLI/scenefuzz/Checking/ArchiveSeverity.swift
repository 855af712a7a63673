import ByteReading
import Preflight
import SceneBundle
import ZipReading

extension ZipHazard.Code {
  /// HazardSeverity in reports: danger for what can harm, note for what ordinary writers do.
  var reported: HazardSeverity {
    switch self {
    case .spanningMarker, .nestedArchive, .zip64FieldUnneeded: .note
    case .secondEndRecord, .endRecordInComment, .unlistedMember, .totalSizeExceeded,
      .localNameDisagrees, .localMethodDisagrees, .localSizeDisagrees,
      .localCompressedSizeDisagrees, .overlappingMember, .memberTooLarge, .impossibleRatio,
      .absoluteName, .parentComponent, .driveLetter, .nulInName, .controlInName, .bidiInName,
      .unicodePathDisagrees, .linkEscapes, .throughLink:
      .danger
    default: .warning
    }
  }
}

extension BundleHazard.Code {
  /// HazardSeverity in reports.
  var reported: HazardSeverity {
    switch self {
    case .sceneOutside, .fileNameEscapes: .danger
    default: isNote ? .note : .warning
    }
  }
}
