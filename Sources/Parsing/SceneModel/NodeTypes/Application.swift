extension NodeType {
  /// State of the application and of its modules.
  ///
  /// Source: the attribute reader of the class in each entry.
  static let application: [NodeType] = [
    NodeType(
      "Camera", parent: "Transformable", tags: ["Camera"], singleton: .activeTag, rule: .camera,
      attributes: [
        NodeAttribute("position", .vector(.double, 3), default: "0 500 0"),
        NodeAttribute("focalPoint", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("viewUp", .vector(.double, 3), default: "0 0 1"),
        NodeAttribute("parallelProjection", .bool, default: "false"),
        NodeAttribute("parallelScale", .float, default: "1"),
        NodeAttribute("viewAngle", .float, default: "30", effects: [.limits(1e-8, 179)]),
        NodeAttribute("activetag", .string),
        NodeAttribute("active", .presence),
        NodeAttribute(
          "appliedTransform", .vector(.double, 16), default: "1 0 0 0  0 1 0 0  0 0 1 0  0 0 0 1"),
      ]),
    NodeType(
      "CommandLineModule", parent: "Node", tags: ["CommandLineModule"], provider: .application,
      attributes: [
        NodeAttribute("title", .urlEncoded, default: "Unknown"),
        NodeAttribute("version", .urlEncoded, default: "Unspecified"),
        NodeAttribute("autorunmode", .stream(.int), default: "17"),
        NodeAttribute("autorun", .stream(.int), default: "0", effects: [.isNonZero]),
      ],
      impliedAttributes: [
        ImpliedAttribute("CommandLineModule", from: "title", default: "")
      ]),
    NodeType(
      "Crosshair", parent: "Node", tags: ["Crosshair"], singleton: .tag("default"),
      attributes: [
        NodeAttribute("crosshairMode", .enumeration(.crosshairMode), default: "NoCrosshair"),
        NodeAttribute(
          "crosshairBehavior", .enumeration(.crosshairBehavior), default: "OffsetJumpSlice"),
        NodeAttribute("crosshairThickness", .enumeration(.crosshairThickness), default: "Fine"),
        NodeAttribute("crosshairRAS", .vector(.double, 3), default: "0 0 0"),
      ]),
    NodeType(
      "Interaction", parent: "Node", tags: ["Interaction"], singleton: .tag("Singleton"),
      attributes: [
        NodeAttribute(
          "currentInteractionMode", .enumeration(.interactionMode), default: "ViewTransform"),
        NodeAttribute("placeModePersistence", .bool, default: "false"),
        NodeAttribute(
          "lastInteractionMode", .enumeration(.interactionMode), default: "ViewTransform"),
      ]),
    NodeType(
      "ScriptedModule", parent: "Node", tags: ["ScriptedModule"],
      attributes: [
        NodeAttribute("ModuleName", .string),
        NodeAttribute("parameter", .record(.parameter), match: .prefix),
      ]),
    NodeType(
      "Selection", parent: "Node", tags: ["Selection"], singleton: .tag("Singleton"),
      attributes: [
        NodeAttribute("activePlaceNodeClassName", .string, effects: [.replaces("NULL", by: "")])
      ],
      roles: [
        ReferenceRole("ActiveCamera", attribute: "ActiveCameraID"),
        ReferenceRole("ActiveLabelVolume", attribute: "ActiveLabelVolumeID"),
        ReferenceRole("ActiveLayout", attribute: "ActiveLayoutID"),
        ReferenceRole("ActivePlaceNode", attribute: "ActivePlaceNodeID"),
        ReferenceRole("ActivePlotChart", attribute: "ActivePlotChartID"),
        ReferenceRole("ActiveROIList", attribute: "ActiveROIListID"),
        ReferenceRole("ActiveTable", attribute: "ActiveTableID"),
        ReferenceRole("ActiveView", attribute: "ActiveViewID"),
        ReferenceRole("ActiveVolume", attribute: "activeVolumeID"),
        ReferenceRole("SecondaryVolume", attribute: "secondaryVolumeID"),
        ReferenceRole("unit/", attribute: "UnitNodeRef"),
      ]),
  ]
}
