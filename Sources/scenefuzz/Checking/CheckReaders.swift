import SlicerURL

extension InputKind {
  /// Runs this reader on `input` and says what it found. Never throws: a refusal is a result.
  func check(_ input: InputFile, preset: RulesPreset?, namespaces: Bool) -> CheckLine {
    var line = CheckLine(file: input.name, reader: rawValue, verdict: .accepted)
    switch self {
    case .url: line.checkURL(input.bytes)
    case .xml, .mrml, .mrb, .zip, .deflate, .zlib, .gzip: break
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
      findings = link.findings.map {
        Finding(code: $0.code.rawValue, member: nil, message: $0.message, offset: $0.offset)
      }
      counts = ["queryItems": link.query?.count ?? 0]
    } catch {
      refuse("\(error.code)", error.code.sentence, offset: error.offset)
    }
  }
}
