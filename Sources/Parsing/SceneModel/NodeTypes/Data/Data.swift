extension NodeType {
  /// Models, segmentations, regions of interest, clips, scene views.
  ///
  /// Source: the attribute reader of the class in each entry.
  static let data: [NodeType] = [
    NodeType(
      "Clip", parent: "Node", tags: ["Clip"],
      attributes: [
        NodeAttribute("clipType", .enumeration(.clipType), default: "1"),
        NodeAttribute("clippingmethod", .enumeration(.clippingMethod)),
      ],
      roles: [
        ReferenceRole("clipping", attribute: "clippingRef")
      ]),
    NodeType(
      "ClipModels", parent: "Clip", tags: ["ClipModels"],
      attributes: [
        NodeAttribute("redSliceClipState", .int),
        NodeAttribute("yellowSliceClipState", .int),
        NodeAttribute("greenSliceClipState", .int),
      ],
      impliedReferences: [
        ImpliedReference(
          from: "redSliceClipState", role: "clipping", target: "vtkMRMLSliceNodeRed"),
        ImpliedReference(
          from: "yellowSliceClipState", role: "clipping", target: "vtkMRMLSliceNodeYellow"),
        ImpliedReference(
          from: "greenSliceClipState", role: "clipping", target: "vtkMRMLSliceNodeGreen"),
      ]),
    NodeType(
      "CropVolumeParameters", parent: "Node", tags: ["CropVolumeParameters"],
      provider: .module("CropVolume"),
      attributes: [
        NodeAttribute("voxelBased", .bool, default: "false"),
        NodeAttribute("interpolationMode", .int, default: "2"),
        NodeAttribute("isotropicResampling", .bool, default: "false"),
        NodeAttribute("spaceScalingConst", .float, default: "1"),
        NodeAttribute("fillValue", .float, default: "0"),
        NodeAttribute("fitROIMode", .enumeration(.fitROIMode), default: "AlignToVolume"),
      ],
      roles: [
        ReferenceRole("inputVolume", attribute: "inputVolumeNodeID"),
        ReferenceRole("outputVolume", attribute: "outputVolumeNodeID"),
        ReferenceRole("roi", attribute: "ROINodeID"),
      ]),
    NodeType(
      "Model", parent: "Displayable", tags: ["Model"]),
    NodeType(
      "ROI", parent: "Transformable", tags: ["MRMLROINode"],
      attributes: [
        NodeAttribute("XYZ", .vector(.double, 3), effects: [.goesTo("xyz")]),
        NodeAttribute("xyz", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("RadiusXYZ", .vector(.double, 3), effects: [.goesTo("radiusXYZ")]),
        NodeAttribute("radiusXYZ", .vector(.double, 3), default: "10 10 10"),
        NodeAttribute("Selected", .bool, effects: [.goesTo("selected")]),
        NodeAttribute("selected", .bool, default: "false"),
        NodeAttribute("VolumeNodeID", .nodeID, effects: [.goesTo("volumeNodeID")]),
        NodeAttribute("volumeNodeID", .nodeID),
        NodeAttribute("LabelText", .string, effects: [.goesTo("labelText")]),
        NodeAttribute("labelText", .string, default: ""),
        NodeAttribute("Visibility", .bool, effects: [.goesTo("visibility")]),
        NodeAttribute("visibility", .bool, default: "true"),
        NodeAttribute("InteractiveMode", .bool, effects: [.goesTo("interactiveMode")]),
        NodeAttribute("interactiveMode", .bool, default: "true"),
        NodeAttribute("InsideOut", .bool, effects: [.goesTo("insideOut")]),
        NodeAttribute("insideOut", .bool, default: "false"),
      ]),
    NodeType(
      "ROIList", parent: "Node", tags: ["ROIList"], defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("TextScale", .stream(.double), default: "4.5"),
        NodeAttribute("Visibility", .stream(.int), default: "1"),
        NodeAttribute("color", .vector(.double, 3), default: "0.4 1 1"),
        NodeAttribute("selectedcolor", .vector(.double, 3), default: "1 0.5 0.5"),
        NodeAttribute("ambient", .stream(.double), default: "0"),
        NodeAttribute("diffuse", .stream(.double), default: "1"),
        NodeAttribute("specular", .stream(.double), default: "0"),
        NodeAttribute("power", .stream(.double), default: "1"),
        NodeAttribute("opacity", .stream(.double), default: "1"),
        NodeAttribute("VolumeNodeID", .nodeID),
        NodeAttribute("ROI", .string),
      ]),
    NodeType(
      "SceneView", parent: "Storable", tags: ["SceneView", "SceneSnapshot"],
      provider: .module("SceneViews"),
      attributes: [
        NodeAttribute("screenshotType", .stream(.int), default: "0"),
        NodeAttribute("sceneViewDescription", .lines, default: ""),
      ]),
    NodeType(
      "SegmentEditor", parent: "Node", tags: ["SegmentEditor"], provider: .module("Segmentations"),
      attributes: [
        NodeAttribute("selectedSegmentID", .string, default: ""),
        NodeAttribute("activeEffectName", .string, default: ""),
        NodeAttribute(
          "maskMode", .looseEnumeration(.maskMode, else: -1), default: "EditAllowedEverywhere"),
        NodeAttribute("maskSegmentID", .string, default: ""),
        NodeAttribute("masterVolumeIntensityMask", .bool, default: "false"),
        NodeAttribute(
          "sourceVolumeIntensityMask", .bool, effects: [.goesTo("masterVolumeIntensityMask")]),
        NodeAttribute("masterVolumeIntensityMaskRange", .vector(.double, 2), default: "0 0"),
        NodeAttribute(
          "sourceVolumeIntensityMaskRange", .vector(.double, 2),
          effects: [.goesTo("masterVolumeIntensityMaskRange")]),
        NodeAttribute(
          "overwriteMode", .looseEnumeration(.overwriteMode, else: -1),
          default: "OverwriteAllSegments"),
      ]),
    NodeType(
      "Segmentation", parent: "Displayable", tags: ["Segmentation"],
      attributes: [
        NodeAttribute("segmentListFilterEnabled", .bool, default: "false"),
        NodeAttribute("segmentListFilterOptions", .string, default: ""),
        NodeAttribute("SourceRepresentationName", .string, default: "Binary labelmap"),
      ],
      roles: [
        ReferenceRole(
          "labelmapConversionColorTableNode", attribute: "labelmapConversionColorTableNodeRef")
      ]),
    NodeType(
      "SnapshotClip", parent: "Node", tags: ["SnapshotClip"],
      attributes: [
        NodeAttribute("sceneSnapshotIDs", .nodeIDs, default: "")
      ]),
  ]
}
