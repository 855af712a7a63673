/// Limits on the cost of one scene besides its document.
public struct SceneLimits: Equatable, Sendable {
  /// Maximum number of nodes, those of scene views included.
  public var maximumNodes: Int
  /// Maximum number of subject hierarchy items.
  public var maximumItems: Int
  /// Maximum number of references of all nodes.
  public var maximumReferences: Int
  /// Maximum number of notes kept, and of hazards; further ones are counted.
  public var maximumNotes: Int

  /// The parameters default to the values of `default`: about four million each of nodes, items and
  /// references.
  public init(
    maximumNodes: Int = 1 << 22, maximumItems: Int = 1 << 22, maximumReferences: Int = 1 << 22,
    maximumNotes: Int = 10_000
  ) {
    self.maximumNodes = maximumNodes
    self.maximumItems = maximumItems
    self.maximumReferences = maximumReferences
    self.maximumNotes = maximumNotes
  }

  /// Default limits: far above honest scenes, and finite.
  public static let `default` = SceneLimits()
}
