internal import ZipReading

/// Data files that a header names, and the bytes that each of them must have.
public struct DetachedData: Equatable, Sendable {
  /// Encoding of the samples in the files.
  public enum Encoding: Equatable, Sendable {
    /// Uncompressed samples.
    case raw
    /// One or more gzip members.
    case gzip
    /// A zlib stream.
    case zlib
    /// Text, or an encoding that is not checked.
    case other
  }

  /// Names relative to the folder of the header; a pattern is expanded up to 10,000 names.
  public internal(set) var names: [String] = []
  /// Encoding of the samples.
  public internal(set) var encoding = Encoding.raw
  /// Bytes of samples in each file without compression; nil when the header does not determine it.
  public internal(set) var sampleBytes: UInt64?
  /// Bytes to skip at the start of each file; one number for each name, or none.
  public internal(set) var skips: [Int64] = []
  /// Minimum bytes of a file that the header claims, whatever the encoding.
  public internal(set) var minimumBytes: UInt64 = 0

  init() {}

  /// Data of `names`, of which each has the same part of `total` bytes.
  init(_ names: [[UInt8]], _ encoding: Encoding, total: UInt64, isComplete: Bool) {
    self.names = names.map { String(decoding: $0, as: UTF8.self) }
    self.encoding = encoding
    let count = UInt64(names.count)
    if isComplete, count > 0, total < .max, total % count == 0 { sampleBytes = total / count }
  }

  /// Whether ``isTooShort(_:content:limits:)`` is needed, because sizes alone do not decide.
  public var needsContent: Bool { encoding == .gzip || encoding == .zlib }

  /// Whether the file at `index` cannot hold its part of the samples because of its size alone.
  public func isTooShort(_ index: Int, byteCount: UInt64) -> Bool {
    if byteCount < minimumBytes { return true }
    guard let sampleBytes else { return false }
    let skip = skips.indices.contains(index) ? UInt64(max(skips[index], 0)) : 0
    switch encoding {
    case .raw: return byteCount < sum(sampleBytes, skip)
    // DEFLATE cannot grow by more.
    case .gzip, .zlib: return byteCount < sampleBytes / UInt64(Inflate.formatRatio)
    case .other: return false
    }
  }

  /// Whether the content of the file at `index` is no valid stream or has fewer samples than its
  /// part. Inflates compressed content in constant memory, at most
  /// ``SideFileLimits/maximumInflatedBytes`` of output.
  public func isTooShort(
    _ index: Int, content: Span<UInt8>, limits: SideFileLimits = .default
  ) -> Bool {
    if isTooShort(index, byteCount: UInt64(content.count)) { return true }
    guard needsContent, let sampleBytes else { return false }
    var report = SideFileReport(limit: 8)
    CompressedData.check(
      content, from: 0, format: encoding == .gzip ? .gzip : .zlib, claimed: sampleBytes, at: 0,
      limits, &report)
    return !report.hazards.isEmpty
  }
}
