extension NodeType {
  /// Hierarchies, the subject hierarchy included.
  ///
  /// Facts: the attribute readers of vtkMRMLHierarchyNode and its subclasses, vtkMRMLSubjectHierarchyNode.
  static let hierarchies: [NodeType] = [
    NodeType(
      "DisplayableHierarchy", parent: "Hierarchy", tags: ["DisplayableHierarchy"],
      defaults: ["hideFromEditors": "true"],
      attributes: [
        NodeAttribute("displayableNodeID", .nodeID),
        NodeAttribute("displayNodeRef", .nodeID),
        NodeAttribute("displayNodeID", .nodeID),
        NodeAttribute("expanded", .bool, default: "true"),
      ]),
    NodeType(
      "Hierarchy", parent: "Node", tags: ["Hierarchy"], defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("parentNodeRef", .nodeID),
        NodeAttribute("associatedNodeRef", .nodeID),
        NodeAttribute("sortingValue", .stream(.double), default: "0"),
        NodeAttribute("allowMultipleChildren", .bool, default: "true"),
      ]),
    NodeType(
      "ModelHierarchy", parent: "DisplayableHierarchy", tags: ["ModelHierarchy"],
      defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("modelNodeRef", .nodeID),
        NodeAttribute("modelNodeID", .nodeID),
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
