extension NodeType {
  /// Displays of volumes.
  ///
  /// Source: the attribute readers of vtkMRMLVolumeDisplayNode,
  /// vtkMRMLGlyphableVolumeSliceDisplayNode and their subclasses.
  static let volumeDisplays: [NodeType] = [
    NodeType(
      "DiffusionTensorVolumeDisplay", parent: "GlyphableVolumeDisplay",
      tags: ["DiffusionTensorVolumeDisplay"], provider: .coreWithTensors,
      attributes: [
        NodeAttribute("scalarInvariant", .stream(.int), default: "10")
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
        NodeAttribute("diffusionComponent", .stream(.int), default: "0")
      ]),
    NodeType(
      "GlyphableVolumeDisplay", parent: "ScalarVolumeDisplay",
      attributes: [
        NodeAttribute("glyphColorNodeRef", .nodeID, effects: [.follows]),
        NodeAttribute("visualizationMode", .stream(.int), default: "0", effects: [.stays]),
      ]),
    NodeType(
      "GlyphableVolumeSliceDisplay", parent: "ModelDisplay", rule: .noScalars,
      attributes: [
        NodeAttribute("colorMode", .stream(.int), default: "1")
      ]),
    NodeType(
      "LabelMapVolumeDisplay", parent: "VolumeDisplay", tags: ["LabelMapVolumeDisplay"],
      defaults: ["sliceIntersectionThickness": "3"]),
    NodeType(
      "ScalarVolumeDisplay", parent: "VolumeDisplay", tags: ["VolumeDisplay"],
      attributes: [
        NodeAttribute("window", .stream(.double), default: "256"),
        NodeAttribute("level", .stream(.double), default: "128"),
        NodeAttribute("upperThreshold", .stream(.double), default: "32767"),
        NodeAttribute("lowerThreshold", .stream(.double), default: "-32768"),
        NodeAttribute("interpolate", .stream(.int), default: "1"),
        NodeAttribute("invertDisplayScalarRange", .stream(.int), default: "0"),
        NodeAttribute("windowMappingMethod", .enumeration(.windowMappingMethod), default: "Linear"),
        NodeAttribute("autoWindowLevel", .stream(.int), default: "1"),
        NodeAttribute("applyThreshold", .stream(.int), default: "0"),
        NodeAttribute("autoThreshold", .stream(.int), default: "0"),
        NodeAttribute("windowLevelPreset", .record(.windowLevelPreset), match: .prefix),
      ]),
    NodeType(
      "VectorVolumeDisplay", parent: "GlyphableVolumeDisplay", tags: ["VectorVolumeDisplay"],
      attributes: [
        NodeAttribute("scalarMode", .stream(.int), default: "0"),
        NodeAttribute("glyphMode", .stream(.int), default: "01"),
      ]),
    NodeType(
      "VolumeDisplay", parent: "Display"),
  ]
}
