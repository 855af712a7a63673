/// What one scene may cost beside the document that it is read from.
public struct SceneLimits: Equatable, Sendable {
  /// Most nodes, those of scene views included.
  public var maximumNodes: Int
  /// Most subject hierarchy items.
  public var maximumItems: Int
  /// Most references of all nodes together.
  public var maximumReferences: Int
  /// Most notes kept, and most hazards; further ones are only counted.
  public var maximumNotes: Int

  /// The defaults are those of `default`: about four million each of nodes, items and references.
  public init(
    maximumNodes: Int = 1 << 22, maximumItems: Int = 1 << 22, maximumReferences: Int = 1 << 22,
    maximumNotes: Int = 10_000
  ) {
    self.maximumNodes = maximumNodes
    self.maximumItems = maximumItems
    self.maximumReferences = maximumReferences
    self.maximumNotes = maximumNotes
  }

  /// What scenes are loaded with unless told: far above honest scenes, and finite.
  public static let `default` = SceneLimits()
}
