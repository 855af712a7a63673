internal import ByteReading
internal import SlicerURL

extension FuzzTarget {
  /// `slicer://` links.
  public static let url = FuzzTarget(
    name: "url",
    property:
      """
      A link has the parts of RFC 3986, survives writing and reading, and every offset lies inside it.
      """,
    maximumLength: 4096, fileExtension: "url", format: "slicer-link"
  ) { input throws(PropertyViolation) in
    let link: SlicerURL
    do throws(SlicerURLError) {
      link = try SlicerURL(reading: input)
    } catch {
      try MessageProperties.printable(error.description, of: "refusal")
      return try PropertyCheck.offset(error.offset, isInside: input.count, of: "refusal")
    }
    for hazard in link.hazards {
      try PropertyCheck.offset(hazard.offset, isInside: input.count, of: "hazard")
      try MessageProperties.printable("\(hazard.severity): \(hazard.message)", of: "hazard")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    try ReferenceLinkParser.check(link, bytes)
    // The fields of every accepted link must be readable.
    _ = link.viewerLink
    let written = link.write()
    // An escape takes three bytes, and a name without a value gets an equals sign.
    try PropertyCheck.atMost(
      written.count, 4 * input.count, property: "cost", place: "written link")
    let again: SlicerURL
    do throws(SlicerURLError) {
      again = try SlicerURL(reading: written.span)
    } catch {
      throw PropertyViolation(
        property: "written-is-readable", place: "link", expected: "accepted", found: "\(error.code)"
      )
    }
    try PropertyCheck.equal(link, again, property: "write-read", place: "link")
  }
}
