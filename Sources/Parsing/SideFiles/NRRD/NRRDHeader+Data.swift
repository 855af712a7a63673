internal import ByteReading

extension NRRDHeader {
  /// Data files and the bytes that each must have; without names for attached data.
  public var detachedData: DetachedData {
    let encoding: DetachedData.Encoding =
      switch value(of: "encoding").flatMap({ NRRDField.encoding($0) }) {
      case .raw: .raw
      case .gzip: .gzip
      default: .other
      }
    // Skipped lines have any length, and skipped bytes of compressed data are inside the stream.
    let isExact = (value(of: "line skip").flatMap { NRRDReading.leadingNumber($0[...]) } ?? 0) <= 0
    var data = DetachedData(
      dataFiles, encoding, total: dataByteCount,
      isComplete: isExact && dataFiles.count < DataFilePattern.maximumNames)
    data.skips =
      hasSkipList ? dataFileSkips : Array(repeating: max(byteSkip, 0), count: dataFiles.count)
    return data
  }

  /// Compares the sizes with attached data, also inside gzip.
  ///
  /// `line skip` passes lines and `byte skip` passes bytes before the samples; a negative `byte
  /// skip` counts from the end. Data in bzip2 and zero runs is not checked.
  mutating func checkData(_ input: Span<UInt8>, _ limits: SideFileLimits) {
    guard var start = dataOffset,
      let encoding = value(of: "encoding").flatMap({ NRRDField.encoding($0) })
    else { return }
    let offset = fields.first { $0.name == "sizes" }?.offset ?? 0
    let claimed = dataByteCount
    let samples = product(sizes)
    if encoding != .gzip, let skipped = skip(from: start, input) { start = skipped }
    let available = input.count - start
    switch encoding {
    case .raw:
      report.claim(claimed, at: offset, available: available)
      if claimed < UInt64(available), byteSkip >= 0 { report.addNote(.surplusData, at: start) }
    case .text:
      // A number takes a byte, and a separator before the next one.
      report.claim(sum(samples, max(samples, 1) - 1), at: offset, available: available)
      guard report.isLastClaimMet else { return }
      if countNumbers(input, from: start, samples) < samples {
        report.addHazard(.dataTooShort, at: offset)
      }
    case .hexadecimal:
      report.claim(product([claimed, 2]), at: offset, available: available)
    case .gzip:
      CompressedData.check(
        input, from: start, format: .gzip, claimed: claimed, at: offset, limits, &report)
    case .bzip2, .zeroRuns: report.addNote(.uncheckedPart, at: start)
    }
  }

  private var byteSkip: Int64 {
    value(of: "byte skip").flatMap { NRRDReading.leadingNumber($0[...]) } ?? 0
  }

  /// Offset after the skipped lines and bytes; nil without any.
  private func skip(from start: Int, _ input: Span<UInt8>) -> Int? {
    var position = start
    var lines = value(of: "line skip").flatMap { NRRDReading.leadingNumber($0[...]) } ?? 0
    while lines > 0, position < input.count {
      if input[position] == 0x0A { lines -= 1 }
      position += 1
    }
    let bytes = byteSkip
    // Data at the end of the file has the room of the whole file.
    if bytes < 0 { return position }
    return bytes <= Int64(input.count - position) ? position + Int(bytes) : input.count
  }

  /// Numbers between blanks and commas, at most `maximum`.
  private func countNumbers(_ input: Span<UInt8>, from start: Int, _ maximum: UInt64) -> UInt64 {
    var count: UInt64 = 0
    var isInside = false
    var position = start
    while position < input.count, count < maximum {
      let isSeparator = input[position].isASCIISpace || input[position] == UInt8(ascii: ",")
      if !isSeparator, !isInside { count += 1 }
      isInside = !isSeparator
      position += 1
    }
    return count
  }
}
