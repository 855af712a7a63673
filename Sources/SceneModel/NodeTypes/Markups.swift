extension NodeType {
  /// Markups: points, lines, curves, planes and regions of interest.
  ///
  /// Facts: the attribute readers of vtkMRMLMarkupsNode and its subclasses.
  static let markups: [NodeType] = [
    NodeType(
      "Markups", parent: "Displayable",
      attributes: [
        NodeAttribute("locked", .bool),
        NodeAttribute("markupLabelFormat", .format),
        NodeAttribute("controlPointLabelFormat", .format),
        NodeAttribute("interactionHandleToWorldMatrix", .vector(.double, 16)),
      ]),
    NodeType(
      "MarkupsAngle", parent: "Markups", tags: ["MarkupsAngle"], defaultName: "A",
      attributes: [
        NodeAttribute("angleMeasurementMode", .enumeration(.angleMeasurementMode)),
        NodeAttribute("orientationRotationAxis", .vector(.double, 3)),
      ]),
    NodeType(
      "MarkupsClosedCurve", parent: "MarkupsCurve", tags: ["MarkupsClosedCurve"], defaultName: "CC"),
    NodeType(
      "MarkupsCurve", parent: "Markups", tags: ["MarkupsCurve"], defaultName: "OC",
      attributes: [
        NodeAttribute("curveType", .string),
        NodeAttribute("numberOfPointsPerInterpolatingSegment", .int),
        NodeAttribute("surfaceCostFunctionType", .string),
        NodeAttribute("surfaceDistanceWeightingFunction", .string),
        NodeAttribute("surfaceConstraintMaximumSearchRadiusTolerance", .float),
      ],
      roles: [
        ReferenceRole("shortestDistanceSurface", attribute: "shortestDistanceSurfaceRef")
      ]),
    NodeType(
      "MarkupsFiducial", parent: "Markups", tags: ["MarkupsFiducial"], defaultName: "F",
      attributes: [
        NodeAttribute("maximumNumberOfControlPoints", .int),
        NodeAttribute("requiredNumberOfControlPoints", .int),
      ]),
    NodeType(
      "MarkupsLine", parent: "Markups", tags: ["MarkupsLine"], defaultName: "L"),
    NodeType(
      "MarkupsPlane", parent: "Markups", tags: ["MarkupsPlane"], defaultName: "P",
      attributes: [
        NodeAttribute("maximumNumberOfControlPoints", .int),
        NodeAttribute("requiredNumberOfControlPoints", .int),
        NodeAttribute("sizeMode", .enumeration(.sizeMode)),
        NodeAttribute("size", .vector(.double, 2)),
        NodeAttribute("autoSizeScalingFactor", .float),
        NodeAttribute("planeTobaseMatrix", .vector(.double, 16)),
        NodeAttribute("objectToBaseMatrix", .vector(.double, 16)),
      ]),
    NodeType(
      "MarkupsROI", parent: "Markups", tags: ["MarkupsROI"], defaultName: "R"),
  ]
}
