extension NodeType {
  /// Where the data of a node lies.
  ///
  /// Facts: the attribute readers of vtkMRMLStorageNode and its subclasses.
  static let storages: [NodeType] = [
    NodeType(
      "ColorTableStorage", parent: "Storage", tags: ["ColorTableStorage"]),
    NodeType(
      "HierarchyStorage", parent: "Storage", tags: ["HierarchyStorage"]),
    NodeType(
      "LinearTransformSequenceStorage", parent: "NRRDStorage",
      tags: ["LinearTransformSequenceStorage"]),
    NodeType(
      "MarkupsFiducialStorage", parent: "MarkupsStorage", tags: ["MarkupsFiducialStorage"]),
    NodeType(
      "MarkupsJsonStorage", parent: "MarkupsStorage", tags: ["MarkupsJsonStorage"],
      provider: .module("Markups")),
    NodeType(
      "MarkupsPlaneJsonStorage", parent: "MarkupsJsonStorage", tags: ["MarkupsPlaneJsonStorage"],
      provider: .module("Markups")),
    NodeType(
      "MarkupsROIJsonStorage", parent: "MarkupsJsonStorage", tags: ["MarkupsROIJsonStorage"],
      provider: .module("Markups")),
    NodeType(
      "MarkupsStorage", parent: "Storage",
      attributes: [
        NodeAttribute("coordinateSystem", .enumeration(.coordinateSystem))
      ]),
    NodeType(
      "ModelStorage", parent: "Storage", tags: ["ModelStorage"],
      attributes: [
        NodeAttribute("coordinateSystem", .enumeration(.coordinateSystem))
      ]),
    NodeType(
      "NRRDStorage", parent: "Storage", tags: ["NRRDStorage"], provider: .coreWithTensors,
      attributes: [
        NodeAttribute("centerImage", .stream(.int))
      ]),
    NodeType(
      "ProceduralColorStorage", parent: "Storage", tags: ["ProceduralColorStorage"]),
    NodeType(
      "SceneViewStorage", parent: "Storage", tags: ["SceneViewStorage"],
      provider: .module("SceneViews")),
    NodeType(
      "SegmentationStorage", parent: "Storage", tags: ["SegmentationStorage"],
      attributes: [
        NodeAttribute("CropToMinimumExtent", .bool)
      ]),
    NodeType(
      "SequenceStorage", parent: "Storage", tags: ["SequenceStorage"]),
    NodeType(
      "Storage", parent: "Node",
      attributes: [
        NodeAttribute("fileName", .path),
        NodeAttribute("fileListMember", .path, match: .prefix),
        NodeAttribute("uri", .uri),
        NodeAttribute("uriListMember", .uri, match: .prefix),
        NodeAttribute("defaultWriteFileExtension", .string, match: .prefix),
        NodeAttribute("useCompression", .stream(.int)),
        NodeAttribute("compressionParameter", .string),
        NodeAttribute("readState", .stream(.int)),
        NodeAttribute("writeState", .stream(.int)),
      ]),
    NodeType(
      "TableSQLiteStorage", parent: "Storage"),
    NodeType(
      "TableStorage", parent: "Storage", tags: ["TableStorage"]),
    NodeType(
      "TextStorage", parent: "Storage", tags: ["TextStorage"],
      attributes: [
        NodeAttribute("readExtensions", .stringList),
        NodeAttribute("writeExtensions", .stringList),
      ]),
    NodeType(
      "TransformSequenceStorage", parent: "Storage", tags: ["TransformSequenceStorage"]),
    NodeType(
      "TransformStorage", parent: "Storage", tags: ["TransformStorage"],
      attributes: [
        NodeAttribute("preferITKv3CompatibleTransforms", .bool)
      ]),
    NodeType(
      "VolumeArchetypeStorage", parent: "Storage", tags: ["VolumeArchetypeStorage"],
      attributes: [
        NodeAttribute("centerImage", .stream(.int)),
        NodeAttribute("UseOrientationFromFile", .stream(.int)),
        NodeAttribute("forceRightHandedIJKCoordinateSystem", .bool),
      ]),
    NodeType(
      "VolumeHeaderlessStorage", parent: "Storage",
      attributes: [
        NodeAttribute("fileScanOrder", .string),
        NodeAttribute("fileDimensions", .vector(.int, 3)),
        NodeAttribute("fileSpacing", .vector(.double, 3)),
        NodeAttribute("fileNumberOfScalarComponents", .stream(.int)),
        NodeAttribute("fileScalarType", .stream(.int)),
        NodeAttribute("fileLittleEndian", .stream(.int)),
        NodeAttribute("centerImage", .stream(.int)),
      ]),
    NodeType(
      "VolumeSequenceStorage", parent: "Storage", tags: ["VolumeSequenceStorage"]),
  ]
}
