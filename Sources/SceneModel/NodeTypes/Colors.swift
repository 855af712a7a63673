extension NodeType {
  /// Color tables.
  ///
  /// Facts: the attribute readers of vtkMRMLColorNode and its subclasses.
  static let colors: [NodeType] = [
    NodeType(
      "Color", parent: "Storable",
      attributes: [
        NodeAttribute("name", .string),
        NodeAttribute("type", .stream(.int)),
        NodeAttribute("filename", .path),
      ]),
    NodeType(
      "ColorTable", parent: "Color", tags: ["ColorTable"],
      attributes: [
        NodeAttribute("numcolors", .stream(.int)),
        NodeAttribute("colors", .record(.colors)),
        NodeAttribute("type", .stream(.int)),
      ]),
    NodeType(
      "DiffusionTensorDisplayProperties", parent: "ColorTable",
      tags: ["DiffusionTensorDisplayProperties"],
      attributes: [
        NodeAttribute("glyphGeometry", .stream(.int)),
        NodeAttribute("colorGlyphBy", .stream(.int)),
        NodeAttribute("glyphScaleFactor", .stream(.double)),
        NodeAttribute("glyphEigenvector", .stream(.int)),
        NodeAttribute("glyphExtractEigenvalues", .stream(.int)),
        NodeAttribute("lineGlyphResolution", .stream(.int)),
        NodeAttribute("tubeGlyphRadius", .stream(.double)),
        NodeAttribute("tubeGlyphNumberOfSides", .stream(.int)),
        NodeAttribute("ellipsoidGlyphThetaResolution", .stream(.int)),
        NodeAttribute("ellipsoidGlyphPhiResolution", .stream(.int)),
        NodeAttribute("superquadricGlyphGamma", .stream(.double)),
        NodeAttribute("superquadricGlyphThetaResolution", .stream(.int)),
        NodeAttribute("superquadricGlyphPhiResolution", .stream(.int)),
      ]),
    NodeType(
      "PETProceduralColor", parent: "ProceduralColor"),
    NodeType(
      "ProceduralColor", parent: "Color", tags: ["ProceduralColor"]),
    NodeType(
      "dGEMRICProceduralColor", parent: "ProceduralColor"),
  ]
}
