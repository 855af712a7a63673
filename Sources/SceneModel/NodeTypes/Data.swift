extension NodeType {
  /// Models, segmentations, regions of interest, clips, scene views.
  ///
  /// Facts: the attribute readers of the class named in each entry.
  static let data: [NodeType] = [
    NodeType(
      "Clip", parent: "Node", tags: ["Clip"],
      attributes: [
        NodeAttribute("clipType", .enumeration(.clipType)),
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
        NodeAttribute("voxelBased", .bool),
        NodeAttribute("interpolationMode", .int),
        NodeAttribute("isotropicResampling", .bool),
        NodeAttribute("spaceScalingConst", .float),
        NodeAttribute("fillValue", .float),
        NodeAttribute("fitROIMode", .enumeration(.fitROIMode)),
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
        NodeAttribute("XYZ", .vector(.double, 3)),
        NodeAttribute("xyz", .vector(.double, 3)),
        NodeAttribute("RadiusXYZ", .vector(.double, 3)),
        NodeAttribute("radiusXYZ", .vector(.double, 3)),
        NodeAttribute("Selected", .bool),
        NodeAttribute("selected", .bool),
        NodeAttribute("VolumeNodeID", .nodeID),
        NodeAttribute("volumeNodeID", .nodeID),
        NodeAttribute("LabelText", .string),
        NodeAttribute("labelText", .string),
        NodeAttribute("Visibility", .bool),
        NodeAttribute("visibility", .bool),
        NodeAttribute("InteractiveMode", .bool),
        NodeAttribute("interactiveMode", .bool),
        NodeAttribute("InsideOut", .bool),
        NodeAttribute("insideOut", .bool),
      ]),
    NodeType(
      "ROIList", parent: "Node", tags: ["ROIList"],
      attributes: [
        NodeAttribute("TextScale", .stream(.double)),
        NodeAttribute("Visibility", .stream(.int)),
        NodeAttribute("color", .vector(.double, 3)),
        NodeAttribute("selectedcolor", .vector(.double, 3)),
        NodeAttribute("ambient", .stream(.double)),
        NodeAttribute("diffuse", .stream(.double)),
        NodeAttribute("specular", .stream(.double)),
        NodeAttribute("power", .stream(.double)),
        NodeAttribute("opacity", .stream(.double)),
        NodeAttribute("VolumeNodeID", .nodeID),
        NodeAttribute("ROI", .string),
      ]),
    NodeType(
      "SceneView", parent: "Storable", tags: ["SceneView", "SceneSnapshot"],
      provider: .module("SceneViews"),
      attributes: [
        NodeAttribute("screenshotType", .stream(.int)),
        NodeAttribute("sceneViewDescription", .string),
      ]),
    NodeType(
      "SegmentEditor", parent: "Node", tags: ["SegmentEditor"], provider: .module("Segmentations"),
      attributes: [
        NodeAttribute("selectedSegmentID", .string),
        NodeAttribute("activeEffectName", .string),
        NodeAttribute("maskMode", .enumeration(.maskMode)),
        NodeAttribute("maskSegmentID", .string),
        NodeAttribute("masterVolumeIntensityMask", .bool),
        NodeAttribute("sourceVolumeIntensityMask", .bool),
        NodeAttribute("masterVolumeIntensityMaskRange", .vector(.double, 2)),
        NodeAttribute("sourceVolumeIntensityMaskRange", .vector(.double, 2)),
        NodeAttribute("overwriteMode", .enumeration(.overwriteMode)),
      ]),
    NodeType(
      "Segmentation", parent: "Displayable", tags: ["Segmentation"],
      attributes: [
        NodeAttribute("segmentListFilterEnabled", .bool),
        NodeAttribute("segmentListFilterOptions", .string),
        NodeAttribute("SourceRepresentationName", .string),
      ],
      roles: [
        ReferenceRole(
          "labelmapConversionColorTableNode", attribute: "labelmapConversionColorTableNodeRef")
      ]),
    NodeType(
      "SnapshotClip", parent: "Node", tags: ["SnapshotClip"],
      attributes: [
        NodeAttribute("sceneSnapshotIDs", .nodeIDs)
      ]),
  ]
}
