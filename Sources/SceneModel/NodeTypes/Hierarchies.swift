extension NodeType {
  /// Hierarchies, the subject hierarchy included.
  ///
  /// Facts: the attribute readers of vtkMRMLHierarchyNode and its subclasses, vtkMRMLSubjectHierarchyNode.
  static let hierarchies: [NodeType] = [
    NodeType(
      "DisplayableHierarchy", parent: "Hierarchy", tags: ["DisplayableHierarchy"],
      attributes: [
        NodeAttribute("displayableNodeID", .nodeID),
        NodeAttribute("displayNodeRef", .nodeID),
        NodeAttribute("displayNodeID", .nodeID),
        NodeAttribute("expanded", .bool),
      ]),
    NodeType(
      "Hierarchy", parent: "Node", tags: ["Hierarchy"],
      attributes: [
        NodeAttribute("parentNodeRef", .nodeID),
        NodeAttribute("associatedNodeRef", .nodeID),
        NodeAttribute("sortingValue", .stream(.double)),
        NodeAttribute("allowMultipleChildren", .bool),
      ]),
    NodeType(
      "ModelHierarchy", parent: "DisplayableHierarchy", tags: ["ModelHierarchy"],
      attributes: [
        NodeAttribute("modelNodeRef", .nodeID),
        NodeAttribute("modelNodeID", .nodeID),
      ]),
    NodeType(
      "SubjectHierarchy", parent: "Node", tags: ["SubjectHierarchy"]),
    NodeType(
      "SubjectHierarchyLegacy", parent: "Hierarchy",
      attributes: [
        NodeAttribute("Level", .string),
        NodeAttribute("OwnerPluginName", .string),
        NodeAttribute("UIDs", .string),
      ]),
  ]
}
