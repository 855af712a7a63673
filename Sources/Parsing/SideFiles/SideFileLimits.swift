public import JSONReading

/// Limits of reading one side file.
public struct SideFileLimits: Equatable, Sendable {
  /// Maximum length of a text in bytes: of a whole file, or of the header before binary data.
  public var maximumBytes: Int
  /// Maximum output of compressed samples in bytes; they are counted, not kept.
  public var maximumInflatedBytes: Int
  /// Maximum number of records: points, measurements, colors, keys.
  public var maximumRecords: Int
  /// Maximum number of notes, and of hazards; further ones are only counted.
  public var maximumNotes: Int
  /// Limits of JSON texts.
  public var json: JSONLimits

  /// Creates limits; by default 256 MiB of text, 4 GiB of inflated samples, about four million
  /// records, 10,000 notes.
  public init(
    maximumBytes: Int = 1 << 28, maximumRecords: Int = 1 << 22, maximumNotes: Int = 10_000,
    json: JSONLimits = .default, maximumInflatedBytes: Int = 1 << 32
  ) {
    self.maximumBytes = maximumBytes
    self.maximumInflatedBytes = maximumInflatedBytes
    self.maximumRecords = maximumRecords
    self.maximumNotes = maximumNotes
    self.json = json
  }

  /// Default limits: far above ordinary files, and finite.
  public static let `default` = SideFileLimits()
}
