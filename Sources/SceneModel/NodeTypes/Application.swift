extension NodeType {
  /// State of the application and of its modules.
  ///
  /// Facts: the attribute readers of the class named in each entry.
  static let application: [NodeType] = [
    NodeType(
      "Camera", parent: "Transformable", tags: ["Camera"], singleton: .activeTag,
      attributes: [
        NodeAttribute("position", .vector(.double, 3)),
        NodeAttribute("focalPoint", .vector(.double, 3)),
        NodeAttribute("viewUp", .vector(.double, 3)),
        NodeAttribute("parallelProjection", .bool),
        NodeAttribute("parallelScale", .float),
        NodeAttribute("viewAngle", .float),
        NodeAttribute("activetag", .string),
        NodeAttribute("active", .presence),
        NodeAttribute("appliedTransform", .vector(.double, 16)),
      ]),
    NodeType(
      "CommandLineModule", parent: "Node", tags: ["CommandLineModule"], provider: .application,
      attributes: [
        NodeAttribute("title", .urlEncoded),
        NodeAttribute("version", .urlEncoded),
        NodeAttribute("autorunmode", .stream(.int)),
        NodeAttribute("autorun", .stream(.int)),
      ],
      impliedAttributes: [ImpliedAttribute("CommandLineModule", from: "title")]),
    NodeType(
      "Crosshair", parent: "Node", tags: ["Crosshair"], singleton: .tag("default"),
      attributes: [
        NodeAttribute("crosshairMode", .enumeration(.crosshairMode)),
        NodeAttribute("crosshairBehavior", .enumeration(.crosshairBehavior)),
        NodeAttribute("crosshairThickness", .enumeration(.crosshairThickness)),
        NodeAttribute("crosshairRAS", .vector(.double, 3)),
      ]),
    NodeType(
      "Interaction", parent: "Node", tags: ["Interaction"], singleton: .tag("Singleton"),
      attributes: [
        NodeAttribute("currentInteractionMode", .enumeration(.interactionMode)),
        NodeAttribute("placeModePersistence", .bool),
        NodeAttribute("lastInteractionMode", .enumeration(.interactionMode)),
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
        NodeAttribute("activePlaceNodeClassName", .string)
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
