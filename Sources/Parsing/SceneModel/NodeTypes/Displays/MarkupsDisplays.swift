extension NodeType {
  /// Displays of markups.
  ///
  /// Source: the attribute readers of vtkMRMLMarkupsDisplayNode and its subclasses.
  static let markupsDisplays: [NodeType] = [
    NodeType(
      "MarkupsDisplay", parent: "Display", tags: ["MarkupsDisplay"],
      defaults: ["color": "0.4 1 1", "selectedColor": "1 0.5 0.5", "visibility2D": "true"],
      attributes: [
        NodeAttribute("propertiesLabelVisibility", .bool, default: "true"),
        NodeAttribute("pointLabelsVisibility", .bool, default: "false"),
        NodeAttribute("textScale", .float, default: "3"),
        NodeAttribute("glyphScale", .float, default: "3"),
        NodeAttribute("glyphSize", .float, default: "5"),
        NodeAttribute("useGlyphScale", .bool, default: "true"),
        NodeAttribute(
          "glyphType", .enumerationOrNumber(.markupsGlyphType), default: "Sphere3D",
          effects: [.setsWhenPositive("pointLabelsVisibility", "true")]),
        NodeAttribute("snapMode", .enumeration(.snapMode), default: "toVisibleSurface"),
        NodeAttribute("sliceProjection", .bool, default: "false"),
        NodeAttribute("sliceProjectionUseFiducialColor", .bool, default: "true"),
        NodeAttribute("sliceProjectionOutlinedBehindSlicePlane", .bool, default: "false"),
        NodeAttribute("sliceProjectionColor", .vector(.double, 3), default: "1 1 1"),
        NodeAttribute("sliceProjectionOpacity", .float, default: "0.6", effects: [.limits(0, 1)]),
        NodeAttribute(
          "curveLineSizeMode", .enumeration(.curveLineSizeMode), default: "UseLineThickness"),
        NodeAttribute("lineThickness", .float, default: "0.2"),
        NodeAttribute("lineDiameter", .float, default: "1"),
        NodeAttribute("lineColorFadingStart", .float, default: "1"),
        NodeAttribute("lineColorFadingEnd", .float, default: "10"),
        NodeAttribute("lineColorFadingSaturation", .float, default: "1", effects: [.limits(0, 1)]),
        NodeAttribute("lineColorFadingHueOffset", .float, default: "0", effects: [.limits(0, 1)]),
        NodeAttribute("lineDirectionVisibility", .bool, default: "false"),
        NodeAttribute("lineDirectionVisibility3D", .bool, default: "true"),
        NodeAttribute("lineDirectionVisibility2D", .bool, default: "true"),
        NodeAttribute("lineDirectionMarkerScale", .float, default: "1.5"),
        NodeAttribute("lineDirectionMarkerSpacingScale", .float, default: "2"),
        NodeAttribute("lineDirectionFirstToLastControlPoint", .bool, default: "true"),
        NodeAttribute("lineSliceIntersectionPointVisibility", .bool, default: "true"),
        NodeAttribute("handlesInteractive", .bool, default: "false"),
        NodeAttribute("translationHandleVisibility", .bool, default: "true"),
        NodeAttribute("rotationHandleVisibility", .bool, default: "true"),
        NodeAttribute("scaleHandleVisibility", .bool, default: "false"),
        NodeAttribute("interactionHandleScale", .float, default: "3"),
        NodeAttribute("interactionHandleOpacity", .float, default: "1", effects: [.limits(0, 1)]),
        NodeAttribute("fillVisibility", .bool, default: "true"),
        NodeAttribute("outlineVisibility", .bool, default: "true"),
        NodeAttribute("fillOpacity", .float, default: "0.5"),
        NodeAttribute("outlineOpacity", .float, default: "1"),
        NodeAttribute("occludedVisibility", .bool, default: "false"),
        NodeAttribute("occludedOpacity", .float, default: "0.3"),
        NodeAttribute(
          "textProperty", .textProperty,
          default:
            "font-family:Arial;font-size:5px;font-style:normal;font-weight:bold;color:rgba(255,255,255,1);background-color:rgba(0,0,0,0);border-width:1px;border-color:rgba(255,255,255,0.0);text-shadow:1px -1px 2px rgba(0,0,0,1.0);",
          effects: [.completes]
        ),
        NodeAttribute("activeColor", .vector(.double, 3), default: "0.4 1 0"),
        NodeAttribute("rotationHandleAxes", .vector(.bool, 4), default: "1 1 1 0"),
        NodeAttribute("scaleHandleAxes", .vector(.bool, 4), default: "1 1 1 1"),
        NodeAttribute("translationHandleAxes", .vector(.bool, 4), default: "1 1 1 1"),
        NodeAttribute(
          "sliceIntersectionVisibility", .presence, effects: [.sets("visibility2D", "true")]),
      ],
      roles: [
        ReferenceRole("lineColor", attribute: "lineColorNodeRef")
      ]),
    NodeType(
      "MarkupsFiducialDisplay", parent: "MarkupsDisplay", tags: ["MarkupsFiducialDisplay"],
      defaults: ["pointLabelsVisibility": "true", "propertiesLabelVisibility": "false"]),
    NodeType(
      "MarkupsPlaneDisplay", parent: "MarkupsDisplay", tags: ["MarkupsPlaneDisplay"],
      defaults: [
        "handlesInteractive": "true", "rotationHandleVisibility": "false",
        "scaleHandleVisibility": "true", "translationHandleVisibility": "false",
      ],
      attributes: [
        NodeAttribute("normalVisibility", .bool, default: "true"),
        NodeAttribute("normalOpacity", .float, default: "1"),
      ]),
    NodeType(
      "MarkupsROIDisplay", parent: "MarkupsDisplay", tags: ["MarkupsROIDisplay"],
      defaults: [
        "fillOpacity": "0.2", "handlesInteractive": "true", "rotationHandleVisibility": "false",
        "scaleHandleVisibility": "true", "translationHandleAxes": "0 0 0 1",
      ]),
  ]
}
