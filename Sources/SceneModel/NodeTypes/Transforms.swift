extension NodeType {
  /// Transforms and how they are shown.
  ///
  /// Facts: the attribute readers of vtkMRMLTransformNode and its subclasses, vtkMRMLTransformDisplayNode.
  static let transforms: [NodeType] = [
    NodeType(
      "BSplineTransform", parent: "Transform", tags: ["BSplineTransform"]),
    NodeType(
      "GridTransform", parent: "Transform", tags: ["GridTransform"]),
    NodeType(
      "LinearTransform", parent: "Transform", tags: ["LinearTransform"],
      attributes: [
        NodeAttribute("matrixTransformToParent", .vector(.double, 16)),
        NodeAttribute("matrixTransformFromParent", .vector(.double, 16)),
        NodeAttribute("readWriteAsTransformToParent", .bool),
      ]),
    NodeType(
      "Transform", parent: "Displayable", tags: ["Transform"],
      attributes: [
        NodeAttribute("readWriteAsTransformToParent", .bool)
      ]),
    NodeType(
      "TransformDisplay", parent: "Display", tags: ["TransformDisplayNode"],
      attributes: [
        NodeAttribute("EditorVisibility3D", .bool),
        NodeAttribute("EditorTranslationSliceAnywhereEnabled", .bool),
        NodeAttribute("EditorTranslationSliceAnywhereSensitivity", .float),
        NodeAttribute("InteractionSizeAbsolute", .float),
        NodeAttribute("InteractionSizeMm", .float),
        NodeAttribute("InteractionScalePercent", .float),
        NodeAttribute("InteractionHandleOpacity", .float),
        NodeAttribute("RotationHandleComponentVisibility3D", .vector(.bool, 4)),
        NodeAttribute("ScaleHandleComponentVisibility3D", .vector(.bool, 4)),
        NodeAttribute("TranslationHandleComponentVisibility3D", .vector(.bool, 4)),
        NodeAttribute("RotationHandleComponentVisibilitySlice", .vector(.bool, 4)),
        NodeAttribute("ScaleHandleComponentVisibilitySlice", .vector(.bool, 4)),
        NodeAttribute("TranslationHandleComponentVisibilitySlice", .vector(.bool, 4)),
        NodeAttribute("VisualizationMode", .enumeration(.visualizationMode)),
        NodeAttribute("GlyphType", .enumeration(.transformGlyphType)),
        NodeAttribute("ContourLevelsMm", .numberList),
        NodeAttribute("GlyphSpacingMm", .stream(.double)),
        NodeAttribute("GlyphScalePercent", .stream(.double)),
        NodeAttribute("GlyphDisplayRangeMaxMm", .stream(.double)),
        NodeAttribute("GlyphDisplayRangeMinMm", .stream(.double)),
        NodeAttribute("GlyphTipLengthPercent", .stream(.double)),
        NodeAttribute("GlyphDiameterMm", .stream(.double)),
        NodeAttribute("GlyphShaftDiameterPercent", .stream(.double)),
        NodeAttribute("GlyphResolution", .stream(.int)),
        NodeAttribute("GlyphResolution2D", .stream(.int)),
        NodeAttribute("GlyphTipLengthPercent2D", .stream(.double)),
        NodeAttribute("GridScalePercent", .stream(.double)),
        NodeAttribute("GridSpacingMm", .stream(.double)),
        NodeAttribute("GridLineDiameterMm", .stream(.double)),
        NodeAttribute("GridResolutionMm", .stream(.double)),
        NodeAttribute("GridShowNonWarped", .stream(.bool)),
        NodeAttribute("ContourResolutionMm", .stream(.double)),
        NodeAttribute("ContourOpacity", .stream(.double)),
        NodeAttribute("EditorVisibility", .stream(.bool)),
        NodeAttribute("EditorSliceIntersectionVisibility", .stream(.bool)),
        NodeAttribute("EditorTranslationEnabled", .stream(.bool)),
        NodeAttribute("EditorRotationEnabled", .stream(.bool)),
        NodeAttribute("EditorScalingEnabled", .stream(.bool)),
      ],
      roles: [
        ReferenceRole("GlyphPointsReferenceRole"),
        ReferenceRole("RegionReferenceRole"),
      ]),
  ]
}
