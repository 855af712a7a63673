public import ZipReading

/// What a bundle may cost its reader.
public struct BundleLimits: Equatable, Sendable {
  /// Limits of the archive itself: members, names, sizes and ratios.
  public var zip = ZipLimits.default
  /// Most bytes of the scene.
  public var maximumSceneSize = 1 << 29
  /// Most hazards about the bundle; the archive's own have their own limit.
  public var maximumHazards = 1000

  /// The defaults: those of the properties, as in `default`.
  public init() {}

  /// What bundles are read with unless told: the archive's defaults, 512 MiB of scene, 1000 hazards.
  public static let `default` = BundleLimits()
}
