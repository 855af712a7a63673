internal import SlicerURL

extension FuzzTarget {
  /// `slicer://` links.
  public static let url = FuzzTarget(
    name: "url",
    law:
      """
      A link has the parts that RFC 3986 gives it, is the same link when it was written and read again, \
      and every offset lies inside it.
      """,
    maximumLength: 4096, fileExtension: "url", mutation: .text(.link)
  ) { input throws(BrokenLaw) in
    let link: SlicerURL
    do throws(SlicerURLError) {
      link = try SlicerURL(reading: input)
    } catch {
      try MessageLaws.sayable(error.description, of: "refusal")
      return try Law.offset(error.offset, isInside: input.count, of: "refusal")
    }
    for finding in link.findings {
      try Law.offset(finding.offset, isInside: input.count, of: "finding")
      try MessageLaws.sayable("\(finding.severity): \(finding.message)", of: "finding")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    try LinkByRule.check(link, bytes)
    // Reading the fields must be possible for every link that was accepted.
    _ = link.viewerLink
    let written = link.write()
    // An escape takes three bytes, and a name without a value gets a sign behind it.
    try Law.atMost(written.count, 4 * input.count, law: "cost", place: "written link")
    let again: SlicerURL
    do throws(SlicerURLError) {
      again = try SlicerURL(reading: written.span)
    } catch {
      throw BrokenLaw(
        law: "written-is-readable", place: "link", expected: "accepted", found: "\(error.code)")
    }
    try Law.equal(link, again, law: "write-read", place: "link")
  }
}
