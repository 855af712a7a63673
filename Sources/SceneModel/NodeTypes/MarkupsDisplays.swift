extension NodeType {
  /// How markups are shown.
  ///
  /// Facts: the attribute readers of vtkMRMLMarkupsDisplayNode and its subclasses.
  static let markupsDisplays: [NodeType] = [
    NodeType(
      "MarkupsDisplay", parent: "Display", tags: ["MarkupsDisplay"],
      attributes: [
        NodeAttribute("propertiesLabelVisibility", .bool),
        NodeAttribute("pointLabelsVisibility", .bool),
        NodeAttribute("textScale", .float),
        NodeAttribute("glyphScale", .float),
        NodeAttribute("glyphSize", .float),
        NodeAttribute("useGlyphScale", .bool),
        NodeAttribute("glyphType", .enumerationOrNumber(.markupsGlyphType)),
        NodeAttribute("snapMode", .enumeration(.snapMode)),
        NodeAttribute("sliceProjection", .bool),
        NodeAttribute("sliceProjectionUseFiducialColor", .bool),
        NodeAttribute("sliceProjectionOutlinedBehindSlicePlane", .bool),
        NodeAttribute("sliceProjectionColor", .vector(.double, 3)),
        NodeAttribute("sliceProjectionOpacity", .float),
        NodeAttribute("curveLineSizeMode", .enumeration(.curveLineSizeMode)),
        NodeAttribute("lineThickness", .float),
        NodeAttribute("lineDiameter", .float),
        NodeAttribute("lineColorFadingStart", .float),
        NodeAttribute("lineColorFadingEnd", .float),
        NodeAttribute("lineColorFadingSaturation", .float),
        NodeAttribute("lineColorFadingHueOffset", .float),
        NodeAttribute("lineDirectionVisibility", .bool),
        NodeAttribute("lineDirectionVisibility3D", .bool),
        NodeAttribute("lineDirectionVisibility2D", .bool),
        NodeAttribute("lineDirectionMarkerScale", .float),
        NodeAttribute("lineDirectionMarkerSpacingScale", .float),
        NodeAttribute("lineDirectionFirstToLastControlPoint", .bool),
        NodeAttribute("lineSliceIntersectionPointVisibility", .bool),
        NodeAttribute("handlesInteractive", .bool),
        NodeAttribute("translationHandleVisibility", .bool),
        NodeAttribute("rotationHandleVisibility", .bool),
        NodeAttribute("scaleHandleVisibility", .bool),
        NodeAttribute("interactionHandleScale", .float),
        NodeAttribute("interactionHandleOpacity", .float),
        NodeAttribute("fillVisibility", .bool),
        NodeAttribute("outlineVisibility", .bool),
        NodeAttribute("fillOpacity", .float),
        NodeAttribute("outlineOpacity", .float),
        NodeAttribute("occludedVisibility", .bool),
        NodeAttribute("occludedOpacity", .float),
        NodeAttribute("textProperty", .textProperty),
        NodeAttribute("activeColor", .vector(.double, 3)),
        NodeAttribute("rotationHandleAxes", .vector(.bool, 4)),
        NodeAttribute("scaleHandleAxes", .vector(.bool, 4)),
        NodeAttribute("translationHandleAxes", .vector(.bool, 4)),
        NodeAttribute("sliceIntersectionVisibility", .presence),
      ],
      roles: [
        ReferenceRole("lineColor", attribute: "lineColorNodeRef")
      ]),
    NodeType(
      "MarkupsFiducialDisplay", parent: "MarkupsDisplay", tags: ["MarkupsFiducialDisplay"]),
    NodeType(
      "MarkupsPlaneDisplay", parent: "MarkupsDisplay", tags: ["MarkupsPlaneDisplay"]),
    NodeType(
      "MarkupsROIDisplay", parent: "MarkupsDisplay", tags: ["MarkupsROIDisplay"]),
  ]
}
