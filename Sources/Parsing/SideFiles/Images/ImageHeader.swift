/// Header of a MetaImage (`.mha`, `.mhd`) or NIfTI file (`.nii`, `.nii.gz`, `.hdr`), compared with
/// the bytes of the file.
///
/// Samples are not read. A claim of the header that the file cannot hold is a hazard. Cost: linear
/// in the header; for compressed data linear in its output up to ``SideFileLimits/maximumBytes``.
public struct ImageHeader: Sendable, Equatable {
  /// Format of the file.
  public enum Format: String, Sendable, CaseIterable { case metaImage, nifti1, nifti2 }

  /// Encoding of the samples.
  public enum Encoding: String, Sendable, CaseIterable {
    /// Uncompressed samples.
    case raw
    /// A zlib stream (MetaImage), or the whole file a gzip member (NIfTI).
    case compressed
    /// Numbers as text.
    case text
  }

  /// Format of the file.
  public internal(set) var format: Format
  /// Encoding of the samples.
  public internal(set) var encoding = Encoding.raw
  /// Number of samples along each axis.
  public internal(set) var sizes: [UInt64] = []
  /// Bytes per component of a sample; 0 for an unknown type.
  public internal(set) var componentBytes = 0
  /// Components per sample.
  public internal(set) var componentCount: UInt64 = 1
  /// Offset of the samples in the file, decompressed for a compressed NIfTI file; nil when they are
  /// detached.
  public internal(set) var dataOffset: Int?
  /// Names of detached data files.
  public internal(set) var dataFiles: [[UInt8]] = []
  /// Bytes of the compressed data, as stated; nil when the header does not say.
  public internal(set) var compressedBytes: UInt64?
  /// Bytes to skip at the start of each data file; -1 for all before the samples.
  public internal(set) var headerSize: Int64 = 0
  /// Notes, hazards and claims, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Bytes of all samples without compression, saturating at `UInt64.max`.
  public var sampleBytes: UInt64 {
    product(sizes + [componentCount, UInt64(componentBytes)])
  }

  /// Data files and the bytes that each must have; without names for local data.
  public var detachedData: DetachedData {
    let encoding: DetachedData.Encoding =
      switch self.encoding {
      case .raw: .raw
      case .compressed: .zlib
      case .text: .other
      }
    var data = DetachedData(
      dataFiles, encoding, total: sampleBytes,
      isComplete: componentBytes > 0 && dataFiles.count < DataFilePattern.maximumNames)
    data.skips = Array(repeating: max(headerSize, 0), count: dataFiles.count)
    if encoding == .zlib, dataFiles.count == 1 { data.minimumBytes = compressedBytes ?? 0 }
    return data
  }

  /// Reads a header; its first bytes determine the format.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    self = try Self.read(input, limits)
  }

  private static func read(
    _ input: Span<UInt8>, _ limits: SideFileLimits
  ) throws(SideFileError) -> ImageHeader {
    if NIfTIReading.isCompressed(input) || NIfTIReading.format(input) != nil {
      return try NIfTIReading.read(input, limits)
    }
    var reading = MetaImageReading(limits: limits)
    do throws(Refusal) {
      return try reading.read(input)
    } catch {
      throw SideFileError(error, in: input)
    }
  }

  init(_ format: Format, limits: SideFileLimits) {
    self.format = format
    report = SideFileReport(limit: limits.maximumNotes)
  }
}
