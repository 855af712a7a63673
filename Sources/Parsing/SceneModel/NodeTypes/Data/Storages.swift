extension NodeType {
  /// Storage nodes: locations of the data of a node.
  ///
  /// Source: the attribute readers of vtkMRMLStorageNode and its subclasses.
  static let storages: [NodeType] = [
    NodeType(
      "ColorTableStorage", parent: "Storage", tags: ["ColorTableStorage"],
      defaults: ["defaultWriteFileExtension": "csv"]),
    NodeType(
      "HierarchyStorage", parent: "Storage", tags: ["HierarchyStorage"],
      defaults: ["defaultWriteFileExtension": "txt"]),
    NodeType(
      "LinearTransformSequenceStorage", parent: "NRRDStorage",
      tags: ["LinearTransformSequenceStorage"], defaults: ["defaultWriteFileExtension": "seq.mha"],
      rule: .ownExtension),
    NodeType(
      "MarkupsFiducialStorage", parent: "MarkupsStorage", tags: ["MarkupsFiducialStorage"],
      defaults: ["defaultWriteFileExtension": "fcsv"]),
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
      "MarkupsStorage", parent: "Storage", defaults: ["defaultWriteFileExtension": "mrk.json"],
      attributes: [
        NodeAttribute(
          "coordinateSystem", .enumeration(.coordinateSystem), default: "LPS",
          effects: [.replaces("0", by: "RAS"), .replaces("1", by: "LPS")])
      ]),
    NodeType(
      "ModelStorage", parent: "Storage", tags: ["ModelStorage"],
      defaults: ["defaultWriteFileExtension": "vtk"],
      attributes: [
        NodeAttribute("coordinateSystem", .enumeration(.coordinateSystem), default: "RAS")
      ]),
    NodeType(
      "NRRDStorage", parent: "Storage", tags: ["NRRDStorage"], provider: .coreWithTensors,
      defaults: ["compressionParameter": "gzip_fastest", "defaultWriteFileExtension": "nhdr"],
      attributes: [
        NodeAttribute("centerImage", .stream(.int), default: "0")
      ]),
    NodeType(
      "ProceduralColorStorage", parent: "Storage", tags: ["ProceduralColorStorage"],
      defaults: ["defaultWriteFileExtension": "txt"]),
    NodeType(
      "SceneViewStorage", parent: "Storage", tags: ["SceneViewStorage"],
      provider: .module("SceneViews"), defaults: ["defaultWriteFileExtension": "png"]),
    NodeType(
      "SegmentationStorage", parent: "Storage", tags: ["SegmentationStorage"], rule: .ownExtension,
      attributes: [
        NodeAttribute("CropToMinimumExtent", .bool, default: "false")
      ]),
    NodeType(
      "SequenceStorage", parent: "Storage", tags: ["SequenceStorage"],
      defaults: ["defaultWriteFileExtension": "seq.mrml"], rule: .ownExtension),
    NodeType(
      "Storage", parent: "Node", rule: .files,
      attributes: [
        NodeAttribute("fileName", .path),
        NodeAttribute("fileListMember", .path, match: .prefix),
        NodeAttribute("uri", .uri),
        NodeAttribute("uriListMember", .uri, match: .prefix),
        NodeAttribute(
          "defaultWriteFileExtension", .string, match: .prefix,
          effects: [.goesTo("defaultWriteFileExtension")]),
        NodeAttribute("useCompression", .stream(.int), default: "1"),
        NodeAttribute("compressionParameter", .string),
        NodeAttribute("readState", .stream(.int), default: "0"),
        NodeAttribute("writeState", .stream(.int), default: "0"),
      ]),
    NodeType(
      "TableSQLiteStorage", parent: "Storage"),
    NodeType(
      "TableStorage", parent: "Storage", tags: ["TableStorage"],
      defaults: ["defaultWriteFileExtension": "tsv"]),
    NodeType(
      "TextStorage", parent: "Storage", tags: ["TextStorage"],
      defaults: ["defaultWriteFileExtension": "txt"], rule: .ownExtension,
      attributes: [
        NodeAttribute("readExtensions", .stringList),
        NodeAttribute("writeExtensions", .stringList),
      ]),
    NodeType(
      "TransformSequenceStorage", parent: "Storage", tags: ["TransformSequenceStorage"],
      defaults: ["defaultWriteFileExtension": "seq.nrrd"], rule: .ownExtension),
    NodeType(
      "TransformStorage", parent: "Storage", tags: ["TransformStorage"],
      defaults: ["defaultWriteFileExtension": "h5"],
      attributes: [
        NodeAttribute("preferITKv3CompatibleTransforms", .bool, default: "false")
      ]),
    NodeType(
      "VolumeArchetypeStorage", parent: "Storage", tags: ["VolumeArchetypeStorage"],
      defaults: ["defaultWriteFileExtension": "nrrd"],
      attributes: [
        NodeAttribute("centerImage", .stream(.int), default: "0"),
        NodeAttribute("UseOrientationFromFile", .stream(.int), default: "1"),
        NodeAttribute("forceRightHandedIJKCoordinateSystem", .bool, default: "true"),
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
      "VolumeSequenceStorage", parent: "Storage", tags: ["VolumeSequenceStorage"],
      defaults: ["defaultWriteFileExtension": "seq.nrrd"], rule: .ownExtension,
      attributes: [
        NodeAttribute("forceRightHandedIJKCoordinateSystem", .bool, default: "true")
      ]),
  ]
}
