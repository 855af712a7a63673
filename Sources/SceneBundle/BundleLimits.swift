public import ZipReading

/// What a bundle may cost its reader.
public struct BundleLimits: Equatable, Sendable {
  public var zip = ZipLimits.default
  /// Most bytes of the scene.
  public var maximumSceneSize = 1 << 29
  /// Most findings about the bundle; the archive's own have their own limit.
  public var maximumFindings = 1000

  public init() {}

  public static let `default` = BundleLimits()
}
