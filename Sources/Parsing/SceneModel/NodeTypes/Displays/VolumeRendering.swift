extension NodeType {
  /// Volume rendering.
  ///
  /// Source: the attribute readers of vtkMRML…VolumeRenderingDisplayNode,
  /// vtkMRMLVolumePropertyNode, vtkMRMLShaderPropertyNode.
  static let volumeRendering: [NodeType] = [
    NodeType(
      "CPURayCastVolumeRenderingDisplay", parent: "VolumeRenderingDisplay",
      tags: ["CPURayCastVolumeRendering", "VolumeRenderingParameters"],
      provider: .module("VolumeRendering")),
    NodeType(
      "GPURayCastVolumeRenderingDisplay", parent: "VolumeRenderingDisplay",
      tags: ["GPURayCastVolumeRendering"], provider: .module("VolumeRendering")),
    NodeType(
      "MultiVolumeRenderingDisplay", parent: "VolumeRenderingDisplay",
      tags: ["MultiVolumeRendering"], provider: .module("VolumeRendering")),
    NodeType(
      "ShaderProperty", parent: "Storable", tags: ["ShaderProperty"],
      provider: .module("VolumeRendering")),
    NodeType(
      "ShaderPropertyStorage", parent: "Storage", tags: ["ShaderPropertyStorage"],
      provider: .module("VolumeRendering"), defaults: ["defaultWriteFileExtension": "sp"]),
    NodeType(
      "VolumeProperty", parent: "Storable", tags: ["VolumeProperty"],
      provider: .module("VolumeRendering"),
      attributes: [
        NodeAttribute("interpolation", .int),
        NodeAttribute("shade", .int),
        NodeAttribute("diffuse", .float),
        NodeAttribute("ambient", .float),
        NodeAttribute("specular", .float),
        NodeAttribute("specularPower", .float),
        NodeAttribute("scalarOpacity", .record(.piecewiseFunction)),
        NodeAttribute("gradientOpacity", .record(.piecewiseFunction)),
        NodeAttribute("colorTransfer", .record(.colorTransferFunction)),
        NodeAttribute("effectiveRange", .vector(.double, 2), default: "0 -1"),
      ]),
    NodeType(
      "VolumePropertyJsonStorage", parent: "Storage", tags: ["VolumePropertyJsonStorage"],
      provider: .module("VolumeRendering"), defaults: ["defaultWriteFileExtension": "vp.json"]),
    NodeType(
      "VolumePropertyStorage", parent: "Storage", tags: ["VolumePropertyStorage"],
      provider: .module("VolumeRendering"), defaults: ["defaultWriteFileExtension": "vp"]),
    NodeType(
      "VolumeRenderingDisplay", parent: "Display",
      attributes: [
        NodeAttribute("croppingEnabled", .int, default: "0"),
        NodeAttribute("threshold", .vector(.double, 2), default: "0 1"),
        NodeAttribute("windowLevel", .vector(.double, 2), default: "0 0"),
        NodeAttribute("followVolumeDisplayNode", .int, default: "0"),
        NodeAttribute("ignoreVolumeDisplayNodeThreshold", .int, default: "0"),
        NodeAttribute("useSingleVolumeProperty", .int, default: "0"),
        NodeAttribute("clippingSoftEdgeVoxels", .float, default: "0", effects: [.limits(0, 1e299)]),
        NodeAttribute("clippingBlankVoxelValue", .float, default: "0"),
        NodeAttribute("autoClippingBlankVoxelValue", .bool, default: "true"),
      ],
      roles: [
        ReferenceRole("roi", attribute: "ROINodeID"),
        ReferenceRole("shaderProperty", attribute: "shaderPropertyNodeId"),
        ReferenceRole("volumeProperty", attribute: "volumePropertyNodeID"),
      ]),
  ]
}
