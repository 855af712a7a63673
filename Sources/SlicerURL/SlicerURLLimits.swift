/// What one link may cost.
public struct SlicerURLLimits: Equatable, Sendable {
  /// Longest link, in bytes.
  public var maximumBytes: Int
  /// Most `name=value` pairs.
  public var maximumQueryItems: Int
  /// Most findings kept; further ones are only counted.
  public var maximumFindings: Int

  public init(
    maximumBytes: Int = 1 << 20, maximumQueryItems: Int = 4096, maximumFindings: Int = 256
  ) {
    self.maximumBytes = maximumBytes
    self.maximumQueryItems = maximumQueryItems
    self.maximumFindings = maximumFindings
  }

  public static let `default` = SlicerURLLimits()
}
