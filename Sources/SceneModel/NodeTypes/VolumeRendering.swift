extension NodeType {
  /// Volume rendering.
  ///
  /// Facts: the attribute readers of vtkMRML…VolumeRenderingDisplayNode, vtkMRMLVolumePropertyNode, vtkMRMLShaderPropertyNode.
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
      provider: .module("VolumeRendering")),
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
        NodeAttribute("effectiveRange", .vector(.double, 2)),
      ]),
    NodeType(
      "VolumePropertyJsonStorage", parent: "Storage", tags: ["VolumePropertyJsonStorage"],
      provider: .module("VolumeRendering")),
    NodeType(
      "VolumePropertyStorage", parent: "Storage", tags: ["VolumePropertyStorage"],
      provider: .module("VolumeRendering")),
    NodeType(
      "VolumeRenderingDisplay", parent: "Display",
      attributes: [
        NodeAttribute("croppingEnabled", .int),
        NodeAttribute("threshold", .vector(.double, 2)),
        NodeAttribute("windowLevel", .vector(.double, 2)),
        NodeAttribute("followVolumeDisplayNode", .int),
        NodeAttribute("ignoreVolumeDisplayNodeThreshold", .int),
        NodeAttribute("useSingleVolumeProperty", .int),
        NodeAttribute("clippingSoftEdgeVoxels", .float),
        NodeAttribute("clippingBlankVoxelValue", .float),
        NodeAttribute("autoClippingBlankVoxelValue", .bool),
      ],
      roles: [
        ReferenceRole("roi", attribute: "ROINodeID"),
        ReferenceRole("shaderProperty", attribute: "shaderPropertyNodeId"),
        ReferenceRole("volumeProperty", attribute: "volumePropertyNodeID"),
      ]),
  ]
}
