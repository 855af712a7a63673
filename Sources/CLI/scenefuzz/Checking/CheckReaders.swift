import ByteReading
import Preflight
import SlicerURL
import ZipReading

extension InputKind {
  /// Runs this reader on `input`. A refusal is a result, not an error.
  ///
  /// - Parameter withFiles: also reads the files that a scene names, below the scene's folder.
  func check(
    _ input: InputFile, rules: RulesPreset?, namespaces: Bool = false, withFiles: Bool = false
  ) -> FileReport {
    var report = FileReport(file: input.name, reader: rawValue, outcome: .accepted)
    switch self {
    case .url: report.checkURL(input.bytes)
    case .zip: report.checkZip(input.bytes, rules ?? .slicer)
    case .deflate, .zlib, .gzip: report.checkStream(input.bytes, self)
    case .xml: report.checkXML(input.bytes, rules ?? .standard, namespaces: namespaces)
    case .mrml:
      report.checkScene(
        input.bytes, rules ?? .slicer, filesIn: withFiles ? input.folder : nil)
    case .mrb: report.checkBundle(input.bytes, rules ?? .slicer)
    case .markups, .fcsv, .acsv, .colors, .procedural, .nrrd, .vp, .image, .mesh, .vtk, .table,
      .text:
      report.checkSideFile(input, self)
    }
    return report
  }
}

extension FileReport {
  mutating func checkURL(_ bytes: [UInt8]) {
    do throws(SlicerURLError) {
      let link = try SlicerURL(reading: bytes.span)
      hazards = link.hazards.map {
        ReportedHazard(
          .link, $0.code.rawValue, $0.severity,
          message: $0.message, offset: $0.offset)
      }
      counts = ["queryItems": link.query?.count ?? 0]
    } catch {
      refuse("\(error.code)", error.code.sentence, offset: error.offset)
    }
  }

  mutating func checkStream(_ bytes: [UInt8], _ kind: InputKind) {
    do throws(InflateError) {
      let result = try kind.inflate(bytes)
      counts = ["bytes": result.output.count, "consumed": result.consumed]
      if result.consumed < bytes.count {
        notes.append(
          ReportedHazard(
            .stream, "trailingBytes", .note,
            message: "\(bytes.count - result.consumed) bytes follow the stream",
            offset: result.consumed))
      }
    } catch {
      refuse("\(error.code)", error.message, offset: error.offset)
    }
  }
}

extension InputKind {
  /// Maximum size of one inflated stream in `check` and `dump`, in bytes.
  static let inflateLimit = 1 << 30

  /// Inflates a raw, zlib or gzip stream.
  func inflate(_ bytes: [UInt8]) throws(InflateError) -> (output: [UInt8], consumed: Int) {
    switch self {
    case .zlib: try ZlibStream.inflate(bytes.span, limit: Self.inflateLimit)
    case .gzip: try GzipMember.inflate(bytes.span, limit: Self.inflateLimit)
    default: try Inflate.inflate(bytes.span, limit: Self.inflateLimit)
    }
  }
}
