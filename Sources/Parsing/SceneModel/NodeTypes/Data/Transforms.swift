extension NodeType {
  /// Transforms and their displays.
  ///
  /// Source: the attribute readers of vtkMRMLTransformNode and its subclasses,
  /// vtkMRMLTransformDisplayNode.
  static let transforms: [NodeType] = [
    NodeType(
      "BSplineTransform", parent: "Transform", tags: ["BSplineTransform"]),
    NodeType(
      "GridTransform", parent: "Transform", tags: ["GridTransform"]),
    NodeType(
      "LinearTransform", parent: "Transform", tags: ["LinearTransform"],
      attributes: [
        NodeAttribute(
          "matrixTransformToParent", .vector(.double, 16),
          default: "1 0 0 0  0 1 0 0  0 0 1 0  0 0 0 1"),
        NodeAttribute(
          "matrixTransformFromParent", .vector(.double, 16),
          effects: [.inverted, .goesTo("matrixTransformToParent")]),
        NodeAttribute("readWriteAsTransformToParent", .bool),
      ]),
    NodeType(
      "Transform", parent: "Displayable", tags: ["Transform"],
      attributes: [
        NodeAttribute("readWriteAsTransformToParent", .bool)
      ]),
    NodeType(
      "TransformDisplay", parent: "Display", tags: ["TransformDisplayNode"],
      defaults: [
        "activeScalarName": "DisplacementMagnitude", "scalarVisibility": "true",
        "visibility": "false",
      ],
      attributes: [
        NodeAttribute("EditorVisibility3D", .bool, default: "true"),
        NodeAttribute("EditorTranslationSliceAnywhereEnabled", .bool, default: "false"),
        NodeAttribute(
          "EditorTranslationSliceAnywhereSensitivity", .float, default: "0.2",
          effects: [.limits(0, 1)]),
        NodeAttribute("InteractionSizeAbsolute", .float, default: "0"),
        NodeAttribute("InteractionSizeMm", .float, default: "5", effects: [.stays]),
        NodeAttribute("InteractionScalePercent", .float, default: "15", effects: [.stays]),
        NodeAttribute("InteractionHandleOpacity", .float, default: "1", effects: [.limits(0, 1)]),
        NodeAttribute("RotationHandleComponentVisibility3D", .vector(.bool, 4), default: "1 1 1 0"),
        NodeAttribute("ScaleHandleComponentVisibility3D", .vector(.bool, 4), default: "1 1 1 1"),
        NodeAttribute(
          "TranslationHandleComponentVisibility3D", .vector(.bool, 4), default: "1 1 1 1"),
        NodeAttribute(
          "RotationHandleComponentVisibilitySlice", .vector(.bool, 4), default: "0 0 0 1"),
        NodeAttribute("ScaleHandleComponentVisibilitySlice", .vector(.bool, 4), default: "1 1 1 1"),
        NodeAttribute(
          "TranslationHandleComponentVisibilitySlice", .vector(.bool, 4), default: "0 0 0 1"),
        NodeAttribute(
          "VisualizationMode", .looseEnumeration(.visualizationMode, else: -1), default: "GLYPH"),
        NodeAttribute(
          "GlyphType", .looseEnumeration(.transformGlyphType, else: -1), default: "ARROW"),
        NodeAttribute("ContourLevelsMm", .levels, default: "2 4 6 8 10 12 14 16 18"),
        NodeAttribute("GlyphSpacingMm", .stream(.double), default: "10"),
        NodeAttribute("GlyphScalePercent", .stream(.double), default: "100"),
        NodeAttribute("GlyphDisplayRangeMaxMm", .stream(.double), default: "100"),
        NodeAttribute("GlyphDisplayRangeMinMm", .stream(.double), default: "0.01"),
        NodeAttribute("GlyphTipLengthPercent", .stream(.double), default: "30"),
        NodeAttribute("GlyphDiameterMm", .stream(.double), default: "5"),
        NodeAttribute("GlyphShaftDiameterPercent", .stream(.double), default: "40"),
        NodeAttribute("GlyphResolution", .stream(.int), default: "6"),
        NodeAttribute("GlyphResolution2D", .stream(.int), default: "12"),
        NodeAttribute("GlyphTipLengthPercent2D", .stream(.double), default: "30"),
        NodeAttribute("GridScalePercent", .stream(.double), default: "100"),
        NodeAttribute("GridSpacingMm", .stream(.double), default: "15"),
        NodeAttribute("GridLineDiameterMm", .stream(.double), default: "1"),
        NodeAttribute("GridResolutionMm", .stream(.double), default: "5"),
        NodeAttribute("GridShowNonWarped", .stream(.bool), default: "0"),
        NodeAttribute("ContourResolutionMm", .stream(.double), default: "5"),
        NodeAttribute("ContourOpacity", .stream(.double), default: "0.8"),
        NodeAttribute("EditorVisibility", .stream(.bool), default: "0"),
        NodeAttribute("EditorSliceIntersectionVisibility", .stream(.bool), default: "1"),
        NodeAttribute("EditorTranslationEnabled", .stream(.bool), default: "1"),
        NodeAttribute("EditorRotationEnabled", .stream(.bool), default: "1"),
        NodeAttribute("EditorScalingEnabled", .stream(.bool), default: "0"),
      ],
      roles: [
        ReferenceRole("GlyphPointsReferenceRole"),
        ReferenceRole("RegionReferenceRole"),
      ]),
  ]
}
