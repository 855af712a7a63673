internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Headers of NRRD files, those of segmentations among them.
  public static let nrrdHeader = FuzzTarget(
    name: "nrrd-header",
    law: """
      Every offset lies inside, sizes can be multiplied and fit their kinds, bytes behind a header change nothing, \
      and a written header reads back equal.
      """,
    maximumLength: 4096, fileExtension: "nrrd", mutation: .text(.nrrdHeader)
  ) { input throws(BrokenLaw) in
    let header: NRRDHeader
    do throws(SideFileError) {
      header = try NRRDHeader(reading: input)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal")
      return try Law.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    try SideFileLaws.offsetsInside(header.report, count: input.count)
    for pair in header.pairs {
      try Law.offset(pair.offset, isInside: input.count, of: "pair")
      // A key that is no UTF-8 has no name to ask by.
      guard let key = String(validating: pair.key, as: UTF8.self) else { continue }
      guard header.value(ofKey: key) != nil else {
        throw BrokenLaw(
          law: "keys-can-be-asked", place: "pair", expected: "a value", found: "none")
      }
    }
    for field in header.fields { try Law.offset(field.offset, isInside: input.count, of: "field") }
    let segmentation = SegmentationHeader(header)
    try Law.atMost(
      segmentation.segments.count, header.pairs.count, law: "segments-have-keys", place: "header")
    try Law.atMost(
      segmentation.kept.count, segmentation.segments.count, law: "kept-are-segments",
      place: "header")
    var samples: UInt64 = 1
    for size in header.sizes {
      let (product, overflow) = samples.multipliedReportingOverflow(by: size)
      guard !overflow, product > 0 else {
        throw BrokenLaw(
          law: "sizes-countable", place: "sizes", expected: "a product", found: "an overflow")
      }
      samples = product
    }
    try NRRDLaws.kindsFitSizes(header)
    if let offset = header.dataOffset {
      try Law.offset(offset, isInside: input.count, of: "data")
      guard let alone = try? NRRDHeader(reading: input.extracting(0..<offset)), alone == header
      else {
        throw BrokenLaw(
          law: "data-ignored", place: "header", expected: "an equal header", found: "another")
      }
    }
    let written = header.write()
    try CostLaws.written(written, factor: 4, count: input.count)
    let again: NRRDHeader
    do throws(SideFileError) {
      again = try NRRDHeader(reading: written.span)
    } catch {
      throw SideFileLaws.unreadable(error)
    }
    try SideFileLaws.equal(header, again, "header")
    try SideFileLaws.equal(segmentation.segments, SegmentationHeader(again).segments, "segments")
  }
}

/// The laws of NRRD headers.
enum NRRDLaws {
  /// Where sizes stand before kinds, these fit them.
  static func kindsFitSizes(_ header: NRRDHeader) throws(BrokenLaw) {
    guard let kinds = header.fields.first(where: { $0.name == "kinds" }),
      let sizes = header.fields.first(where: { $0.name == "sizes" }), sizes.offset < kinds.offset
    else { return }
    try self.kinds(kinds.value, fit: header.sizes)
  }

  /// A kind that tells a number of components (`3-color`, `complex`) stands at an axis of that size.
  static func kinds(_ value: [UInt8], fit sizes: [UInt64]) throws(BrokenLaw) {
    let words = value.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    for (word, size) in zip(words, sizes) {
      let text = String(decoding: word, as: UTF8.self).lowercased()
      guard let number = text == "complex" ? 2 : text.first?.wholeNumberValue,
        text == "complex" || text.dropFirst().hasPrefix("-")
      else { continue }
      try Law.equal(UInt64(number), size, law: "kinds-fit-sizes", place: text)
    }
  }
}
