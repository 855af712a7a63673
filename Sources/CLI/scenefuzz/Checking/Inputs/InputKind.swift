import ArgumentParser

/// Readers that `check --as` and `dump --as` offer.
enum InputKind: String, CaseIterable, ExpressibleByArgument {
  case xml, mrml, mrb, zip, url, deflate, zlib, gzip
  case markups, fcsv, acsv, colors, procedural, nrrd, vp

  /// Reader for a file, by its name, then by its first bytes: a link, an archive, a scene. Plain
  /// XML is chosen only by name.
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
    case "xml": self = .xml
    case "gz": self = .gzip
    case "url": self = .url
    case "json": self = .markups
    case "fcsv": self = .fcsv
    case "acsv": self = .acsv
    case "ctbl", "csv", "tsv": self = .colors
    case "nrrd", "nhdr": self = .nrrd
    case "vp": self = .vp
    default:
      if input.bytes.starts(with: Array("PK".utf8)) {
        self = .mrb
      } else if InputFile.isLink(String(decoding: input.bytes.prefix(9), as: UTF8.self)) {
        self = .url
      } else {
        self = .mrml
      }
    }
  }
}
