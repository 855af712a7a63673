internal import ByteReading

/// Reads the header of a MetaImage file: lines `Name = value` up to `ElementDataFile`.
///
/// Facts: MetaIO's documentation and its `metaImage.cxx`. `ElementDataFile` is the last field; its
/// value is `LOCAL`, a file name, `LIST [dimension]` with names on the lines that follow, or a
/// printf pattern with minimum, maximum and step.
struct MetaImageReading {
  let limits: SideFileLimits
  private var header: ImageHeader
  private var scanner = TokenScanner()
  private var dimension: Int?
  private var isBinary = true
  private var compressedSize: (value: Int64, offset: Int)?
  private var headerSize: (value: Int64, offset: Int)?
  private var sizesOffset = 0
  private var seen: Set<String> = []

  init(limits: SideFileLimits) {
    self.limits = limits
    header = ImageHeader(.metaImage, limits: limits)
  }

  /// Bytes of each element type; array types have the same.
  private static let types: [String: Int] = [
    "met_char": 1, "met_uchar": 1, "met_short": 2, "met_ushort": 2, "met_int": 4, "met_uint": 4,
    "met_long": 4, "met_ulong": 4, "met_long_long": 8, "met_ulong_long": 8, "met_float": 4,
    "met_double": 8,
  ]

  mutating func read(_ input: Span<UInt8>) throws(Refusal) -> ImageHeader {
    while let line = scanner.line(input) {
      guard seen.count < limits.maximumRecords else {
        throw Refusal(code: .recordLimit, offset: line.lowerBound)
      }
      guard let equals = line.first(where: { input[$0] == UInt8(ascii: "=") }) else {
        let isEmpty = line.allSatisfy { input[$0].isASCIISpace }
        if isEmpty { continue }
        throw Refusal(
          code: seen.isEmpty ? .missingMagic : .unknownField, offset: line.lowerBound)
      }
      let name = Self.trimmed(input, line.lowerBound..<equals)
      let value = Self.trimmed(input, equals + 1..<line.upperBound)
      let key = input.lowercasedText(name)
      guard seen.insert(key).inserted else {
        header.report.addHazard(.duplicateName, at: line.lowerBound)
        continue
      }
      try readField(key, value, input)
      if key == "elementdatafile" {
        try finish(value, input)
        return header
      }
    }
    throw Refusal(code: seen.isEmpty ? .missingMagic : .headerNotEnded, offset: input.count)
  }

  private static func trimmed(_ input: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, input[start].isASCIISpace { start += 1 }
    while start < end, input[end - 1].isASCIISpace { end -= 1 }
    return start..<end
  }

  private mutating func readField(
    _ key: String, _ value: Range<Int>, _ input: Span<UInt8>
  ) throws(Refusal) {
    let text = input.lowercasedText(value)
    switch key {
    case "objecttype":
      guard text == "image" else { throw Refusal(code: .invalidField, offset: value.lowerBound) }
    case "ndims":
      guard let count = input.integer(value), (1...10).contains(count) else {
        throw Refusal(code: .invalidField, offset: value.lowerBound)
      }
      dimension = Int(count)
    case "dimsize":
      guard let dimension else {
        throw Refusal(code: .dimensionMissing, offset: value.lowerBound)
      }
      var words = TokenScanner(position: value.lowerBound)
      let part = input.extracting(0..<value.upperBound)
      while let word = words.word(part), header.sizes.count < dimension {
        guard let size = input.integer(word) else {
          throw Refusal(code: .invalidField, offset: word.lowerBound)
        }
        if size < 0 { header.report.addHazard(.negativeCount, at: word.lowerBound) }
        header.sizes.append(UInt64(max(size, 0)))
      }
      guard header.sizes.count == dimension else {
        throw Refusal(code: .invalidField, offset: value.lowerBound)
      }
      sizesOffset = value.lowerBound
    case "elementnumberofchannels":
      guard let count = input.integer(value) else {
        throw Refusal(code: .invalidField, offset: value.lowerBound)
      }
      if count < 1 || count > 65_536 {
        header.report.addHazard(.componentCount, at: value.lowerBound)
      }
      header.componentCount = UInt64(max(count, 0))
    case "elementtype":
      let name = text.hasSuffix("_array") ? String(text.dropLast(6)) : text
      header.componentBytes = Self.types[name] ?? 0
      if header.componentBytes == 0 {
        throw Refusal(code: .invalidField, offset: value.lowerBound)
      }
    case "compresseddata": if text.hasPrefix("t") || text == "1" { header.encoding = .compressed }
    case "compresseddatasize": compressedSize = input.integer(value).map { ($0, value.lowerBound) }
    case "headersize": headerSize = input.integer(value).map { ($0, value.lowerBound) }
    case "binarydata": if text.hasPrefix("f") || text == "0" { isBinary = false }
    default: break
    }
  }

