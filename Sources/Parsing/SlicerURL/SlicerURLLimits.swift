/// What one link may cost.
public struct SlicerURLLimits: Equatable, Sendable {
  /// Longest link, in bytes.
  public var maximumBytes: Int
  /// Most `name=value` pairs.
  public var maximumQueryItems: Int
  /// Most hazards kept; further ones are only counted.
  public var maximumHazards: Int

  /// The defaults are those of `default`: a link of 1 MiB, 4096 pairs, 256 hazards.
  public init(
    maximumBytes: Int = 1 << 20, maximumQueryItems: Int = 4096, maximumHazards: Int = 256
  ) {
    self.maximumBytes = maximumBytes
    self.maximumQueryItems = maximumQueryItems
    self.maximumHazards = maximumHazards
  }

  /// What links are read with unless told.
  public static let `default` = SlicerURLLimits()
}
