extension NodeType {
  /// Views and their layout.
  ///
  /// Source: the attribute readers of vtkMRMLAbstractViewNode and its subclasses,
  /// vtkMRMLLayoutNode, vtkMRMLSliceCompositeNode.
  static let views: [NodeType] = [
    NodeType(
      "AbstractLayout", parent: "Node"),
    NodeType(
      "AbstractView", parent: "Node", defaults: ["hideFromEditors": "false"], rule: .layoutName,
      attributes: [
        NodeAttribute("layoutLabel", .string, default: "1"),
        NodeAttribute("layoutName", .string),
        NodeAttribute("viewGroup", .bool),
        NodeAttribute("active", .bool, default: "false"),
        NodeAttribute(
          "backgroundColor", .vector(.double, 3), default: "0 0 0",
          effects: [.alsoGoesTo("backgroundColor2")]),
        NodeAttribute("backgroundColor2", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute(
          "layoutColor", .vector(.double, 3),
          default: "0.4549019607843137 0.5137254901960784 0.9137254901960784"),
        NodeAttribute("orientationMarkerType", .enumeration(.orientationMarkerType)),
        NodeAttribute("orientationMarkerSize", .enumeration(.orientationMarkerSize)),
        NodeAttribute("rulerType", .enumeration(.rulerType)),
        NodeAttribute("rulerColor", .enumeration(.rulerColor), default: "white"),
        NodeAttribute("AxisLabels", .labels(6), default: "L;R;P;A;I;S"),
        NodeAttribute("visibility", .ignored, default: "true"),
      ],
      roles: [
        ReferenceRole("ParentLayoutNodeRef"),
        ReferenceRole("InteractionNodeRef"),
      ]),
    NodeType(
      "Layout", parent: "AbstractLayout", tags: ["Layout"],
      attributes: [
        NodeAttribute(
          "currentViewArrangement", .stream(.int), default: "14",
          effects: [.limits(0, 2_147_483_647)]),
        NodeAttribute("guiPanelVisibility", .stream(.int), default: "1"),
        NodeAttribute("bottomPanelVisibility", .stream(.int), default: "1"),
        NodeAttribute("guiPanelLR", .stream(.int), default: "0"),
        NodeAttribute("collapseSliceControllers", .stream(.int), default: "0"),
        NodeAttribute("numberOfCompareViewRows", .stream(.int), default: "1"),
        NodeAttribute("numberOfCompareViewColumns", .stream(.int), default: "1"),
        NodeAttribute("mainPanelSize", .stream(.int), default: "400"),
        NodeAttribute("secondaryPanelSize", .stream(.int), default: "400"),
        NodeAttribute("selectedModule", .string),
        NodeAttribute("layout", .ignored),
      ]),
    NodeType(
      "PlotView", parent: "AbstractView", tags: ["PlotView"], singleton: .identifier,
      attributes: [
        NodeAttribute("doPropagatePlotChartSelection", .int, default: "1", effects: [.isNonZero]),
        NodeAttribute("interactionMode", .enumeration(.plotInteractionMode), default: "PanView"),
        NodeAttribute("enablePointMoveAlongX", .bool, default: "true"),
        NodeAttribute("enablePointMoveAlongY", .bool, default: "true"),
      ],
      roles: [
        ReferenceRole("plotChart", attribute: "plotChartNodeRef")
      ]),
    NodeType(
      "Slice", parent: "AbstractView", tags: ["Slice"], singleton: .layoutName(orIdentifier: true),
      defaults: [
        "layoutColor": "0.5490196078431373 0.5490196078431373 0.5490196078431373",
        "layoutLabel": "", "orientationMarkerSize": "medium", "orientationMarkerType": "none",
        "rulerType": "none",
      ], rule: .slice,
      attributes: [
        NodeAttribute("fieldOfView", .vector(.double, 3), default: "250 250 1"),
        NodeAttribute("xyzOrigin", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("uvwOrigin", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("uvwExtents", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("uvwDimensions", .vector(.int, 3), default: "256 256 1"),
        NodeAttribute("dimensions", .ignored, default: "256 256 1"),
        NodeAttribute("sliceResolutionMode", .int, default: "1"),
        NodeAttribute("activeSlice", .int, default: "0"),
        NodeAttribute("layoutGridRows", .ignored, default: "1"),
        NodeAttribute("layoutGridColumns", .ignored, default: "1"),
        NodeAttribute("jumpMode", .int, default: "1"),
        NodeAttribute("sliceVisibility", .bool, default: "false"),
        NodeAttribute("widgetVisibility", .bool, default: "false"),
        NodeAttribute("widgetOutlineVisibility", .bool, default: "true"),
        NodeAttribute("useLabelOutline", .bool, default: "false"),
        NodeAttribute("sliceEdgeVisibility3D", .bool, default: "true"),
        NodeAttribute("orientation", .string, default: "Reformat"),
        NodeAttribute("defaultOrientation", .string),
        NodeAttribute("orientationReference", .string, default: "Reformat"),
        NodeAttribute("layoutName", .string),
        NodeAttribute("resliceDimensions", .vector(.int, 3), effects: [.goesTo("uvwDimensions")]),
        NodeAttribute(
          "sliceToRAS", .vector(.double, 16), default: "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"),
        NodeAttribute("prescribedSliceSpacing", .vector(.double, 3), default: "1 1 1"),
        NodeAttribute("sliceSpacingMode", .int, default: "0"),
        NodeAttribute("slabReconstructionEnabled", .bool, default: "false"),
        NodeAttribute(
          "slabReconstructionType", .enumeration(.slabReconstructionType), default: "Max"),
        NodeAttribute("slabReconstructionThickness", .float, default: "1"),
        NodeAttribute("slabReconstructionOversamplingFactor", .float, default: "2"),
        NodeAttribute("orientationMatrix", .vector(.double, 9), match: .prefix),
        NodeAttribute("threeDViewNodeRef", .words),
      ]),
    NodeType(
      "SliceComposite", parent: "Node", tags: ["SliceComposite"],
      singleton: .layoutName(orIdentifier: false), rule: .layoutName,
      attributes: [
        NodeAttribute("compositing", .int, default: "0"),
        NodeAttribute("clipToBackgroundVolume", .bool, default: "false"),
        NodeAttribute("foregroundOpacity", .float, default: "0"),
        NodeAttribute("labelOpacity", .float, default: "1"),
        NodeAttribute("linkedControl", .int, default: "0"),
        NodeAttribute("hotLinkedControl", .int, default: "0"),
        NodeAttribute("fiducialVisibility", .int, default: "1"),
        NodeAttribute("fiducialLabelVisibility", .int, default: "1"),
        NodeAttribute("layoutName", .string),
        NodeAttribute("doPropagateVolumeSelection", .int, default: "1", effects: [.isNonZero]),
      ],
      roles: [
        ReferenceRole("backgroundVolume", attribute: "backgroundVolumeID"),
        ReferenceRole("foregroundVolume", attribute: "foregroundVolumeID"),
        ReferenceRole("labelVolume", attribute: "labelVolumeID"),
      ]),
    NodeType(
      "TableView", parent: "AbstractView", tags: ["TableView"], singleton: .identifier,
      attributes: [
        NodeAttribute("doPropagateTableSelection", .atoi, default: "1", effects: [.isNonZero])
      ],
      roles: [
        ReferenceRole("table", attribute: "tableNodeRef")
      ]),
    NodeType(
      "View", parent: "AbstractView", tags: ["View"], singleton: .identifier,
      defaults: [
        "backgroundColor": "0.7568627450980392 0.7647058823529412 0.9098039215686275",
        "backgroundColor2": "0.7568627450980392 0.7647058823529412 0.9098039215686275",
        "orientationMarkerSize": "medium", "orientationMarkerType": "none", "rulerType": "none",
      ],
      attributes: [
        NodeAttribute("fieldOfView", .float, default: "200"),
        NodeAttribute("letterSize", .float, default: "0.05"),
        NodeAttribute("boxVisible", .bool, default: "true"),
        NodeAttribute("boxColor", .vector(.double, 3), default: "1 0 1"),
        NodeAttribute("fiducialsVisible", .bool, default: "true"),
        NodeAttribute("fiducialLabelsVisible", .bool, default: "true"),
        NodeAttribute("axisLabelsVisible", .bool, default: "true"),
        NodeAttribute("axisLabelsCameraDependent", .bool, default: "true"),
        NodeAttribute("animationMode", .enumeration(.animationMode), default: "Off"),
        NodeAttribute("viewAxisMode", .enumeration(.viewAxisMode), default: "LookFrom"),
        NodeAttribute("spinDegrees", .float, default: "2"),
        NodeAttribute("spinMs", .float, default: "5", effects: [.truncated]),
        NodeAttribute("spinDirection", .enumeration(.spinDirection), default: "YawLeft"),
        NodeAttribute("rotateDegrees", .float, default: "5"),
        NodeAttribute("rockLength", .int, default: "200"),
        NodeAttribute("rockCount", .int, default: "0"),
        NodeAttribute("stereoType", .enumeration(.stereoType), default: "NoStereo"),
        NodeAttribute("renderMode", .enumeration(.renderMode), default: "Perspective"),
        NodeAttribute("useDepthPeeling", .int, default: "1"),
        NodeAttribute("gpuMemorySize", .int, default: "0"),
        NodeAttribute("autoReleaseGraphicsResources", .bool, default: "false"),
        NodeAttribute("expectedFPS", .float, default: "8"),
        NodeAttribute(
          "volumeRenderingQuality", .enumeration(.volumeRenderingQuality), default: "Normal"),
        NodeAttribute("raycastTechnique", .enumeration(.raycastTechnique), default: "Composite"),
        NodeAttribute("volumeRenderingSurfaceSmoothing", .int, default: "0", effects: [.isNonZero]),
        NodeAttribute("volumeRenderingOversamplingFactor", .float, default: "2"),
        NodeAttribute("shadowsVisibility", .bool, default: "false"),
        NodeAttribute("ambientShadowsSizeScale", .float, default: "0.3"),
        NodeAttribute("ambientShadowsVolumeOpacityThreshold", .float, default: "0.25"),
        NodeAttribute("ambientShadowsIntensityScale", .float, default: "1"),
        NodeAttribute("ambientShadowsIntensityShift", .float, default: "0"),
        NodeAttribute("linkedControl", .int, default: "0"),
      ]),
  ]
}