  private mutating func finish(_ value: Range<Int>, _ input: Span<UInt8>) throws(Refusal) {
    for key in ["ndims", "dimsize", "elementtype"] where !seen.contains(key) {
      throw Refusal(code: .missingField, offset: value.lowerBound)
    }
    if !isBinary { header.encoding = .text }
    header.headerSize = max(headerSize?.value ?? 0, -1)
    header.compressedBytes = compressedSize.map { UInt64(max($0.value, 0)) }
    let samples = product(header.sizes + [header.componentCount])
    if samples > 1 << 36 { header.report.addHazard(.hugeImage, at: sizesOffset) }
    let text = input.bytes(value, maximum: 4096)
    if ["local", "LOCAL", "Local"].contains(String(decoding: text, as: UTF8.self)) {
      header.dataOffset = scanner.position
      claimLocalData(samples, input)
      return
    }
    if text.starts(with: "LIST".utf8) {
      readList(input)
    } else if let names = DataFilePattern(metaImage: text) {
      header.dataFiles = names.expanded()
      if names.isUnexpected {
        header.report.addHazard(.formatConversion, at: value.lowerBound)
      }
    } else if !text.isEmpty {
      header.dataFiles = [text]
    } else {
      throw Refusal(code: .invalidField, offset: value.lowerBound)
    }
    if header.encoding == .compressed, let claim = compressedSize, claim.value < 0 {
      header.report.addHazard(.negativeCount, at: claim.offset)
    }
    if header.dataFiles.isEmpty { header.report.addDataFile(text[...], at: value.lowerBound) }
    for name in header.dataFiles { header.report.addDataFile(name[...], at: value.lowerBound) }
  }

  /// Names on the lines that follow; blank lines are skipped.
  private mutating func readList(_ input: Span<UInt8>) {
    while header.dataFiles.count < limits.maximumRecords, let line = scanner.line(input) {
      let name = Self.trimmed(input, line)
      if !name.isEmpty { header.dataFiles.append(input.bytes(name, maximum: 4096)) }
    }
  }

  /// Compares the claims about local data with the bytes after the header.
  private mutating func claimLocalData(_ samples: UInt64, _ input: Span<UInt8>) {
    let start = scanner.position
    let available = input.count - start
    switch header.encoding {
    case .raw:
      var claimed = header.sampleBytes
      if let size = headerSize, size.value > 0 { claimed = sum(claimed, UInt64(size.value)) }
      header.report.claim(claimed, at: sizesOffset, available: available)
      if claimed < UInt64(available), headerSize?.value != -1 {
        header.report.addNote(.surplusData, at: start)
      }
    case .text:
      // A number takes a byte, and a blank before the next one.
      header.report.claim(
        sum(samples, max(samples, 1) - 1), at: sizesOffset, available: available)
      if header.report.isLastClaimMet {
        var words = TokenScanner(position: start)
        if words.skipWords(input, samples) < samples {
          header.report.addHazard(.dataTooShort, at: sizesOffset)
        }
      }
    case .compressed:
      if let claim = compressedSize {
        if claim.value < 0 { header.report.addHazard(.negativeCount, at: claim.offset) }
        header.report.claim(
          UInt64(max(claim.value, 0)), at: claim.offset, available: available)
      }
      CompressedData.check(
        input, from: start, format: .zlib, claimed: header.sampleBytes, at: sizesOffset, limits,
        &header.report)
    }
  }
}
