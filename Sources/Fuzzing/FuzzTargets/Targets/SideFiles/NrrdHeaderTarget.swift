internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Headers of NRRD files, including segmentations.
  public static let nrrdHeader = FuzzTarget(
    name: "nrrd-header",
    property: """
      Every offset lies inside, sizes can be multiplied and fit their kinds, bytes after a header change nothing, \
      and a header survives writing and reading.
      """,
    maximumLength: 4096, fileExtension: "nrrd", format: "nrrd-header"
  ) { input throws(PropertyViolation) in
    let header: NRRDHeader
    do throws(SideFileError) {
      header = try NRRDHeader(reading: input)
    } catch {
      try MessageProperties.printable("\(error)", of: "refusal")
      return try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    try ClaimProperties.check(header.report, count: input.count, isWhole: true)
    for pair in header.pairs {
      try PropertyCheck.offset(pair.offset, isInside: input.count, of: "pair")
      // A key that is not UTF-8 cannot be looked up by name.
      guard let key = String(validating: pair.key, as: UTF8.self) else { continue }
      guard header.value(ofKey: key) != nil else {
        throw PropertyViolation(
          property: "keys-have-values", place: "pair", expected: "a value", found: "none")
      }
    }
    for field in header.fields {
      try PropertyCheck.offset(field.offset, isInside: input.count, of: "field")
    }
    let segmentation = SegmentationHeader(header)
    try PropertyCheck.atMost(
      segmentation.segments.count, header.pairs.count, property: "segments-have-keys",
      place: "header")
    try PropertyCheck.atMost(
      segmentation.kept.count, segmentation.segments.count, property: "kept-are-segments",
      place: "header")
    var samples: UInt64 = 1
    for size in header.sizes {
      let (product, overflow) = samples.multipliedReportingOverflow(by: size)
      guard !overflow, product > 0 else {
        throw PropertyViolation(
          property: "sizes-countable", place: "sizes", expected: "a product", found: "an overflow")
      }
      samples = product
    }
    try NRRDProperties.kindsFitSizes(header)
    if let offset = header.dataOffset {
      try PropertyCheck.offset(offset, isInside: input.count, of: "data")
      guard let alone = try? NRRDHeader(reading: input.extracting(0..<offset)), alone == header
      else {
        throw PropertyViolation(
          property: "data-ignored", place: "header", expected: "an equal header", found: "another")
      }
    }
    let written = header.write()
    try CostProperties.written(written, factor: 4, count: input.count)
    let again: NRRDHeader
    do throws(SideFileError) {
      again = try NRRDHeader(reading: written.span)
    } catch {
      throw SideFileProperties.unreadable(error)
    }
    try SideFileProperties.equal(header, again, "header")
    try SideFileProperties.equal(
      segmentation.segments, SegmentationHeader(again).segments, "segments")
  }
}

/// Properties of NRRD headers.
enum NRRDProperties {
  /// Kinds fit the sizes when the sizes come first in the header.
  static func kindsFitSizes(_ header: NRRDHeader) throws(PropertyViolation) {
    guard let kinds = header.fields.first(where: { $0.name == "kinds" }),
      let sizes = header.fields.first(where: { $0.name == "sizes" }), sizes.offset < kinds.offset
    else { return }
    try self.kinds(kinds.value, fit: header.sizes)
  }

  /// A kind with a number of components (`3-color`, `complex`) belongs to an axis of that size.
  static func kinds(_ value: [UInt8], fit sizes: [UInt64]) throws(PropertyViolation) {
    let words = value.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    for (word, size) in zip(words, sizes) {
      let text = String(decoding: word, as: UTF8.self).lowercased()
      guard let number = text == "complex" ? 2 : text.first?.wholeNumberValue,
        text == "complex" || text.dropFirst().hasPrefix("-")
      else { continue }
      try PropertyCheck.equal(UInt64(number), size, property: "kinds-fit-sizes", place: text)
    }
  }
}
