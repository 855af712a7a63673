extension NodeType {
  /// Image volumes.
  ///
  /// Facts: the attribute readers of vtkMRMLVolumeNode and its subclasses.
  static let volumes: [NodeType] = [
    NodeType(
      "DiffusionImageVolume", parent: "TensorVolume",
      attributes: [
        NodeAttribute("baselineNodeRef", .nodeID),
        NodeAttribute("diffusionWeightedNodeRef", .nodeID),
        NodeAttribute("maskNodeRef", .nodeID),
      ]),
    NodeType(
      "DiffusionTensorVolume", parent: "DiffusionImageVolume", tags: ["DiffusionTensorVolume"],
      provider: .coreWithTensors),
    NodeType(
      "DiffusionWeightedVolume", parent: "ScalarVolume", tags: ["DiffusionWeightedVolume"],
      attributes: [
        NodeAttribute("measurementFrameMatrix", .vector(.double, 9)),
        NodeAttribute("gradients", .numberList),
        NodeAttribute("bValues", .ignored),
      ]),
    NodeType(
      "LabelMapVolume", parent: "ScalarVolume", tags: ["LabelMapVolume"]),
    NodeType(
      "ScalarVolume", parent: "Volume", tags: ["Volume"],
      attributes: [
        NodeAttribute("labelMap", .stream(.int)),
        NodeAttribute("voxelValueQuantity", .codedEntry),
        NodeAttribute("voxelValueUnits", .codedEntry),
      ]),
    NodeType(
      "StreamingVolume", parent: "VectorVolume", tags: ["StreamingVolume"],
      provider: .coreWithTensors,
      attributes: [
        NodeAttribute("codecFourCC", .string),
        NodeAttribute("codecParameters", .string),
      ]),
    NodeType(
      "TensorVolume", parent: "ScalarVolume",
      attributes: [
        NodeAttribute("measurementFrame", .vector(.double, 9)),
        NodeAttribute("order", .stream(.int)),
      ]),
    NodeType(
      "VectorVolume", parent: "TensorVolume", tags: ["VectorVolume"], provider: .coreWithTensors),
    NodeType(
      "Volume", parent: "Displayable",
      attributes: [
        NodeAttribute("spacing", .vector(.double, 3)),
        NodeAttribute("origin", .vector(.double, 3)),
        NodeAttribute("voxelVectorType", .enumeration(.voxelVectorType)),
        NodeAttribute("ijkToRASDirections", .vector(.double, 9)),
      ]),
  ]
}
