/// What one JSON text may cost.
public struct JSONLimits: Equatable, Sendable {
  /// Longest text, in bytes.
  public var maximumBytes: Int
  /// Most arrays and objects open at one time.
  public var maximumDepth: Int
  /// Longest string or name, in bytes after unescaping.
  public var maximumStringBytes: Int
  /// Most events.
  public var maximumEvents: Int
  /// Most duplicate names told one by one; further ones are only counted.
  public var maximumDuplicates: Int

  /// The defaults are those of `default`; each is far above what a scene's files need, and finite.
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
