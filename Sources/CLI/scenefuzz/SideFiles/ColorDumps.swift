import SideFiles

/// Color table in the output of `dump --as colors`: the colors that the file defines.
struct ColorTableDump: Encodable {
  struct Color: Encodable {
    var index: Int32
    var name: String
    /// Red, green, blue and alpha as in the file.
    var color: [NumberDump]
    var terminology: [String]
  }

  var count: Int
  var colors: [Color]

  init(_ file: ColorTableFile) {
    count = file.count
    colors = file.colors.map { color in
      Color(
        index: color.index, name: SceneDump.text(color.name),
        color: color.components.map(NumberDump.init),
        terminology: color.terminology.map(SceneDump.text))
    }
  }
}

/// Color transfer function in the output of `dump --as procedural`: position, red, green, blue.
struct ProceduralColorDump: Encodable {
  var points: [[NumberDump]]

  init(_ file: ProceduralColorFile) { points = file.points.map { NumberDump.list($0.values) } }
}
