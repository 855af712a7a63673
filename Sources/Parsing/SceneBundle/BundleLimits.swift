public import ZipReading

/// Limits of reading a bundle.
public struct BundleLimits: Equatable, Sendable {
  /// Limits of the archive itself: members, names, sizes and ratios.
  public var zip = ZipLimits.default
  /// Maximum size of the scene in bytes.
  public var maximumSceneSize = 1 << 29
  /// Maximum number of hazards of the bundle; the archive has its own limit.
  public var maximumHazards = 1000

  /// Creates the default limits, as in `default`.
  public init() {}

  /// Default limits: those of the archive, 512 MiB of scene, 1000 hazards.
  public static let `default` = BundleLimits()
}
