internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Volume property files.
  public static let volumeProperty = FuzzTarget(
    name: "volume-property",
    property: """
      Any text is a volume property file, every offset lies inside, a list has no more points than words, and a file \
      survives writing and reading.
      """,
    maximumLength: 4_096, fileExtension: "vp", format: "volume-property"
  ) { input throws(PropertyViolation) in
    let file = try VolumePropertyFileProperties.read(input, property: "any-text-is-read")
    try SideFileProperties.offsetsInside(file.report, count: input.count)
    for list in [file.scalarOpacity, file.gradientOpacity, file.color] {
      try PropertyCheck.atMost(list?.count ?? 0, input.count, property: "cost", place: "points")
    }
    let written = file.write()
    try CostProperties.written(written, factor: 64, count: input.count)
    let again = try VolumePropertyFileProperties.read(written.span, property: "written-is-readable")
    try SideFileProperties.equal(file, again, "volume property")
    try SideFileProperties.equal(written, again.write(), "text")
  }
}

/// Properties of volume property files.
enum VolumePropertyFileProperties {
  static func read(
    _ input: Span<UInt8>, property: String
  ) throws(PropertyViolation) -> VolumePropertyFile {
    do throws(SideFileError) {
      return try VolumePropertyFile(reading: input)
    } catch {
      throw PropertyViolation(
        property: property, place: "file", expected: "accepted", found: error.name)
    }
  }
}
