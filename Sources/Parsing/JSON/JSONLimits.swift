/// Limits on the cost of one JSON text.
public struct JSONLimits: Equatable, Sendable {
  /// Maximum length of the text, in bytes.
  public var maximumBytes: Int
  /// Maximum number of open arrays and objects.
  public var maximumDepth: Int
  /// Maximum length of a string or name, in bytes after unescaping.
  public var maximumStringBytes: Int
  /// Maximum number of events.
  public var maximumEvents: Int
  /// Maximum number of duplicate names that are listed; further ones are counted.
  public var maximumDuplicates: Int

  /// The parameters default to the values of `default`, which are finite and far above what the
  /// files of a scene need.
  public init(
    maximumBytes: Int = 1 << 28, maximumDepth: Int = 1000, maximumStringBytes: Int = 1 << 24,
    maximumEvents: Int = 1 << 24, maximumDuplicates: Int = 1000
  ) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumStringBytes = maximumStringBytes
    self.maximumEvents = maximumEvents
    self.maximumDuplicates = maximumDuplicates
  }

  /// 256 MiB of text, 1000 levels, 16 MiB for a string, 16 Mi events, 1000 duplicate names.
  public static let `default` = JSONLimits()
}
