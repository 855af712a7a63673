import SideFiles

/// Annotation file (`.acsv`) in the output of `dump --as acsv`.
struct AnnotationDump: Encodable {
  var name: String?
  var texts: [String]
  var points: [[NumberDump]]
  var text: [String: [NumberDump]]
  var point: [String: [NumberDump]]

  init(_ file: AnnotationFile) {
    name = file.name.map(SceneDump.text)
    texts = file.texts.map(SceneDump.text)
    points = file.points.map(NumberDump.list)
    text = file.textDisplay.values.mapValues(NumberDump.list)
    point = file.pointDisplay.values.mapValues(NumberDump.list)
  }
}
