extension NodeType {
  /// Hierarchies, including the subject hierarchy.
  ///
  /// Source: the attribute readers of vtkMRMLHierarchyNode and its subclasses,
  /// vtkMRMLSubjectHierarchyNode.
  static let hierarchies: [NodeType] = [
    NodeType(
      "DisplayableHierarchy", parent: "Hierarchy", tags: ["DisplayableHierarchy"],
      defaults: ["hideFromEditors": "true"],
      attributes: [
        NodeAttribute(
          "displayableNodeID", .nodeID, effects: [.follows, .goesTo("associatedNodeRef")]),
        NodeAttribute("displayNodeRef", .nodeID, effects: [.follows, .goesTo("displayNodeID")]),
        NodeAttribute("displayNodeID", .nodeID, effects: [.follows]),
        NodeAttribute("expanded", .bool, default: "true"),
      ]),
    NodeType(
      "Hierarchy", parent: "Node", tags: ["Hierarchy"], defaults: ["hideFromEditors": "false"],
      rule: .hierarchy,
      attributes: [
        NodeAttribute("parentNodeRef", .nodeID, effects: [.follows]),
        NodeAttribute("associatedNodeRef", .nodeID, effects: [.follows]),
        NodeAttribute("sortingValue", .stream(.double), default: "0"),
        NodeAttribute("allowMultipleChildren", .bool, default: "true"),
      ]),
    NodeType(
      "ModelHierarchy", parent: "DisplayableHierarchy", tags: ["ModelHierarchy"],
      defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("modelNodeRef", .nodeID, effects: [.follows, .goesTo("associatedNodeRef")]),
        NodeAttribute("modelNodeID", .nodeID, effects: [.follows, .goesTo("associatedNodeRef")]),
      ]),
    NodeType(
      "SubjectHierarchy", parent: "Node", tags: ["SubjectHierarchy"],
      defaults: ["hideFromEditors": "false"]),
    NodeType(
      "SubjectHierarchyLegacy", parent: "Hierarchy",
      attributes: [
        NodeAttribute("Level", .string),
        NodeAttribute("OwnerPluginName", .string),
        NodeAttribute("UIDs", .string),
      ]),
  ]
}
