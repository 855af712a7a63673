internal import ZipReading

/// Compares the claimed size of compressed samples with the content of their stream.
enum CompressedData {
  /// Wrapper of a DEFLATE stream.
  enum Format { case zlib, gzip }

  /// Reports a stream that is invalid, or holds less than `claimed` bytes.
  ///
  /// A claim beyond the maximum ratio of DEFLATE is decided without inflating. Cost: linear in the
  /// output, of which at most ``SideFileLimits/maximumBytes`` is read; memory is constant.
  static func check(
    _ input: Span<UInt8>, from start: Int, format: Format, claimed: UInt64, at offset: Int,
    _ limits: SideFileLimits, _ report: inout SideFileReport
  ) {
    let available = input.count - start
    let minimum =
      claimed / UInt64(Inflate.formatRatio) + (claimed % UInt64(Inflate.formatRatio) == 0 ? 0 : 1)
    report.claim(minimum, at: offset, available: available)
    guard report.isLastClaimMet, claimed <= UInt64(limits.maximumBytes) else { return }
    var count = 0
    do throws(InflateError) {
      let limit = limits.maximumBytes
      switch format {
      case .zlib:
        try ZlibStream.read(input.extracting(start..<input.count), limit: limit) {
          count += $0.count
        }
      case .gzip:
        try GzipMember.read(input.extracting(start..<input.count), limit: limit) {
          count += $0.count
        }
      }
    } catch {
      if error.code != .outputLimit {
        report.addHazard(.invalidStream, at: min(start + error.offset, input.count))
        return
      }
    }
    if UInt64(count) < claimed {
      report.addHazard(.dataTooShort, at: offset)
    } else if UInt64(count) > claimed {
      report.addNote(.surplusData, at: start)
    }
  }
}
