extension PairSchema {
  /// Markups: coordinate systems, units and orientations with the kinds of lists.
  package static let markups: [PairSchema] = [
    PairSchema(
      "markups",
      [
        Field("type", ["Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI", "X"]),
        Field("coordinateSystem", ["", "\"RAS\"", "\"LPS\"", "0", "1", "2", "\"ras\""]),
        Field("coordinateUnits", ["", "\"mm\"", "\"um\"", "[\"mm\",\"UCUM\",\"x\"]", "null"]),
        Field(
          "orientation",
          ["", "[1,0,0,0,1,0,0,0,1]", "[-1,-0,-0,-0,-1,-0,0,0,1]", "[1,0,0]", "[]", "null"]),
        Field("position", ["", "[1,2,3]", "[1e309,-0,3.5]", "[1,2]", "null"]),
        Field(
          "positionStatus", ["", "\"defined\"", "\"undefined\"", "\"preview\"", "\"missing\""]),
        Field("flags", ["none", "true", "false", "0"]),
        Field("points", ["0", "1", "2", "twice"]),
        Field("measurement", ["none", "plain", "coded", "values"]),
        Field("last", ["", "0", "1", "2147483647", "-1"]),
      ],
      groups: [
        ["coordinateSystem", "coordinateUnits", "orientation"],
        ["position", "positionStatus", "points"],
      ],
      make: markup)
  ]

  private static func pair(_ name: String, _ value: String?) -> String {
    guard let value, !value.isEmpty else { return "" }
    return "\"\(name)\":\(value),"
  }

  private static func markup(_ choice: [String: String]) -> [UInt8] {
    let flag = choice["flags"].flatMap { $0 == "none" ? nil : $0 }
    let flags = ["selected", "locked", "visibility"].map { pair($0, flag) }.joined()
    func point(_ id: Int) -> String {
      "{\"id\":\"\(id)\",\"label\":\"F-\(id)\"," + pair("position", choice["position"])
        + pair("orientation", choice["orientation"])
        + pair("positionStatus", choice["positionStatus"]) + flags + "\"description\":\"\"}"
    }
    let points =
      switch choice["points"] {
      case "1": point(1)
      case "2": point(1) + "," + point(2)
      case "twice": point(1) + "," + point(1)
      default: ""
      }
    let code =
      "{\"CodeValue\":\"1\",\"CodingSchemeDesignator\":\"UCUM\",\"CodeMeaning\":\"length\"}"
    let measurement =
      switch choice["measurement"] {
      case "plain": "{\"name\":\"length\",\"enabled\":true,\"value\":1.5,\"units\":\"mm\"}"
      case "coded":
        "{\"name\":\"length\",\"quantityCode\":\(code),\"unitsCode\":\(code),\"value\":-0}"
      case "values": "{\"name\":\"r\",\"enabled\":false,\"controlPointValues\":[1,2,3]}"
      default: ""
      }
    let text =
      "{\"@schema\":\"https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/"
      + "Markups/Resources/Schema/markups-schema-v1.0.3.json#\",\"markups\":[{"
      + pair("type", "\"\(choice["type"] ?? "")\"")
      + pair("coordinateSystem", choice["coordinateSystem"])
      + pair("coordinateUnits", choice["coordinateUnits"])
      + pair("lastUsedControlPointNumber", choice["last"]) + flags
      + "\"controlPoints\":[\(points)],\"measurements\":[\(measurement)]}]}"
    return Array(text.utf8)
  }

  /// Headers of NRRD files: how samples are stored, and where the axes stand.
  package static let headers: [PairSchema] = [
    PairSchema(
      "nrrd",
      [
        Field("version", ["NRRD0005", "NRRD0001", "NRRD0004"]),
        Field("type", ["short", "unsigned char", "float", "block", "longlong"]),
        Field("dimension", ["3", "1", "4", "16"]),
        Field("sizes", ["2 2 2", "2", "2 2 2 2", "0 2 2"]),
        Field("space", ["", "left-posterior-superior", "RAS", "dimension 3", "LPST"]),
        Field(
          "directions",
          ["", "(1,0,0) (0,1,0) (0,0,1)", "none (1,0,0) (0,1,0) (0,0,1)", "(1,0) (0,1)"]),
        Field("origin", ["", "(0,0,0)", "(1,2)", "(nan,inf,-0)"]),
        Field("encoding", ["raw", "gzip", "ascii", "hex", "bzip2"]),
        Field("endian", ["little", "big", ""]),
        Field("data", ["", "LIST", "f%02d.raw 1 4 1", "other.raw", "LIST 2"]),
        Field("skip", ["", "line skip: 1", "byte skip: 2", "byte skip: -1"]),
        Field("kinds", ["", "domain domain domain", "RGB-color domain", "vector"]),
      ],
      groups: [
        ["space", "directions", "origin"], ["encoding", "data", "skip"],
        ["dimension", "sizes", "kinds"], ["type", "encoding", "endian"],
      ],
      make: { choice in
        func line(_ name: String, _ key: String) -> String {
          choice[key].flatMap { $0.isEmpty ? nil : "\(name): \($0)\n" } ?? ""
        }
        var text = "\(choice["version"] ?? "")\n" + line("type", "type")
        text += line("dimension", "dimension")
        let space = choice["space"] ?? ""
        text +=
          space.hasPrefix("dimension")
          ? "space \(space.replacing(" ", with: ": "))\n"
          : line("space", "space")
        text += line("sizes", "sizes") + line("space directions", "directions")
        text += line("kinds", "kinds") + line("endian", "endian") + line("encoding", "encoding")
        text +=
          line("space origin", "origin")
          + (choice["skip"].map { $0.isEmpty ? "" : $0 + "\n" } ?? "")
        if let data = choice["data"], !data.isEmpty {
          text += "data file: \(data)\n" + (data.hasPrefix("LIST") ? "a.raw\nb.raw\n" : "\n")
        } else {
          text += "\n01234567"
        }
        return Array(text.utf8)
      })
  ]
}
