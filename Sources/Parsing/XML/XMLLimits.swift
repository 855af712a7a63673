/// How much a reader spends on one document. Each limit has its own error code; exceeding one is a refusal.
public struct XMLLimits: Sendable, Equatable {
  /// Bytes of input after decoding to UTF-8; more than 2^31 - 16 is never read, as offsets are kept in 31 bits.
  public var inputLength = (1 << 31) - 16
  /// Open elements at one time, and open parentheses of a content model.
  public var depth = 1_000_000
  /// Attributes of one element, defaulted ones included.
  public var attributesPerElement = 200_000
  /// Bytes of one name.
  public var nameLength = 65_536
  /// Bytes of one attribute value, one run of text or one literal.
  public var valueLength = 1 << 28
  /// Events of the document.
  public var events = 1 << 28
  /// Entities open inside each other.
  public var entityDepth = 1_024
  /// Bytes of replacement text and defaulted attributes in all.
  public var expansion = 1 << 28
  /// Bytes read and expanded together, divided by the bytes read so far, once `expansionFloor` is passed.
  public var expansionRatio = 100
  /// Bytes expanded below which the ratio is not looked at.
  public var expansionFloor = 8 << 20
  /// Remarks kept; later ones are dropped.
  public var notes = 1_000

  /// The defaults: those of the properties, as in `default`.
  public init() {}

  /// What documents are read with unless told: large scenes pass, entity bombs do not.
  public static let `default` = XMLLimits()
}
