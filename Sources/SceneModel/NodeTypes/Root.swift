extension NodeType {
  /// The classes that every other class inherits from.
  ///
  /// Facts: the attribute readers of vtkMRMLNode, vtkMRMLStorableNode, vtkMRMLTransformableNode, vtkMRMLDisplayableNode.
  static let root: [NodeType] = [
    NodeType(
      "Node", parent: nil,
      attributes: [
        NodeAttribute("id", .string),
        NodeAttribute("name", .string),
        NodeAttribute("description", .string),
        NodeAttribute("singletonTag", .string),
        NodeAttribute("hideFromEditors", .bool),
        NodeAttribute("selectable", .bool),
        NodeAttribute("selected", .bool),
        NodeAttribute("undoEnabled", .bool),
        NodeAttribute("attributes", .record(.customAttributes)),
        NodeAttribute("references", .record(.references)),
      ]),
    NodeType(
      "Storable", parent: "Node",
      attributes: [
        NodeAttribute("userTags", .keyValueWords)
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
