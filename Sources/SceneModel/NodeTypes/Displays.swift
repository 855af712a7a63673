extension NodeType {
  /// How other nodes are shown.
  ///
  /// Facts: the attribute readers of vtkMRMLDisplayNode and its subclasses.
  static let displays: [NodeType] = [
    NodeType(
      "ColorLegendDisplay", parent: "Display", tags: ["ColorLegendDisplay"],
      provider: .module("Colors"),
      attributes: [
        NodeAttribute("orientation", .enumeration(.orientation)),
        NodeAttribute("position", .vector(.double, 2)),
        NodeAttribute("size", .vector(.double, 2)),
        NodeAttribute("titleText", .string),
        NodeAttribute("titleTextProperty", .textProperty),
        NodeAttribute("labelTextProperty", .textProperty),
        NodeAttribute("labelFormat", .format),
        NodeAttribute("maxNumberOfColors", .int),
        NodeAttribute("numberOfLabels", .int),
        NodeAttribute("useColorNamesForLabels", .bool),
      ],
      roles: [
        ReferenceRole("primaryDisplay")
      ]),
    NodeType(
      "Display", parent: "Node",
      attributes: [
        NodeAttribute("color", .vector(.double, 3)),
        NodeAttribute("edgeColor", .vector(.double, 3)),
        NodeAttribute("selectedColor", .vector(.double, 3)),
        NodeAttribute("selectedAmbient", .float),
        NodeAttribute("ambient", .float),
        NodeAttribute("diffuse", .float),
        NodeAttribute("selectedSpecular", .float),
        NodeAttribute("specular", .float),
        NodeAttribute("power", .float),
        NodeAttribute("metallic", .float),
        NodeAttribute("roughness", .float),
        NodeAttribute("opacity", .float),
        NodeAttribute("sliceIntersectionOpacity", .float),
        NodeAttribute("pointSize", .float),
        NodeAttribute("lineWidth", .float),
        NodeAttribute("representation", .int),
        NodeAttribute("lighting", .bool),
        NodeAttribute("interpolation", .int),
        NodeAttribute("shading", .bool),
        NodeAttribute("visibility", .bool),
        NodeAttribute("visibility2D", .bool),
        NodeAttribute("sliceIntersectionVisibility", .bool),
        NodeAttribute("visibility3D", .bool),
        NodeAttribute("edgeVisibility", .bool),
        NodeAttribute("clipping", .bool),
        NodeAttribute("sliceIntersectionThickness", .int),
        NodeAttribute("frontfaceCulling", .bool),
        NodeAttribute("backfaceCulling", .bool),
        NodeAttribute("scalarVisibility", .bool),
        NodeAttribute("vectorVisibility", .bool),
        NodeAttribute("tensorVisibility", .bool),
        NodeAttribute("interpolateTexture", .bool),
        NodeAttribute("scalarRangeFlag", .enumerationOrNumber(.scalarRangeFlag)),
        NodeAttribute("scalarRange", .vector(.double, 2)),
        NodeAttribute("colorNodeID", .nodeID),
        NodeAttribute("colorNodeRef", .nodeID),
        NodeAttribute("activeScalarName", .string),
        NodeAttribute("activeAttributeLocation", .enumeration(.attributeLocation)),
        NodeAttribute("folderDisplayOverrideAllowed", .bool),
        NodeAttribute("showMode", .enumeration(.showMode)),
        NodeAttribute("autoScalarRange", .ignored),
        NodeAttribute("viewNodeRef", .nodeIDs),
      ],
      roles: [
        ReferenceRole("ClipNode")
      ]),
    NodeType(
      "FolderDisplay", parent: "Display", tags: ["FolderDisplay"],
      attributes: [
        NodeAttribute("applyDisplayPropertiesOnBranch", .bool)
      ]),
    NodeType(
      "ModelDisplay", parent: "Display", tags: ["ModelDisplay"],
      attributes: [
        NodeAttribute("sliceDisplayMode", .enumeration(.sliceDisplayMode)),
        NodeAttribute("thresholdEnabled", .bool),
        NodeAttribute("thresholdRange", .vector(.double, 2)),
        NodeAttribute("backfaceColorHSVOffset", .vector(.double, 3)),
        NodeAttribute("clippingCapSurface", .bool),
        NodeAttribute("clippingCapOpacity", .float),
        NodeAttribute("clippingOutline", .bool),
        NodeAttribute("clippingCapColorHSVOffset", .vector(.double, 3)),
      ],
      roles: [
        ReferenceRole("distanceEncodedProjectionColor")
      ]),
    NodeType(
      "SegmentationDisplay", parent: "Display", tags: ["SegmentationDisplay"],
      attributes: [
        NodeAttribute("PreferredDisplayRepresentationName2D", .string),
        NodeAttribute("PreferredDisplayRepresentationName3D", .string),
        NodeAttribute("Visibility2DFill", .bool),
        NodeAttribute("Visibility2DOutline", .bool),
        NodeAttribute("Opacity3D", .float),
        NodeAttribute("Opacity2DFill", .float),
        NodeAttribute("Opacity2DOutline", .float),
        NodeAttribute("RemoveUnusedDisplayProperties", .bool),
        NodeAttribute("ClippingCapSurface", .bool),
        NodeAttribute("ClippingCapOpacity", .float),
        NodeAttribute("ClippingOutline", .bool),
        NodeAttribute("SegmentationDisplayProperties", .record(.segmentDisplayProperties)),
      ]),
    NodeType(
      "SliceDisplay", parent: "ModelDisplay", tags: ["SliceDisplay"],
      attributes: [
        NodeAttribute("intersectingSlicesInteractive", .bool),
        NodeAttribute("intersectingSlicesTranslationEnabled", .bool),
        NodeAttribute("intersectingSlicesRotationEnabled", .bool),
        NodeAttribute("intersectingSlicesInteractiveHandlesVisibilityMode", .int),
        NodeAttribute("intersectingSlicesIntersectionMode", .int),
        NodeAttribute("intersectingSlicesLineThicknessMode", .int),
      ]),
  ]
}
