extension NodeType {
  /// Displays of other nodes.
  ///
  /// Source: the attribute readers of vtkMRMLDisplayNode and its subclasses.
  static let displays: [NodeType] = [
    NodeType(
      "ColorLegendDisplay", parent: "Display", tags: ["ColorLegendDisplay"],
      provider: .module("Colors"), defaults: ["visibility2D": "true"],
      attributes: [
        NodeAttribute("orientation", .enumeration(.orientation), default: "Vertical"),
        NodeAttribute("position", .vector(.double, 2), default: "0.95 0.5"),
        NodeAttribute("size", .vector(.double, 2), default: "0.15 0.5"),
        NodeAttribute("titleText", .string, default: ""),
        NodeAttribute(
          "titleTextProperty", .textProperty,
          default:
            "font-family:Arial;font-size:12px;font-style:normal;font-weight:normal;color:rgba(255,255,255,1);background-color:rgba(0,0,0,0);border-width:1px;border-color:rgba(255,255,255,0.0);text-shadow:1px -1px 2px rgba(0,0,0,1.0);",
          effects: [.completes]
        ),
        NodeAttribute(
          "labelTextProperty", .textProperty,
          default:
            "font-family:Courier;font-size:12px;font-style:normal;font-weight:normal;color:rgba(255,255,255,1);background-color:rgba(0,0,0,0);border-width:1px;border-color:rgba(255,255,255,0.0);text-shadow:1px -1px 2px rgba(0,0,0,1.0);",
          effects: [.completes]
        ),
        NodeAttribute("labelFormat", .format, default: "%.1f"),
        NodeAttribute("maxNumberOfColors", .int, default: "256"),
        NodeAttribute("numberOfLabels", .int, default: "5"),
        NodeAttribute("useColorNamesForLabels", .bool, default: "false"),
      ],
      roles: [
        ReferenceRole("primaryDisplay")
      ]),
    NodeType(
      "Display", parent: "Node",
      attributes: [
        NodeAttribute("color", .vector(.double, 3), default: "0.9 0.9 0.3"),
        NodeAttribute("edgeColor", .vector(.double, 3), default: "0 0 0", effects: [.stays]),
        NodeAttribute("selectedColor", .vector(.double, 3), default: "1 0 0"),
        NodeAttribute("selectedAmbient", .float, default: "0.4"),
        NodeAttribute("ambient", .float, default: "0"),
        NodeAttribute("diffuse", .float, default: "1"),
        NodeAttribute("selectedSpecular", .float, default: "0.5"),
        NodeAttribute("specular", .float, default: "0"),
        NodeAttribute("power", .float, default: "1"),
        NodeAttribute("metallic", .float, default: "0"),
        NodeAttribute("roughness", .float, default: "0.5"),
        NodeAttribute("opacity", .float, default: "1"),
        NodeAttribute("sliceIntersectionOpacity", .float, default: "1"),
        NodeAttribute("pointSize", .float, default: "1", effects: [.stays]),
        NodeAttribute("lineWidth", .float, default: "1", effects: [.stays]),
        NodeAttribute("representation", .int, default: "2", effects: [.stays]),
        NodeAttribute("lighting", .bool, default: "true", effects: [.stays]),
        NodeAttribute("interpolation", .int, default: "1"),
        NodeAttribute("shading", .bool, default: "true", effects: [.stays]),
        NodeAttribute("visibility", .bool, default: "true"),
        NodeAttribute("visibility2D", .bool, default: "false"),
        NodeAttribute("sliceIntersectionVisibility", .bool, effects: [.goesTo("visibility2D")]),
        NodeAttribute("visibility3D", .bool, default: "true"),
        NodeAttribute("edgeVisibility", .bool, default: "false", effects: [.stays]),
        NodeAttribute("clipping", .bool, default: "false"),
        NodeAttribute("sliceIntersectionThickness", .int, default: "1"),
        NodeAttribute("frontfaceCulling", .bool, default: "false", effects: [.stays]),
        NodeAttribute("backfaceCulling", .bool, default: "false"),
        NodeAttribute("scalarVisibility", .bool, default: "false"),
        NodeAttribute("vectorVisibility", .bool, default: "false"),
        NodeAttribute("tensorVisibility", .bool, default: "false"),
        NodeAttribute("interpolateTexture", .bool, default: "false"),
        NodeAttribute(
          "scalarRangeFlag", .enumerationOrNumber(.scalarRangeFlag), default: "UseData"),
        NodeAttribute("scalarRange", .vector(.double, 2), default: "0 100"),
        NodeAttribute("colorNodeID", .nodeID, effects: [.follows]),
        NodeAttribute("colorNodeRef", .nodeID, effects: [.follows, .goesTo("colorNodeID")]),
        NodeAttribute("activeScalarName", .string),
        NodeAttribute(
          "activeAttributeLocation", .enumeration(.attributeLocation), default: "point",
          effects: [.stays]),
        NodeAttribute("folderDisplayOverrideAllowed", .bool, default: "true"),
        NodeAttribute("showMode", .enumeration(.showMode)),
        NodeAttribute(
          "autoScalarRange", .ignored, effects: [.sets("scalarRangeFlag", "UseManual")]),
        NodeAttribute("viewNodeRef", .nodeIDs, default: "", effects: [.follows]),
        NodeAttribute("showInAllViewsByDefault", .bool, default: "true"),
      ],
      roles: [
        ReferenceRole("ClipNode")
      ]),
    NodeType(
      "FolderDisplay", parent: "Display", tags: ["FolderDisplay"],
      attributes: [
        NodeAttribute("applyDisplayPropertiesOnBranch", .bool, default: "false")
      ]),
    NodeType(
      "ModelDisplay", parent: "Display", tags: ["ModelDisplay"],
      attributes: [
        NodeAttribute("sliceDisplayMode", .enumeration(.sliceDisplayMode), default: "intersection"),
        NodeAttribute("thresholdEnabled", .bool, default: "false"),
        NodeAttribute("thresholdRange", .vector(.double, 2), default: "0 -1"),
        NodeAttribute("backfaceColorHSVOffset", .vector(.double, 3), default: "-0.05 -0.1 0"),
        NodeAttribute("clippingCapSurface", .bool, default: "false"),
        NodeAttribute("clippingCapOpacity", .float, default: "1"),
        NodeAttribute("clippingOutline", .bool, default: "false"),
        NodeAttribute("clippingCapColorHSVOffset", .vector(.double, 3), default: "0.05 -0.1 -0.2"),
      ],
      roles: [
        ReferenceRole("distanceEncodedProjectionColor")
      ]),
    NodeType(
      "SegmentationDisplay", parent: "Display", tags: ["SegmentationDisplay"],
      defaults: ["visibility2D": "true"],
      attributes: [
        NodeAttribute("PreferredDisplayRepresentationName2D", .string),
        NodeAttribute("PreferredDisplayRepresentationName3D", .string),
        NodeAttribute("Visibility2DFill", .bool, default: "true"),
        NodeAttribute("Visibility2DOutline", .bool, default: "true"),
        NodeAttribute("Opacity3D", .float, default: "1"),
        NodeAttribute("Opacity2DFill", .float, default: "0.5"),
        NodeAttribute("Opacity2DOutline", .float, default: "1"),
        NodeAttribute("RemoveUnusedDisplayProperties", .bool, default: "true"),
        NodeAttribute("ClippingCapSurface", .bool, default: "false"),
        NodeAttribute("ClippingCapOpacity", .float, default: "1"),
        NodeAttribute("ClippingOutline", .bool, default: "false"),
        NodeAttribute(
          "SegmentationDisplayProperties", .record(.segmentDisplayProperties), default: ""),
      ]),
    NodeType(
      "SliceDisplay", parent: "ModelDisplay", tags: ["SliceDisplay"],
      attributes: [
        NodeAttribute("intersectingSlicesInteractive", .bool, default: "false"),
        NodeAttribute("intersectingSlicesTranslationEnabled", .bool, default: "true"),
        NodeAttribute("intersectingSlicesRotationEnabled", .bool, default: "true"),
        NodeAttribute("intersectingSlicesInteractiveHandlesVisibilityMode", .int, default: "0"),
        NodeAttribute("intersectingSlicesIntersectionMode", .int, default: "1"),
        NodeAttribute("intersectingSlicesLineThicknessMode", .int, default: "0"),
      ]),
  ]
}
