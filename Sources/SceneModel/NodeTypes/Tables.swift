extension NodeType {
  /// Tables, plots, texts and units.
  ///
  /// Facts: the attribute readers of vtkMRMLTableNode, vtkMRMLPlot…Node, vtkMRMLTextNode, vtkMRMLUnitNode.
  static let tables: [NodeType] = [
    NodeType(
      "PlotChart", parent: "Node", tags: ["PlotChart"],
      attributes: [
        NodeAttribute("title", .string),
        NodeAttribute("titleFontSize", .int),
        NodeAttribute("titleVisibility", .bool),
        NodeAttribute("gridVisibility", .bool),
        NodeAttribute("legendVisibility", .bool),
        NodeAttribute("legendFontSize", .int),
        NodeAttribute("xAxisRangeAuto", .bool),
        NodeAttribute("yAxisRangeAuto", .bool),
        NodeAttribute("xAxisRange", .vector(.double, 2)),
        NodeAttribute("yAxisRange", .vector(.double, 2)),
        NodeAttribute("xAxisLogScale", .bool),
        NodeAttribute("yAxisLogScale", .bool),
        NodeAttribute("xAxisTitle", .string),
        NodeAttribute("xAxisTitleVisibility", .bool),
        NodeAttribute("yAxisTitle", .string),
        NodeAttribute("yAxisTitleVisibility", .bool),
        NodeAttribute("axisTitleFontSize", .int),
        NodeAttribute("axisLabelFontSize", .int),
        NodeAttribute("fontType", .string),
        NodeAttribute("enablePointMoveAlongX", .bool),
        NodeAttribute("enablePointMoveAlongY", .bool),
      ],
      roles: [
        ReferenceRole("plotSeries")
      ]),
    NodeType(
      "PlotSeries", parent: "Node", tags: ["PlotSeries"],
      attributes: [
        NodeAttribute("plotType", .enumeration(.plotType)),
        NodeAttribute("xColumnName", .string),
        NodeAttribute("yColumnName", .string),
        NodeAttribute("labelColumnName", .string),
        NodeAttribute("markerStyle", .enumeration(.markerStyle)),
        NodeAttribute("markerSize", .float),
        NodeAttribute("lineStyle", .enumeration(.lineStyle)),
        NodeAttribute("lineWidth", .float),
        NodeAttribute("color", .vector(.double, 3)),
        NodeAttribute("opacity", .float),
      ],
      roles: [
        ReferenceRole("table", attribute: "tableNodeRef")
      ]),
    NodeType(
      "Table", parent: "Storable", tags: ["Table"],
      attributes: [
        NodeAttribute("locked", .bool),
        NodeAttribute("useColumnTitleAsColumnHeader", .bool),
        NodeAttribute("useColumnNameAsColumnHeader", .bool),
        NodeAttribute("useFirstColumnAsRowHeader", .bool),
      ]),
    NodeType(
      "Text", parent: "Storable", tags: ["Text"],
      attributes: [
        NodeAttribute("text", .string),
        NodeAttribute("encoding", .int),
      ]),
    NodeType(
      "Unit", parent: "Node", tags: ["Unit"], provider: .module("Units"), singleton: .name,
      attributes: [
        NodeAttribute("Quantity", .string),
        NodeAttribute("Prefix", .string),
        NodeAttribute("Suffix", .string),
        NodeAttribute("Precision", .stream(.int)),
        NodeAttribute("MinimumValue", .stream(.double)),
        NodeAttribute("MaximumValue", .stream(.double)),
        NodeAttribute("DisplayCoefficient", .stream(.double)),
        NodeAttribute("DisplayOffset", .stream(.double)),
      ],
      impliedAttributes: [ImpliedAttribute("Quantity", from: "Quantity", default: "")]),
  ]
}
