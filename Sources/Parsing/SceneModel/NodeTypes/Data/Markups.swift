extension NodeType {
  /// Markups: points, lines, curves, planes and regions of interest.
  ///
  /// Source: the attribute readers of vtkMRMLMarkupsNode and its subclasses.
  static let markups: [NodeType] = [
    NodeType(
      "Markups", parent: "Displayable", rule: .markups,
      attributes: [
        NodeAttribute("locked", .bool, default: "false"),
        NodeAttribute("markupLabelFormat", .format, effects: [.goesTo("controlPointLabelFormat")]),
        NodeAttribute("controlPointLabelFormat", .format, default: "%N-%d"),
        NodeAttribute(
          "interactionHandleToWorldMatrix", .vector(.double, 16),
          default: "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"),
      ]),
    NodeType(
      "MarkupsAngle", parent: "Markups", tags: ["MarkupsAngle"], defaultName: "A",
      attributes: [
        NodeAttribute(
          "angleMeasurementMode", .enumeration(.angleMeasurementMode), default: "minimal"),
        NodeAttribute("orientationRotationAxis", .vector(.double, 3), default: "0 0 1"),
      ]),
    NodeType(
      "MarkupsClosedCurve", parent: "MarkupsCurve", tags: ["MarkupsClosedCurve"], defaultName: "CC"),
    NodeType(
      "MarkupsCurve", parent: "Markups", tags: ["MarkupsCurve"], defaultName: "OC",
      attributes: [
        NodeAttribute("curveType", .enumeration(.curveType), default: "spline"),
        NodeAttribute(
          "numberOfPointsPerInterpolatingSegment", .int, default: "10",
          effects: [.accepts(1, 2_147_483_647)]),
        NodeAttribute(
          "surfaceCostFunctionType", .enumeration(.surfaceCostFunctionType), default: "distance"),
        NodeAttribute("surfaceDistanceWeightingFunction", .string, default: "activeScalar"),
        NodeAttribute("surfaceConstraintMaximumSearchRadiusTolerance", .float, default: "0.25"),
      ],
      roles: [
        ReferenceRole("shortestDistanceSurface", attribute: "shortestDistanceSurfaceRef")
      ]),
    NodeType(
      "MarkupsFiducial", parent: "Markups", tags: ["MarkupsFiducial"], defaultName: "F",
      attributes: [
        NodeAttribute(
          "maximumNumberOfControlPoints", .int, default: "-1", effects: [.replaces("0", by: "-1")]),
        NodeAttribute("requiredNumberOfControlPoints", .int, default: "0"),
      ]),
    NodeType(
      "MarkupsLine", parent: "Markups", tags: ["MarkupsLine"], defaultName: "L"),
    NodeType(
      "MarkupsPlane", parent: "Markups", tags: ["MarkupsPlane"], defaultName: "P", rule: .plane,
      attributes: [
        NodeAttribute("maximumNumberOfControlPoints", .int, default: "1"),
        NodeAttribute("requiredNumberOfControlPoints", .int, default: "1"),
        NodeAttribute("sizeMode", .enumeration(.sizeMode)),
        NodeAttribute("size", .vector(.double, 2)),
        NodeAttribute("autoSizeScalingFactor", .float),
        NodeAttribute("planeTobaseMatrix", .vector(.double, 16)),
        NodeAttribute("objectToBaseMatrix", .vector(.double, 16)),
      ]),
    NodeType(
      "MarkupsROI", parent: "Markups", tags: ["MarkupsROI"], defaultName: "R", rule: .roi),
  ]
}
