/// Limits on the cost of one link.
public struct SlicerURLLimits: Equatable, Sendable {
  /// Maximum length of the link, in bytes.
  public var maximumBytes: Int
  /// Maximum number of `name=value` pairs.
  public var maximumQueryItems: Int
  /// Maximum number of hazards kept; further ones are counted.
  public var maximumHazards: Int

  /// The parameters default to the values of `default`: a link of 1 MiB, 4096 pairs, 256 hazards.
  public init(
    maximumBytes: Int = 1 << 20, maximumQueryItems: Int = 4096, maximumHazards: Int = 256
  ) {
    self.maximumBytes = maximumBytes
    self.maximumQueryItems = maximumQueryItems
    self.maximumHazards = maximumHazards
  }

  /// Default limits: a link of 1 MiB, 4096 pairs, 256 hazards.
  public static let `default` = SlicerURLLimits()
}
