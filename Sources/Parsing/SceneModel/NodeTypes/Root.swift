extension NodeType {
  /// Classes from which every other class inherits.
  ///
  /// Source: the attribute readers of vtkMRMLNode, vtkMRMLStorableNode, vtkMRMLTransformableNode,
  /// vtkMRMLDisplayableNode.
  static let root: [NodeType] = [
    NodeType(
      "Node", parent: nil,
      attributes: [
        NodeAttribute("id", .string),
        NodeAttribute("name", .string),
        NodeAttribute("description", .string),
        NodeAttribute("singletonTag", .string),
        NodeAttribute("hideFromEditors", .bool, default: "true"),
        NodeAttribute("selectable", .bool, default: "true"),
        NodeAttribute("selected", .bool, default: "false"),
        NodeAttribute("undoEnabled", .bool, default: "false"),
        NodeAttribute("attributes", .record(.customAttributes)),
        NodeAttribute("references", .record(.references)),
      ]),
    NodeType(
      "Storable", parent: "Node", defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("userTags", .keyValueWords, default: "")
      ],
      roles: [
        ReferenceRole("storage", attribute: "storageNodeRef")
      ]),
    NodeType(
      "Transformable", parent: "Storable",
      roles: [
        ReferenceRole("transform", attribute: "transformNodeRef")
      ]),
    NodeType(
      "Displayable", parent: "Transformable",
      roles: [
        ReferenceRole("display", attribute: "displayNodeRef")
      ]),
  ]
}
