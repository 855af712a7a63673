import SideFiles

/// Fiducial file in the output of `dump --as fcsv`.
struct FiducialDump: Encodable {
  struct Point: Encodable {
    var id: String
    var label: String
    var description: String
    var associatedNodeID: String
    var position: [NumberDump]
    var quaternion: [NumberDump]
    var status: Int32
    var selected: Bool
    var locked: Bool
    var visible: Bool
    var autoCreated: Bool

    init(_ fiducial: FiducialPoint) {
      let point = PointDump(fiducial.point)
      id = point.id
      label = point.label
      description = point.description
      associatedNodeID = point.associatedNodeID
      position = point.position
      quaternion = NumberDump.list(fiducial.quaternion)
      status = point.status
      selected = point.selected
      locked = point.locked
      visible = point.visible
      autoCreated = fiducial.isAutoCreated
    }
  }

  var version: String?
  var coordinateSystem: Int
  var points: [Point]

  init(_ file: FiducialFile) {
    version = file.version.map(SceneDump.text)
    coordinateSystem = file.coordinateSystem.rawValue
    points = file.points.map { Point($0) }
  }
}
