/// What an archive may cost its reader. Every limit is finite by default.
public struct ZipLimits: Equatable, Sendable {
  /// Most members of the central directory; one more refuses the archive.
  public var maximumMembers = 1 << 20
  /// Longest name in bytes; a longer one refuses the archive. 4096 is Linux's longest path.
  public var maximumNameLength = 4096
  /// Most bytes that the content of one member may have.
  public var maximumMemberSize = 1 << 31
  /// Most bytes that all members together may declare without a hazard, and `verify` reads.
  public var maximumTotalSize = 1 << 33
  /// Most bytes of content for each compressed byte, past `ratioFloor`. DEFLATE itself ends at 1032.
  public var maximumRatio = Inflate.formatRatio
  /// Content up to this size has no ratio limit and no ratio hazard.
  public var ratioFloor = 1 << 20
  /// Declared ratio from which a member is noted as `highRatio`.
  public var notedRatio = 200
  /// Longest target of a symbolic link that is read.
  public var maximumLinkLength = 4096
  /// Most hazards; past it one `moreHazards` ends the list.
  public var maximumHazards = 1000

  /// The defaults: those of the properties, as in `default`.
  public init() {}

  /// What archives are read with unless told: enough for every honest bundle, and finite.
  public static let `default` = ZipLimits()
}
