/// Why a scene has no text that reads back as the same scene: the grammar has no escape for it.
public struct SceneWritingError: Error, Equatable, Sendable {
  /// What the grammar of MRML cannot say.
  public enum Code: UInt8, Sendable, CaseIterable {
    /// A role with `;` or `:`, which ends it.
    case unwritableRole
    /// A referenced identifier with `;`, a blank, or both braces.
    case unwritableTarget
    /// A node that became a singleton by its identifier: read again, another one may take its place.
    case adoptedSingleton
    /// A hierarchy that loading made took over the items of another one, which kept its identifier from it: written
    /// again, the two would be one.
    case takenOverHierarchy
    /// A hierarchy that loading made in a scene view moved to another identifier: made again, it would have the first.
    case movedHierarchy
  }

  /// The first such thing that writing met.
  public let code: Code
  /// The node's index in ``Scene/allNodes``.
  public let node: Int

  /// A refusal about that node.
  public init(_ code: Code, node: Int) {
    self.code = code
    self.node = node
  }
}
