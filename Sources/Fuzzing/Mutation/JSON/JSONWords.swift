/// Names and kinds of the members of a markups file (schema 1.0.3).
enum JSONWords {
  enum Kind: Sendable {
    case flag, number, text, points, measurements, code
    case numbers(Int)
    /// A text that is one of these.
    case words([String])
  }

  private static let formats = [
    "%N-%d", "%s", "%d", "%5.3f %s", "%n", "%d%d%d", "%99999d", "%*d", "%", "%%", "%N",
    "%1000.1000f", "%-12345s", "%.9999f",
  ]

  static let kinds: [String: Kind] = [
    "@schema": .words(["markups-schema-v1.0.3.json#", "markups-schema-v1.0.0.json", ""]),
    "type": .words([
      "Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI", "ROI", "Plane", "Test",
    ]),
    "coordinateSystem": .words(["RAS", "LPS", "0", "1", "", "XYZ"]), "coordinateUnits": .code,
    "locked": .flag, "labelFormat": .words(formats), "fixedNumberOfControlPoints": .flag,
    "lastUsedControlPointNumber": .number, "controlPoints": .points,
    "measurements": .measurements, "planeType": .text, "sizeMode": .text,
    "autoScalingFactor": .number, "size": .numbers(3), "planeBounds": .numbers(4),
    "objectToBase": .numbers(16), "baseToNode": .numbers(16), "roiType": .text,
    "center": .numbers(3), "orientation": .numbers(9), "insideOut": .flag, "id": .text,
    "label": .text, "description": .text, "associatedNodeID": .text,
    "positionStatus": .words([
      "defined", "undefined", "missing", "preview", "none", "",
    ]),
    "position": .numbers(3), "selected": .flag, "visibility": .flag, "name": .text,
    "enabled": .flag, "value": .number, "units": .text, "printFormat": .words(formats),
    "quantityCode": .code, "derivationCode": .code, "methodCode": .code,
  ]

  /// Members of a control point, a measurement and a markup, with those that are typical of the
  /// object's kind.
  static let objects: [(typical: [String], members: [String])] = [
    (
      ["position", "positionStatus", "associatedNodeID"],
      [
        "id", "label", "description", "associatedNodeID", "position", "orientation", "selected",
        "locked", "visibility", "positionStatus",
      ]
    ),
    (
      ["printFormat", "enabled", "units", "quantityCode"],
      [
        "name", "enabled", "value", "units", "description", "printFormat", "quantityCode",
        "derivationCode", "methodCode",
      ]
    ),
    (
      ["type", "coordinateSystem", "labelFormat", "controlPoints", "measurements"],
      [
        "type", "coordinateSystem", "coordinateUnits", "locked", "labelFormat",
        "fixedNumberOfControlPoints", "lastUsedControlPointNumber", "controlPoints", "measurements",
        "planeType", "sizeMode", "autoScalingFactor", "size", "planeBounds", "objectToBase",
        "baseToNode", "roiType", "center", "orientation", "insideOut",
      ]
    ),
  ]

  /// All names in a fixed order, so that mutation is deterministic.
  static let names = kinds.keys.sorted()
}
