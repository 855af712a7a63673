import FuzzTargets
import Testing

/// The target `demo` without a live bug, as in every run but those of `scenefuzz demo`.
@Suite struct DemoTargetTests {
  @Test(
    "without a live bug the property holds for every wrong count",
    arguments: [
      "", "4", "4 0 0 255 1", "9 1", "999999999999999999999 1", "-1 2", "x y z", " 2  1  1 ", "0",
    ])
  func propertyHolds(list: String) throws {
    let scene = "<MRML><VolumeProperty scalarOpacity=\"\(list)\"/></MRML>"
    try FuzzTarget.demo.run(Array(scene.utf8).span)
  }

  @Test("a refused document violates no property")
  func refused() throws {
    try FuzzTarget.demo.run(Array("<MRML><VolumeProperty a=\"9\"></MRML>".utf8).span)
  }
}
