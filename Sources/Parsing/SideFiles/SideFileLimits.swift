public import JSONReading

/// What one side file may cost.
public struct SideFileLimits: Equatable, Sendable {
  /// Longest file, in bytes.
  public var maximumBytes: Int
  /// Most records: points, measurements, colors, keys.
  public var maximumRecords: Int
  /// Most notes kept, and most hazards; further ones are only counted.
  public var maximumNotes: Int
  /// Of the JSON text.
  public var json: JSONLimits

  /// The defaults are those of `default`: 256 MiB, about four million records, 10,000 notes.
  public init(
    maximumBytes: Int = 1 << 28, maximumRecords: Int = 1 << 22, maximumNotes: Int = 10_000,
    json: JSONLimits = .default
  ) {
    self.maximumBytes = maximumBytes
    self.maximumRecords = maximumRecords
    self.maximumNotes = maximumNotes
    self.json = json
  }

  /// What side files are read with unless told: far above honest files, and finite.
  public static let `default` = SideFileLimits()
}
