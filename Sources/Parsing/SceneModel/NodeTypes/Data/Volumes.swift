extension NodeType {
  /// Image volumes.
  ///
  /// Source: the attribute readers of vtkMRMLVolumeNode and its subclasses.
  static let volumes: [NodeType] = [
    NodeType(
      "DiffusionImageVolume", parent: "TensorVolume", defaults: ["order": "2"],
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
        NodeAttribute(
          "measurementFrameMatrix", .vector(.double, 9), default: "1   0   0 0   1   0 0 0 1 "),
        NodeAttribute(
          "gradients", .numberList,
          default: "1   0   0 0   1   0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 "),
        NodeAttribute(
          "bValues", .ignored,
          default:
            "1   0   0 0   1   0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 "),
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
        NodeAttribute("codecFourCC", .string, default: ""),
        NodeAttribute("codecParameters", .ignored, default: ""),
      ]),
    NodeType(
      "TensorVolume", parent: "ScalarVolume",
      attributes: [
        NodeAttribute(
          "measurementFrame", .vector(.double, 9), default: "1   0   0 0   1   0 0 0 1 "),
        NodeAttribute("order", .stream(.int), default: "-1"),
      ]),
    NodeType(
      "VectorVolume", parent: "TensorVolume", tags: ["VectorVolume"], provider: .coreWithTensors),
    NodeType(
      "Volume", parent: "Displayable",
      attributes: [
        NodeAttribute("spacing", .vector(.double, 3), default: "1 1 1"),
        NodeAttribute("origin", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("voxelVectorType", .enumeration(.voxelVectorType), default: "undefined"),
        NodeAttribute(
          "ijkToRASDirections", .vector(.double, 9), default: "1   0   0 0   1   0 0 0 1 "),
      ]),
  ]
}
