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
  /// Notes, hazards and claims, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Bytes of all samples without compression, saturating at `UInt64.max`.
  public var sampleBytes: UInt64 {
    product(sizes + [componentCount, UInt64(componentBytes)])
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
