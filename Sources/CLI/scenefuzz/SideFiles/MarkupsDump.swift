import SideFiles

/// Markup in the output of `dump --as markups`.
struct MarkupsDump: Encodable {
  var schema: String?
  var `class`: String
  var coordinateSystem: Int
  var locked: Bool
  var labelFormat: String?
  var fixedNumberOfControlPoints: Bool
  var lastUsedControlPointNumber: Int32
  var points: [PointDump]
  var measurements: [MeasurementDump]
  var planeType: String?
  var sizeMode: String?
  var autoScalingFactor: NumberDump?
  var objectToBase: [NumberDump]?
  var roiType: String?
  var insideOut: Bool?
  var center: [NumberDump]?
  var orientation: [NumberDump]?

  init(_ file: MarkupsFile) {
    let markup = file.markup
    schema = file.schema.map(SceneDump.text)
    `class` = markup.className
    coordinateSystem = markup.coordinateSystem.rawValue
    locked = markup.isLocked
    labelFormat = markup.labelFormat.map(SceneDump.text)
    fixedNumberOfControlPoints = markup.hasFixedNumberOfPoints
    lastUsedControlPointNumber = markup.lastUsedPointNumber
    points = markup.points.map { PointDump($0) }
    measurements = markup.measurements.map { MeasurementDump($0) }
    planeType = markup.plane?.planeType.map(SceneDump.text)
    sizeMode = markup.plane?.sizeMode.map(SceneDump.text)
    autoScalingFactor = markup.plane?.autoScalingFactor?.values.first.map(NumberDump.init)
    objectToBase = markup.plane?.objectToBase.map(NumberDump.list)
    roiType = markup.region?.regionType.map(SceneDump.text)
    insideOut = markup.region?.isInsideOut
    center = markup.region.map { NumberDump.list($0.center) }
    orientation = markup.region.map { NumberDump.list($0.orientation) }
  }
}

struct PointDump: Encodable {
  var id: String
  var label: String
  var description: String
  var associatedNodeID: String
  var position: [NumberDump]
  var orientation: [NumberDump]
  var status: Int32
  var selected: Bool
  var locked: Bool
  var visible: Bool

  init(_ point: ControlPoint) {
    id = SceneDump.text(point.id)
    label = SceneDump.text(point.label)
    description = SceneDump.text(point.description)
    associatedNodeID = SceneDump.text(point.associatedNodeID)
    position = NumberDump.list(point.position)
    orientation = NumberDump.list(point.orientation)
    status = point.status.rawValue
    selected = point.isSelected
    locked = point.isLocked
    visible = point.isVisible
  }
}

struct MeasurementDump: Encodable {
  var name: String
  var enabled: Bool
  var defined: Bool
  var value: NumberDump
  var units: String
  var description: String
  var format: String
  var quantity: String?

  init(_ measurement: Measurement) {
    name = SceneDump.text(measurement.name)
    enabled = measurement.isEnabled
    defined = measurement.value != nil
    value = NumberDump(measurement.value ?? 0)
    units = SceneDump.text(measurement.units)
    description = SceneDump.text(measurement.description)
    format = SceneDump.text(measurement.printFormat)
    quantity = measurement.quantity.map { entry in
      "CodeValue:\(SceneDump.text(entry.value))|CodingSchemeDesignator:"
        + "\(SceneDump.text(entry.scheme))|CodeMeaning:\(SceneDump.text(entry.meaning))"
    }
  }
}
