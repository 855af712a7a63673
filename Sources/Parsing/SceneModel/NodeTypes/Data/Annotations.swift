extension NodeType {
  /// Annotations with their displays and storages.
  ///
  /// Source: the attribute readers of vtkMRMLAnnotation…Node in the Annotations module.
  static let annotations: [NodeType] = [
    NodeType(
      "Annotation", parent: "Model", tags: ["Annotation"], provider: .module("Annotations"),
      rule: .annotation,
      attributes: [
        NodeAttribute("textList", .barList, default: ""),
        NodeAttribute("referenceNodeID", .nodeID, default: "None"),
        NodeAttribute("locked", .atof, default: "0", effects: [.truncated]),
        NodeAttribute("textSelected", .numberList, default: ""),
        NodeAttribute("textVisible", .numberList, default: ""),
      ]),
    NodeType(
      "AnnotationControlPoints", parent: "Annotation", tags: ["AnnotationControlPoints"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("ctrlPtsCoord", .numberList, default: ""),
        NodeAttribute("ctrlPtsNumberingScheme", .stream(.int), default: "0"),
        NodeAttribute("ctrlPtsSelected", .numberList, default: ""),
        NodeAttribute("ctrlPtsVisible", .numberList, default: ""),
      ]),
    NodeType(
      "AnnotationControlPointsStorage", parent: "AnnotationStorage",
      tags: ["AnnotationControlPointsStorage"], provider: .module("Annotations")),
    NodeType(
      "AnnotationDisplay", parent: "ModelDisplay", tags: ["AnnotationDisplay"],
      provider: .module("Annotations"),
      defaults: ["color": "0.7373 0.2549 0.1098", "selectedColor": "0.2667 0.6745 0.3922"]),
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
        NodeAttribute("lineThickness", .stream(.double), default: "1"),
        NodeAttribute("labelPosition", .stream(.double), default: "0.2"),
        NodeAttribute("labelVisibility", .bool, default: "false"),
        NodeAttribute("tickSpacing", .stream(.double), default: "10"),
        NodeAttribute("maxTicks", .stream(.int), default: "99"),
        NodeAttribute("sliceProjection", .stream(.int), default: "30"),
        NodeAttribute("projectedColor", .vector(.double, 3), default: "1 1 1"),
        NodeAttribute("projectedOpacity", .stream(.double), default: "1"),
        NodeAttribute("underLineThickness", .stream(.double), default: "1"),
        NodeAttribute("overLineThickness", .stream(.double), default: "3"),
      ]),
    NodeType(
      "AnnotationLines", parent: "AnnotationControlPoints", tags: ["AnnotationLines"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("linePtsID", .numberList, default: ""),
        NodeAttribute("lineSelected", .numberList, default: ""),
        NodeAttribute("lineVisible", .numberList, default: ""),
      ]),
    NodeType(
      "AnnotationLinesStorage", parent: "AnnotationControlPointsStorage",
      tags: ["AnnotationLinesStorage"], provider: .module("Annotations")),
    NodeType(
      "AnnotationPointDisplay", parent: "AnnotationDisplay", tags: ["AnnotationPointDisplay"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("glyphType", .stream(.int), default: "13"),
        NodeAttribute("glyphScale", .stream(.double), default: "5"),
        NodeAttribute("sliceProjection", .stream(.int), default: "6"),
        NodeAttribute("projectedColor", .vector(.double, 3), default: "1 1 1"),
        NodeAttribute("projectedOpacity", .stream(.double), default: "1"),
      ]),
    NodeType(
      "AnnotationROI", parent: "AnnotationLines", tags: ["AnnotationROI", "ROI"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("XYZ", .vector(.double, 3), effects: [.goesTo("xyz")]),
        NodeAttribute("xyz", .vector(.double, 3)),
        NodeAttribute("RadiusXYZ", .vector(.double, 3), effects: [.goesTo("radiusXYZ")]),
        NodeAttribute("radiusXYZ", .vector(.double, 3)),
        NodeAttribute("Selected", .bool, effects: [.goesTo("selected")]),
        NodeAttribute("selected", .bool, default: "false"),
        NodeAttribute("VolumeNodeID", .nodeID, effects: [.goesTo("volumeNodeID")]),
        NodeAttribute("volumeNodeID", .nodeID),
        NodeAttribute("LabelText", .string, effects: [.goesTo("labelText")]),
        NodeAttribute("labelText", .string, default: ""),
        NodeAttribute("InteractiveMode", .bool, effects: [.goesTo("interactiveMode")]),
        NodeAttribute("interactiveMode", .bool, default: "false"),
        NodeAttribute("InsideOut", .bool, effects: [.goesTo("insideOut")]),
        NodeAttribute("insideOut", .bool, default: "false"),
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
        NodeAttribute("scaleFactor", .stream(.double), default: "1", effects: [.stays]),
        NodeAttribute("snapshotDescription", .firstWord, default: ""),
      ]),
    NodeType(
      "AnnotationSnapshotStorage", parent: "Storage", tags: ["AnnotationSnapshotStorage"],
      provider: .module("Annotations"), defaults: ["defaultWriteFileExtension": "png"]),
    NodeType(
      "AnnotationStorage", parent: "Storage", tags: ["AnnotationStorage"],
      provider: .module("Annotations")),
    NodeType(
      "AnnotationTextDisplay", parent: "AnnotationDisplay", tags: ["AnnotationTextDisplay"],
      provider: .module("Annotations"),
      attributes: [
        NodeAttribute("textScale", .stream(.double), default: "4.5"),
        NodeAttribute("useLineWrap", .bool, default: "false"),
        NodeAttribute("maxCharactersPerLine", .stream(.int), default: "20"),
        NodeAttribute("showBorder", .bool, default: "true"),
        NodeAttribute("showLeader", .bool, default: "true"),
        NodeAttribute("showArrowHead", .bool, default: "true"),
        NodeAttribute("useThreeDimensionalLeader", .bool, default: "true"),
        NodeAttribute("leaderGlyphSize", .stream(.double), default: "0.025"),
        NodeAttribute("maximumLeaderGlyphSize", .stream(.int), default: "20"),
        NodeAttribute("padding", .stream(.int), default: "3"),
        NodeAttribute("attachEdgeOnly", .bool, default: "false"),
      ]),
  ]
}
