import ArgumentParser
import SceneFiles

/// Readers that `check --as` and `dump --as` offer.
enum InputKind: String, CaseIterable, ExpressibleByArgument {
  case xml, mrml, mrb, zip, url, deflate, zlib, gzip
  case markups, fcsv, acsv, colors, procedural, nrrd, vp
  case image, mesh, vtk, table, text

  /// Reader for a file, by its name, then by its content. Plain XML is chosen only by name and not
  /// for a scene, and a scene where nothing else is recognized.
  init(of input: InputFile) {
    if InputFile.isLink(input.name) {
      self = .url
      return
    }
    let fileExtension = input.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch fileExtension {
    case "mrml": self = .mrml
    case "mrb": self = .mrb
    case "zip": self = .zip
    case "xml": self = Self.isScene(input.bytes) ? .mrml : .xml
    case "gz": self = input.name.lowercased().hasSuffix(".nii.gz") ? .image : .gzip
    case "url": self = .url
    case "json": self = .markups
    case "fcsv": self = .fcsv
    case "acsv": self = .acsv
    case "ctbl": self = .colors
    case "csv", "tsv":
      self = SceneFileKind(recognizing: input.bytes.span) == .colorColumns ? .colors : .table
    case "nrrd", "nhdr": self = .nrrd
    case "vp": self = .vp
    case "mha", "mhd", "nii", "hdr": self = .image
    case "vtk", "g", "stl", "obj", "ply": self = .mesh
    case "vtp", "vtu", "vti": self = .vtk
    default:
      let isText = fileExtension == "txt"
      if input.bytes.starts(with: Array("PK".utf8)) {
        self = .mrb
      } else if InputFile.isLink(String(decoding: input.bytes.prefix(9), as: UTF8.self)) {
        self = .url
      } else {
        let kind = SceneFileKind(recognizing: input.bytes.span)
        self = kind.flatMap(InputKind.init(reading:)) ?? (isText ? .text : .mrml)
      }
    }
  }

  /// Reader for a recognized kind; nil for a kind without one.
  private init?(reading kind: SceneFileKind) {
    switch kind {
    case .markups: self = .markups
    case .fiducials: self = .fcsv
    case .annotations: self = .acsv
    case .colorTable, .colorColumns: self = .colors
    case .proceduralColors: self = .procedural
    case .nrrd: self = .nrrd
    case .volumeProperty: self = .vp
    case .metaImage, .nifti: self = .image
    case .legacyVTK, .stl, .obj, .ply: self = .mesh
    case .vtkXML: self = .vtk
    case .table: self = .table
    case .text: self = .text
    case .scene: self = .mrml
    case .bundle: self = .mrb
    case .picture, .hdf5, .insightTransform: return nil
    }
  }

  /// Whether the first tag of a text in an encoding that extends ASCII is `MRML`. Linear.
  private static func isScene(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count {
      guard bytes[start + 1] == UInt8(ascii: "?") || bytes[start + 1] == UInt8(ascii: "!") else {
        return bytes[(start + 1)...].starts(with: "MRML".utf8)
      }
      at = start + 1
      guard bytes[start...].starts(with: "<!--".utf8) else { continue }
      // Markup inside a comment is none.
      at += 3
      while at < bytes.count, !bytes[at...].starts(with: "-->".utf8) { at += 1 }
    }
    return false
  }
}
