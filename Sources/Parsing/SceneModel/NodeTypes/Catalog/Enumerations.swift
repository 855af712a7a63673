extension Enumeration {
  /// `OrientationMarkerType` of vtkMRMLAbstractViewNode.
  public static let orientationMarkerType = Enumeration(
    ["none", "cube", "human", "axes"])
  /// `OrientationMarkerSize` of vtkMRMLAbstractViewNode.
  public static let orientationMarkerSize = Enumeration(
    ["small", "medium", "large"])
  /// `RulerType` of vtkMRMLAbstractViewNode.
  public static let rulerType = Enumeration(
    ["none", "thin", "thick"])
  /// `RulerColor` of vtkMRMLAbstractViewNode.
  public static let rulerColor = Enumeration(
    ["white", "black", "yellow"])
  /// `NumberingScheme` of vtkMRMLAnnotationControlPointsNode.
  public static let numberingScheme = Enumeration(
    ["UseID", "UseIndex", "UsePrevious"])
  /// `ClippingMethod` of vtkMRMLClipNode.
  public static let clippingMethod = Enumeration(
    ["Straight", "WholeCells", "WholeCellsWithBoundary"])
  /// `ClippingState` of vtkMRMLClipNode.
  public static let clippingState = Enumeration(
    ["ClipOff", "ClipPositiveSpace", "ClipNegativeSpace"])
  /// `ClipType` of vtkMRMLClipNode.
  public static let clipType = Enumeration(
    ["ClipIntersection", "ClipUnion"])
  /// `Orientation` of vtkMRMLColorLegendDisplayNode.
  public static let orientation = Enumeration(
    ["Horizontal"])
  /// `FitROIMode` of vtkMRMLCropVolumeParametersNode.
  public static let fitROIMode = Enumeration(
    ["AlignToVolume", "AlignToWorld", "KeepOrientation"])
  /// `CrosshairMode` of vtkMRMLCrosshairNode.
  public static let crosshairMode = Enumeration(
    [
      "NoCrosshair", "ShowBasic", "ShowIntersection", "ShowHashmarks", "ShowAll", "ShowSmallBasic",
      "ShowSmallIntersection",
    ])
  /// `CrosshairBehavior` of vtkMRMLCrosshairNode.
  public static let crosshairBehavior = Enumeration(
    ["OffsetJumpSlice", "CenteredJumpSlice", "NoAction"])
  /// `CrosshairThickness` of vtkMRMLCrosshairNode.
  public static let crosshairThickness = Enumeration(
    ["Fine", "Medium", "Thick"])
  /// `ScalarEnum` of vtkMRMLDiffusionTensorDisplayPropertiesNode.
  public static let tensorScalar = Enumeration(
    [
      "Trace", "Determinant", "RelativeAnisotropy", "FractionalAnisotropy", "MaxEigenvalue",
      "MidEigenvalue", "MinEigenvalue", "LinearMeasure", "PlanarMeasure", "SphericalMeasure",
      "ColorOrientation", "D11", "D22", "D33", "Mode", "ColorMode", "MaxEigenvalueProjX",
      "MaxEigenvalueProjY", "MaxEigenvalueProjZ", "MaxEigenvec_ProjX", "MaxEigenvec_ProjY",
      "MaxEigenvec_ProjZ", "ParallelDiffusivity", "PerpendicularDiffusivity",
      "ColorOrientationMiddleEigenvector", "ColorOrientationMinEigenvector",
    ])
  /// `GlyphGeometry` of vtkMRMLDiffusionTensorDisplayPropertiesNode.
  public static let glyphGeometry = Enumeration(
    ["Lines", "Tubes", "Ellipsoids", "Superquadrics"])
  /// `GlyphEigenvector` of vtkMRMLDiffusionTensorDisplayPropertiesNode.
  public static let glyphEigenvector = Enumeration(
    ["Major", "Middle", "Minor"])
  /// `ScalarRangeFlagType` of vtkMRMLDisplayNode.
  public static let scalarRangeFlag = Enumeration(
    ["UseManual", "UseData", "UseColorNode", "UseDataType", "UseDirectMapping"])
  /// `AttributeLocation` of vtkMRMLDisplayNode.
  public static let attributeLocation = Enumeration(
    ["point", "cell", "vertex", "edge"])
  /// `ShowMode` of vtkMRMLDisplayNode.
  public static let showMode = Enumeration(
    ["Default", "Ignore"])
  /// `InteractionMode` of vtkMRMLInteractionNode.
  public static let interactionMode = Enumeration(
    ["Place", "ViewTransform"])
  /// `PositionStatus` of vtkMRMLMarkupsNode.
  public static let positionStatus = Enumeration(
    ["undefined", "preview", "defined", "missing"])
  /// `AngleMeasurementMode` of vtkMRMLMarkupsAngleNode.
  public static let angleMeasurementMode = Enumeration(
    ["minimal", "orientedPositive", "orientedSigned"])
  /// `GlyphType` of vtkMRMLMarkupsDisplayNode.
  public static let markupsGlyphType = Enumeration(
    [
      "StarBurst2D", "Cross2D", "CrossDot2D", "ThickCross2D", "Dash2D", "Sphere3D", "Vertex2D",
      "Circle2D", "Triangle2D", "Square2D", "Diamond2D", "Arrow2D", "ThickArrow2D", "HookedArrow2D",
    ], first: 1)
  /// Types of the curve generator of vtkMRMLMarkupsCurveNode.
  public static let curveType = Enumeration(
    ["linear", "spline", "kochanekSpline", "polynomial", "shortestSurfaceDistance"])
  /// Path costs of vtkMRMLMarkupsCurveNode.
  public static let surfaceCostFunctionType = Enumeration(
    ["distance", "additive", "multiplicative", "inverseSquared"])
  /// `SnapMode` of vtkMRMLMarkupsDisplayNode.
  public static let snapMode = Enumeration(
    ["unconstrained", "toVisibleSurface"])
  /// `CurveLineSizeMode` of vtkMRMLMarkupsDisplayNode.
  public static let curveLineSizeMode = Enumeration(
    ["UseLineThickness", "UseLineDiameter"])
  /// `PlaneType` of vtkMRMLMarkupsPlaneNode.
  public static let planeType = Enumeration(
    ["threePoints", "pointNormal", "planeFit"])
  /// `SizeMode` of vtkMRMLMarkupsPlaneNode.
  public static let sizeMode = Enumeration(
    ["auto", "absolute"])
  /// `ROIType` of vtkMRMLMarkupsROINode.
  public static let roiType = Enumeration(
    ["Box", "BoundingBox"])
  /// `SliceDisplayMode` of vtkMRMLModelDisplayNode.
  public static let sliceDisplayMode = Enumeration(
    ["intersection", "projection", "distanceEncodedProjection"])
  /// `PlotType` of vtkMRMLPlotSeriesNode.
  public static let plotType = Enumeration(
    ["Line", "Bar", "Scatter", "ScatterBar"])
  /// `MarkerStyle` of vtkMRMLPlotSeriesNode.
  public static let markerStyle = Enumeration(
    ["none", "cross", "plus", "square", "circle", "diamond"])
  /// `LineStyle` of vtkMRMLPlotSeriesNode.
  public static let lineStyle = Enumeration(
    ["none", "solid", "dash", "dot", "dash-dot", "dash-dot-dot"])
  /// `InteractionMode` of vtkMRMLPlotViewNode.
  public static let plotInteractionMode = Enumeration(
    ["PanView", "SelectPoints", "FreehandSelectPoints", "MovePoints"])
  /// `WindowMappingMethod` of vtkMRMLScalarVolumeDisplayNode.
  public static let windowMappingMethod = Enumeration(
    ["Linear", "Logarithmic", "InverseLogarithmic"])
  /// `OverwriteMode` of vtkMRMLSegmentEditorNode.
  public static let overwriteMode = Enumeration(
    ["OverwriteAllSegments", "OverwriteVisibleSegments", "OverwriteNone"])
  /// `MaskMode` of vtkMRMLSegmentationNode.
  public static let maskMode = Enumeration(
    [
      "EditAllowedEverywhere", "EditAllowedInsideAllSegments", "EditAllowedInsideVisibleSegments",
      "EditAllowedOutsideAllSegments", "EditAllowedOutsideVisibleSegments",
      "EditAllowedInsideSingleSegment",
    ])
  /// `SlabReconstructionType` of vtkMRMLSliceNode.
  public static let slabReconstructionType = Enumeration(
    ["Max", "Min", "Mean", "Sum"])
  /// `IntersectingSlicesInteractiveHandlesVisibilityMode` of vtkMRMLSliceDisplayNode.
  public static let intersectingSlicesInteractiveHandlesVisibilityMode = Enumeration(
    ["NeverVisible", "NearbyVisible", "AlwaysVisible", "FadingVisible"])
  /// `IntersectingSlicesIntersectionMode` of vtkMRMLSliceDisplayNode.
  public static let intersectingSlicesIntersectionMode = Enumeration(
    ["SkipLineCrossings", "FullLines"])
  /// `IntersectingSlicesLineThicknessMode` of vtkMRMLSliceDisplayNode.
  public static let intersectingSlicesLineThicknessMode = Enumeration(
    ["FineLines", "MediumLines", "ThickLines"])
  /// `State` of vtkMRMLStorageNode.
  public static let storageState = Enumeration(
    ["Idle", "Pending", "Scheduled", "Transferring", "TransferDone", "Cancelled", "SkippedNoData"])
  /// `CoordinateSystemType` of vtkMRMLStorageNode.
  public static let coordinateSystem = Enumeration(
    ["RAS", "LPS"])
  /// `VisualizationMode` of vtkMRMLTransformDisplayNode.
  public static let visualizationMode = Enumeration(
    ["GLYPH", "GRID", "CONTOUR"])
  /// `GlyphType` of vtkMRMLTransformDisplayNode.
  public static let transformGlyphType = Enumeration(
    ["ARROW", "CONE", "SPHERE"])
  /// `AnimationMode` of vtkMRMLViewNode.
  public static let animationMode = Enumeration(
    ["Off", "Spin", "Rock"])
  /// `ViewAxisMode` of vtkMRMLViewNode.
  public static let viewAxisMode = Enumeration(
    ["LookFrom", "RotateAround"])
  /// `SpinDirection` of vtkMRMLViewNode.
  public static let spinDirection = Enumeration(
    ["PitchUp", "PitchDown", "RollLeft", "RollRight", "YawLeft", "YawRight"])
  /// `StereoType` of vtkMRMLViewNode.
  public static let stereoType = Enumeration(
    [
      "NoStereo", "RedBlue", "Anaglyph", "QuadBuffer", "Interlaced", "UserDefined_1",
      "UserDefined_2", "UserDefined_3",
    ])
  /// `RenderMode` of vtkMRMLViewNode.
  public static let renderMode = Enumeration(
    ["Perspective", "Orthographic"])
  /// `VolumeRenderingQuality` of vtkMRMLViewNode.
  public static let volumeRenderingQuality = Enumeration(
    ["Adaptive", "Normal", "Maximum"])
  /// `RaycastTechnique` of vtkMRMLViewNode.
  public static let raycastTechnique = Enumeration(
    [
      "Composite", "CompositeEdgeColoring", "MaximumIntensityProjection",
      "MinimumIntensityProjection", "GradiantMagnitudeOpacityModulation",
      "IllustrativeContextPreservingExploration",
    ])
  /// `VoxelVectorType` of vtkMRMLVolumeNode.
  public static let voxelVectorType = Enumeration(
    ["undefined", "spatial", "colorRGB", "colorRGBA", "spatialCovariant"])
  /// `IndexType` of vtkMRMLSequenceNode.
  public static let sequenceIndexType = Enumeration(["numeric", "text"])
  /// `RecordingSamplingMode` of vtkMRMLSequenceBrowserNode.
  public static let recordingSamplingMode = Enumeration(["all", "limitedToPlaybackFrameRate"])
  /// `IndexDisplayMode` of vtkMRMLSequenceBrowserNode.
  public static let indexDisplayMode = Enumeration(["[index]", "[indexValue]"])
}
