import FuzzTargets
import Testing

/// The target with its bug asleep, as it is in every run but those of `scenefuzz demo`.
@Suite struct PlantedTargetTests {
  @Test(
    "with its bug asleep the law holds, however the count lies",
    arguments: [
      "", "4", "4 0 0 255 1", "9 1", "999999999999999999999 1", "-1 2", "x y z", " 2  1  1 ", "0",
    ])
  func lawHolds(list: String) throws {
    let scene = "<MRML><VolumeProperty scalarOpacity=\"\(list)\"/></MRML>"
    try FuzzTarget.planted.run(Array(scene.utf8).span)
  }

  @Test("a refused document is no broken law")
  func refused() throws {
    try FuzzTarget.planted.run(Array("<MRML><VolumeProperty a=\"9\"></MRML>".utf8).span)
  }
}
