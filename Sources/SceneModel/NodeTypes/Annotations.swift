extension NodeType {
  /// Annotations with their displays and storages.
  ///
  /// Facts: the attribute readers of vtkMRMLAnnotation…Node of the Annotations module.
  static let annotations: [NodeType] = [
    NodeType(
      "Annotation", parent: "Model", tags: ["Annotation"], provider: .module("Annotations"),
      attributes: [
        NodeAttribute("textList", .barList),
        NodeAttribute("referenceNodeID", .nodeID),
        NodeAttribute("locked", .atof),
        NodeAttribute("textSelected", .numberList),
        NodeAttribute("textVisible", .numberList),
      ]),
    NodeType(
      "AnnotationControlPoints", parent: "Annotation", tags: ["AnnotationControlPoints"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("ctrlPtsCoord", .numberList),
        NodeAttribute("ctrlPtsNumberingScheme", .vector(.int, 2)),
        NodeAttribute("ctrlPtsSelected", .numberList),
        NodeAttribute("ctrlPtsVisible", .numberList),
      ]),
    NodeType(
      "AnnotationControlPointsStorage", parent: "AnnotationStorage",
      tags: ["AnnotationControlPointsStorage"], provider: .module("Annotations")),
    NodeType(
      "AnnotationDisplay", parent: "ModelDisplay", tags: ["AnnotationDisplay"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationFiducial", parent: "AnnotationControlPoints", tags: ["AnnotationFiducials"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationFiducialsStorage", parent: "AnnotationControlPointsStorage",
      tags: ["AnnotationFiducialsStorage"], provider: .module("Annotations")),
    NodeType(
      "AnnotationHierarchy", parent: "DisplayableHierarchy", tags: ["AnnotationHierarchyNode"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationLineDisplay", parent: "AnnotationDisplay", tags: ["AnnotationLineDisplay"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("lineThickness", .stream(.double)),
        NodeAttribute("labelPosition", .stream(.double)),
        NodeAttribute("labelVisibility", .bool),
        NodeAttribute("tickSpacing", .stream(.double)),
        NodeAttribute("maxTicks", .stream(.int)),
        NodeAttribute("sliceProjection", .stream(.int)),
        NodeAttribute("projectedColor", .vector(.double, 3)),
        NodeAttribute("projectedOpacity", .stream(.double)),
        NodeAttribute("underLineThickness", .stream(.double)),
        NodeAttribute("overLineThickness", .stream(.double)),
      ]),
    NodeType(
      "AnnotationLines", parent: "AnnotationControlPoints", tags: ["AnnotationLines"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("linePtsID", .numberList),
        NodeAttribute("lineSelected", .numberList),
        NodeAttribute("lineVisible", .numberList),
      ]),
    NodeType(
      "AnnotationLinesStorage", parent: "AnnotationControlPointsStorage",
      tags: ["AnnotationLinesStorage"], provider: .module("Annotations")),
    NodeType(
      "AnnotationPointDisplay", parent: "AnnotationDisplay", tags: ["AnnotationPointDisplay"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("glyphType", .stream(.int)),
        NodeAttribute("glyphScale", .stream(.double)),
        NodeAttribute("sliceProjection", .stream(.int)),
        NodeAttribute("projectedColor", .vector(.double, 3)),
        NodeAttribute("projectedOpacity", .stream(.double)),
      ]),
    NodeType(
      "AnnotationROI", parent: "AnnotationLines", tags: ["AnnotationROI", "ROI"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("XYZ", .vector(.double, 3)),
        NodeAttribute("xyz", .vector(.double, 3)),
        NodeAttribute("RadiusXYZ", .vector(.double, 3)),
        NodeAttribute("radiusXYZ", .vector(.double, 3)),
        NodeAttribute("Selected", .bool),
        NodeAttribute("selected", .bool),
        NodeAttribute("VolumeNodeID", .nodeID),
        NodeAttribute("volumeNodeID", .nodeID),
        NodeAttribute("LabelText", .string),
        NodeAttribute("labelText", .string),
        NodeAttribute("InteractiveMode", .bool),
        NodeAttribute("interactiveMode", .bool),
        NodeAttribute("InsideOut", .bool),
        NodeAttribute("insideOut", .bool),
      ]),
    NodeType(
      "AnnotationRuler", parent: "AnnotationLines", tags: ["AnnotationRuler"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("rulerDistanceAnnotationFormat", .format),
        NodeAttribute("modelID1", .nodeID),
        NodeAttribute("modelID2", .nodeID),
      ]),
    NodeType(
      "AnnotationRulerStorage", parent: "AnnotationLinesStorage", tags: ["AnnotationRulerStorage"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationSnapshot", parent: "Annotation", tags: ["AnnotationSnapshot"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("screenshotType", .stream(.int)),
        NodeAttribute("scaleFactor", .stream(.double)),
        NodeAttribute("snapshotDescription", .firstWord),
      ]),
    NodeType(
      "AnnotationSnapshotStorage", parent: "Storage", tags: ["AnnotationSnapshotStorage"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationStorage", parent: "Storage", tags: ["AnnotationStorage"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationTextDisplay", parent: "AnnotationDisplay", tags: ["AnnotationTextDisplay"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("textScale", .stream(.double)),
        NodeAttribute("useLineWrap", .bool),
        NodeAttribute("maxCharactersPerLine", .stream(.int)),
        NodeAttribute("showBorder", .bool),
        NodeAttribute("showLeader", .bool),
        NodeAttribute("showArrowHead", .bool),
        NodeAttribute("useThreeDimensionalLeader", .bool),
        NodeAttribute("leaderGlyphSize", .stream(.double)),
        NodeAttribute("maximumLeaderGlyphSize", .stream(.double)),
        NodeAttribute("padding", .stream(.double)),
        NodeAttribute("attachEdgeOnly", .bool),
      ]),
  ]
}
