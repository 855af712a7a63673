/// Limits on the cost of one document. Each has its own error code; exceeding one refuses the
/// document.
public struct XMLLimits: Sendable, Equatable {
  /// Maximum bytes of input after decoding to UTF-8. More than 2^31 - 16 is never read, since
  /// offsets have 31 bits.
  public var inputLength = (1 << 31) - 16
  /// Maximum number of open elements, and of open parentheses in a content model.
  public var depth = 1_000_000
  /// Maximum attributes of one element, defaulted ones included.
  public var attributesPerElement = 200_000
  /// Maximum bytes of one name.
  public var nameLength = 65_536
  /// Maximum bytes of one attribute value, one run of text or one literal.
  public var valueLength = 1 << 28
  /// Maximum number of events.
  public var events = 1 << 28
  /// Maximum number of nested entities.
  public var entityDepth = 1_024
  /// Maximum bytes of replacement text and defaulted attributes in total.
  public var expansion = 1 << 28
  /// Maximum ratio of bytes read and expanded to bytes read, once `expansionFloor` is exceeded.
  public var expansionRatio = 100
  /// Expanded bytes below which the ratio is not checked.
  public var expansionFloor = 8 << 20
  /// Maximum number of notes kept; later ones are dropped.
  public var notes = 1_000

  /// The defaults of the properties, as in `default`.
  public init() {}

  /// Default limits: large scenes pass, entity bombs do not.
  public static let `default` = XMLLimits()
}
