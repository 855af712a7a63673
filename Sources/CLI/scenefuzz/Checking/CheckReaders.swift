import ByteReading
import SlicerURL
import ZipReading

extension InputKind {
  /// Runs this reader on `input`. A refusal is a result, not an error.
  func check(_ input: InputFile, rules: RulesPreset?, namespaces: Bool = false) -> CheckLine {
    var line = CheckLine(file: input.name, reader: rawValue, verdict: .accepted)
    switch self {
    case .url: line.checkURL(input.bytes)
    case .zip: line.checkZip(input.bytes)
    case .deflate, .zlib, .gzip: line.checkStream(input.bytes, self)
    case .xml: line.checkXML(input.bytes, rules ?? .standard, namespaces: namespaces)
    case .mrml: line.checkScene(input.bytes, rules ?? .slicer)
    case .mrb: line.checkBundle(input.bytes, rules ?? .slicer)
    case .markups, .fcsv, .acsv, .colors, .procedural, .nrrd, .vp: line.checkSideFile(input, self)
    }
    return line
  }
}

extension CheckLine {
  mutating func refuse(
    _ code: String, _ message: String, offset: Int? = nil, line: Int? = nil, column: Int? = nil
  ) {
    verdict = .refused
    error = Failure(code: code, message: message, offset: offset, line: line, column: column)
  }

  mutating func checkURL(_ bytes: [UInt8]) {
    do throws(SlicerURLError) {
      let link = try SlicerURL(reading: bytes.span)
      hazards = link.hazards.map {
        Hazard(code: $0.code.rawValue, member: nil, message: $0.message, offset: $0.offset)
      }
      counts = ["queryItems": link.query?.count ?? 0]
    } catch {
      refuse("\(error.code)", error.code.sentence, offset: error.offset)
    }
  }

  mutating func checkZip(_ bytes: [UInt8]) {
    do throws(ZipError) {
      let archive = try ZipArchive(reading: bytes.span)
      hazards = archive.hazards.map(Hazard.init)
      let verified = archive.verify(bytes.span)
      add(verified.hazards)
      counts = ["members": archive.members.count, "bytes": verified.contentCount]
    } catch {
      refuse("\(error.code)", error.message, offset: error.offset)
    }
  }

  /// Appends the hazards found while verifying contents, without those already known from the
  /// headers.
  mutating func add(_ verified: [ZipHazard]) {
    var known = Set(hazards.map { "\($0.code) \($0.offset ?? 0)" })
    for hazard in verified.map(Hazard.init)
    where known.insert("\(hazard.code) \(hazard.offset ?? 0)").inserted {
      hazards.append(hazard)
    }
  }

  mutating func checkStream(_ bytes: [UInt8], _ kind: InputKind) {
    do throws(InflateError) {
      let result = try kind.inflate(bytes)
      counts = ["bytes": result.output.count, "consumed": result.consumed]
      if result.consumed < bytes.count {
        notes.append(
          Note(
            code: "trailingBytes",
            message: "\(bytes.count - result.consumed) bytes follow the stream",
            offset: result.consumed))
      }
    } catch {
      refuse("\(error.code)", error.message, offset: error.offset)
    }
  }
}

extension CheckLine.Hazard {
  /// Contents that cannot be inflated carry the code of that failure.
  init(_ hazard: ZipHazard) {
    self.init(
      code: hazard.refusal.map { "\($0.code)" } ?? hazard.code.rawValue,
      member: hazard.name.isEmpty ? nil : hazard.name,
      message: hazard.refusal?.message ?? hazard.message, offset: hazard.offset)
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
