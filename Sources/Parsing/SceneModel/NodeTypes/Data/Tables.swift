extension NodeType {
  /// Tables, plots, texts and units.
  ///
  /// Source: the attribute readers of vtkMRMLTableNode, vtkMRMLPlot…Node, vtkMRMLTextNode,
  /// vtkMRMLUnitNode.
  static let tables: [NodeType] = [
    NodeType(
      "PlotChart", parent: "Node", tags: ["PlotChart"], defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("title", .string),
        NodeAttribute("titleFontSize", .int, default: "20"),
        NodeAttribute("titleVisibility", .bool, default: "true"),
        NodeAttribute("gridVisibility", .bool, default: "true"),
        NodeAttribute("legendVisibility", .bool, default: "true"),
        NodeAttribute("legendFontSize", .int, default: "16"),
        NodeAttribute("xAxisRangeAuto", .bool, default: "true"),
        NodeAttribute("yAxisRangeAuto", .bool, default: "true"),
        NodeAttribute("xAxisRange", .vector(.double, 2), default: "0 1"),
        NodeAttribute("yAxisRange", .vector(.double, 2), default: "0 1"),
        NodeAttribute("xAxisLogScale", .bool, default: "false"),
        NodeAttribute("yAxisLogScale", .bool, default: "false"),
        NodeAttribute("xAxisTitle", .string),
        NodeAttribute("xAxisTitleVisibility", .bool, default: "true"),
        NodeAttribute("yAxisTitle", .string),
        NodeAttribute("yAxisTitleVisibility", .bool, default: "true"),
        NodeAttribute("axisTitleFontSize", .int, default: "16"),
        NodeAttribute("axisLabelFontSize", .int, default: "12"),
        NodeAttribute("fontType", .string, default: "Arial"),
        NodeAttribute("enablePointMoveAlongX", .bool, default: "true"),
        NodeAttribute("enablePointMoveAlongY", .bool, default: "true"),
      ],
      roles: [
        ReferenceRole("plotSeries")
      ]),
    NodeType(
      "PlotSeries", parent: "Node", tags: ["PlotSeries"], defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("plotType", .enumeration(.plotType), default: "Line"),
        NodeAttribute("xColumnName", .string, default: ""),
        NodeAttribute("yColumnName", .string, default: ""),
        NodeAttribute("labelColumnName", .string, default: ""),
        NodeAttribute("markerStyle", .enumeration(.markerStyle), default: "circle"),
        NodeAttribute("markerSize", .float, default: "7"),
        NodeAttribute("lineStyle", .enumeration(.lineStyle), default: "solid"),
        NodeAttribute("lineWidth", .float, default: "2"),
        NodeAttribute("color", .vector(.double, 3), default: "0 0 0"),
        NodeAttribute("opacity", .float, default: "1"),
      ],
      roles: [
        ReferenceRole("table", attribute: "tableNodeRef")
      ]),
    NodeType(
      "Table", parent: "Storable", tags: ["Table"],
      attributes: [
        NodeAttribute("locked", .bool, default: "false"),
        NodeAttribute("useColumnTitleAsColumnHeader", .bool, default: "false"),
        NodeAttribute(
          "useColumnNameAsColumnHeader", .bool, effects: [.goesTo("useColumnTitleAsColumnHeader")]),
        NodeAttribute("useFirstColumnAsRowHeader", .bool, default: "false"),
      ]),
    NodeType(
      "Text", parent: "Storable", tags: ["Text"],
      attributes: [
        NodeAttribute("text", .string, default: ""),
        NodeAttribute("encoding", .int, default: "1", effects: [.limits(0, 20)]),
      ]),
    NodeType(
      "Unit", parent: "Node", tags: ["Unit"], provider: .module("Units"), singleton: .name,
      attributes: [
        NodeAttribute("Quantity", .string, default: ""),
        NodeAttribute("Prefix", .string, default: ""),
        NodeAttribute("Suffix", .string, default: ""),
        NodeAttribute(
          "Precision", .stream(.int), default: "3", effects: [.limits(0, 2_147_483_647)]),
        NodeAttribute("MinimumValue", .stream(.double), default: "-1e+299"),
        NodeAttribute("MaximumValue", .stream(.double), default: "1e+299"),
        NodeAttribute("DisplayCoefficient", .stream(.double)),
        NodeAttribute("DisplayOffset", .stream(.double)),
      ],
      impliedAttributes: [ImpliedAttribute("Quantity", from: "Quantity", default: "")]),
  ]
}
