internal import SideFiles

extension FuzzTarget {
  /// Volume property files.
  public static let volumeProperty = FuzzTarget(
    name: "volume-property",
    law: """
      Any text is a volume property file, every offset lies inside, a list has no more points than words, and what is \
      written reads back equal.
      """,
    maximumLength: 4_096, fileExtension: "vp", mutation: .text(.volumeProperties)
  ) { input throws(BrokenLaw) in
    let file = try VolumePropertyLaws.read(input, law: "any-text-is-read")
    try SideFileLaws.offsetsInside(file.report, count: input.count)
    for list in [file.scalarOpacity, file.gradientOpacity, file.color] {
      try Law.atMost(list?.count ?? 0, input.count, law: "cost", place: "points")
    }
    let written = file.write()
    try CostLaws.written(written, factor: 64, count: input.count)
    let again = try VolumePropertyLaws.read(written.span, law: "written-is-readable")
    try SideFileLaws.equal(file, again, "volume property")
    try SideFileLaws.equal(written, again.write(), "text")
  }
}

/// The laws of volume property files.
enum VolumePropertyLaws {
  static func read(
    _ input: Span<UInt8>, law: String
  ) throws(BrokenLaw) -> VolumePropertyFile {
    do throws(SideFileError) {
      return try VolumePropertyFile(reading: input)
    } catch {
      throw BrokenLaw(law: law, place: "file", expected: "accepted", found: error.name)
    }
  }
}
