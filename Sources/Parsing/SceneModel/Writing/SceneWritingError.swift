/// Reason why a scene has no text that reads back as the same scene: the grammar has no escape for
/// it.
public struct SceneWritingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Content that the grammar of MRML cannot express.
  public enum Code: UInt8, Sendable, CaseIterable {
    /// A role with `;` or `:`, which ends it.
    case unwritableRole
    /// A referenced identifier with `;`, white space, or both braces.
    case unwritableTarget
    /// A node that became a singleton by its identifier: read again, another one may take its
    /// place.
    case adoptedSingleton
    /// A hierarchy that loading added took over the items of another one, which kept its identifier
    /// from it: written again, the two would be one.
    case takenOverHierarchy
    /// A hierarchy that loading added in a scene view was renamed: made again, it would have the
    /// first identifier.
    case movedHierarchy
  }

  /// First such content that writing met.
  public let code: Code
  /// Index of the node in ``Scene/allNodes``.
  public let node: Int

  /// A refusal about a node.
  public init(_ code: Code, node: Int) {
    self.code = code
    self.node = node
  }

  /// Node, reason and code in one line, without text of the scene.
  public var description: String { "node \(node): \(code.sentence) [\(code)]" }
}

extension SceneWritingError.Code {
  /// The reason in words.
  public var sentence: String {
    switch self {
    case .unwritableRole: "a role with ';' or ':'"
    case .unwritableTarget: "a referenced identifier with ';', white space, or both braces"
    case .adoptedSingleton: "a node that became a singleton by its identifier"
    case .takenOverHierarchy: "a hierarchy that took over the items of another one"
    case .movedHierarchy: "a renamed hierarchy of a scene view"
    }
  }
}
