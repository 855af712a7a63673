/// Limits of reading an archive. Every limit is finite by default.
public struct ZipLimits: Equatable, Sendable {
  /// Maximum number of members; one more refuses the archive.
  public var maximumMembers = 1 << 20
  /// Maximum length of a name in bytes; a longer one refuses the archive. Linux limits paths to
  /// 4096.
  public var maximumNameLength = 4096
  /// Maximum content of one member in bytes.
  public var maximumMemberSize = 1 << 31
  /// Maximum declared content of all members together, in bytes: more is a hazard, and `verify`
  /// reads no more.
  public var maximumTotalSize = 1 << 33
  /// Maximum content bytes per compressed byte, past `ratioFloor`. DEFLATE reaches at most 1032.
  public var maximumRatio = Inflate.formatRatio
  /// Content in bytes up to which no ratio limit or ratio hazard applies.
  public var ratioFloor = 1 << 20
  /// Declared ratio above which a member has the hazard `highRatio`.
  public var notedRatio = 200
  /// Maximum length of a symbolic link's target that is read.
  public var maximumLinkLength = 4096
  /// Maximum number of hazards; one `moreHazards` ends a longer list.
  public var maximumHazards = 1000

  /// Creates the default limits, as in `default`.
  public init() {}

  /// Default limits: far above ordinary bundles, and finite.
  public static let `default` = ZipLimits()
}
