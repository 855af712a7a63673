extension NodeType {
  /// How volumes are shown.
  ///
  /// Facts: the attribute readers of vtkMRMLVolumeDisplayNode, vtkMRMLGlyphableVolumeSliceDisplayNode and their subclasses.
  static let volumeDisplays: [NodeType] = [
    NodeType(
      "DiffusionTensorVolumeDisplay", parent: "GlyphableVolumeDisplay",
      tags: ["DiffusionTensorVolumeDisplay"], provider: .coreWithTensors,
      attributes: [
        NodeAttribute("scalarInvariant", .stream(.int))
      ]),
    NodeType(
      "DiffusionTensorVolumeSliceDisplay", parent: "GlyphableVolumeSliceDisplay",
      tags: ["DiffusionTensorVolumeSliceDisplayNode"], provider: .coreWithTensors,
      attributes: [
        NodeAttribute("DiffusionTensorDisplayPropertiesNodeRef", .nodeID)
      ]),
    NodeType(
      "DiffusionWeightedVolumeDisplay", parent: "ScalarVolumeDisplay",
      tags: ["DiffusionWeightedVolumeDisplay"],
      attributes: [
        NodeAttribute("diffusionComponent", .stream(.int))
      ]),
    NodeType(
      "GlyphableVolumeDisplay", parent: "ScalarVolumeDisplay",
      attributes: [
        NodeAttribute("glyphColorNodeRef", .nodeID),
        NodeAttribute("visualizationMode", .stream(.int)),
      ]),
    NodeType(
      "GlyphableVolumeSliceDisplay", parent: "ModelDisplay",
      attributes: [
        NodeAttribute("colorMode", .stream(.int))
      ]),
    NodeType(
      "LabelMapVolumeDisplay", parent: "VolumeDisplay", tags: ["LabelMapVolumeDisplay"]),
    NodeType(
      "ScalarVolumeDisplay", parent: "VolumeDisplay", tags: ["VolumeDisplay"],
      attributes: [
        NodeAttribute("window", .stream(.double)),
        NodeAttribute("level", .stream(.double)),
        NodeAttribute("upperThreshold", .stream(.double)),
        NodeAttribute("lowerThreshold", .stream(.double)),
        NodeAttribute("interpolate", .stream(.int)),
        NodeAttribute("invertDisplayScalarRange", .stream(.int)),
        NodeAttribute("windowMappingMethod", .enumeration(.windowMappingMethod)),
        NodeAttribute("autoWindowLevel", .stream(.int)),
        NodeAttribute("applyThreshold", .stream(.int)),
        NodeAttribute("autoThreshold", .stream(.int)),
        NodeAttribute("windowLevelPreset", .record(.windowLevelPreset), match: .prefix),
      ]),
    NodeType(
      "VectorVolumeDisplay", parent: "GlyphableVolumeDisplay", tags: ["VectorVolumeDisplay"],
      attributes: [
        NodeAttribute("scalarMode", .stream(.int)),
        NodeAttribute("glyphMode", .stream(.int)),
      ]),
    NodeType(
      "VolumeDisplay", parent: "Display"),
  ]
}
