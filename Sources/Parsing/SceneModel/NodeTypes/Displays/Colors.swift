extension NodeType {
  /// Color tables.
  ///
  /// Source: the attribute readers of vtkMRMLColorNode and its subclasses.
  static let colors: [NodeType] = [
    NodeType(
      "Color", parent: "Storable", defaults: ["hideFromEditors": "true"],
      attributes: [
        NodeAttribute("name", .string),
        NodeAttribute("type", .stream(.int), default: "-1"),
        NodeAttribute("filename", .path),
      ]),
    NodeType(
      "ColorTable", parent: "Color", tags: ["ColorTable"], rule: .colorTable,
      attributes: [
        NodeAttribute("numcolors", .stream(.int)),
        NodeAttribute("colors", .record(.colors)),
        NodeAttribute("type", .stream(.int), default: "-1"),
      ]),
    NodeType(
      "DiffusionTensorDisplayProperties", parent: "ColorTable",
      tags: ["DiffusionTensorDisplayProperties"], defaults: ["type": "13"],
      attributes: [
        NodeAttribute("glyphGeometry", .stream(.int), default: "0"),
        NodeAttribute("colorGlyphBy", .stream(.int), default: "3"),
        NodeAttribute("glyphScaleFactor", .stream(.double), default: "50"),
        NodeAttribute("glyphEigenvector", .stream(.int), default: "0"),
        NodeAttribute("glyphExtractEigenvalues", .stream(.int), default: "1"),
        NodeAttribute("lineGlyphResolution", .stream(.int), default: "20"),
        NodeAttribute("tubeGlyphRadius", .stream(.double), default: "0.1"),
        NodeAttribute("tubeGlyphNumberOfSides", .stream(.int), default: "4"),
        NodeAttribute("ellipsoidGlyphThetaResolution", .stream(.int), default: "9"),
        NodeAttribute("ellipsoidGlyphPhiResolution", .stream(.int), default: "9"),
        NodeAttribute("superquadricGlyphGamma", .stream(.double), default: "1"),
        NodeAttribute("superquadricGlyphThetaResolution", .stream(.int), default: "6"),
        NodeAttribute("superquadricGlyphPhiResolution", .stream(.int), default: "6"),
      ]),
    NodeType(
      "PETProceduralColor", parent: "ProceduralColor"),
    NodeType(
      "ProceduralColor", parent: "Color", tags: ["ProceduralColor"]),
    NodeType(
      "dGEMRICProceduralColor", parent: "ProceduralColor"),
  ]
}
