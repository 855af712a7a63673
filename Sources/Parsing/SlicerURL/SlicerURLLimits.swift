/// What one link may cost.
public struct SlicerURLLimits: Equatable, Sendable {
  /// Longest link, in bytes.
  public var maximumBytes: Int
  /// Most `name=value` pairs.
  public var maximumQueryItems: Int
  /// Most findings kept; further ones are only counted.
  public var maximumFindings: Int

  /// The defaults are those of `default`: a link of 1 MiB, 4096 pairs, 256 findings.
  public init(
    maximumBytes: Int = 1 << 20, maximumQueryItems: Int = 4096, maximumFindings: Int = 256
  ) {
    self.maximumBytes = maximumBytes
    self.maximumQueryItems = maximumQueryItems
    self.maximumFindings = maximumFindings
  }

  /// What links are read with unless told.
  public static let `default` = SlicerURLLimits()
}
