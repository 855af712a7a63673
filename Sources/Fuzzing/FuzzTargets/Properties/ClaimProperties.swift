internal import ByteReading
internal import SideFiles

/// Properties of the sizes that headers claim.
enum ClaimProperties {
  /// Checks the offsets of a report, and that a claim fails exactly where there is a hazard for it.
  ///
  /// - Parameter isWhole: Whether all claims are about bytes of the input, without inflating or
  ///   decoding.
  static func check(
    _ report: SideFileReport, count: Int, isWhole: Bool
  ) throws(PropertyViolation) {
    try SideFileProperties.offsetsInside(report, count: count)
    for hazard in report.hazards.prefix(MessageProperties.maximumCount) {
      try MessageProperties.printable(
        "\(hazard.severity): \(hazard.message)", of: "hazard \(hazard.code.rawValue)")
    }
    for claim in report.claims {
      try PropertyCheck.offset(claim.offset, isInside: count, of: "claim")
      if isWhole {
        try PropertyCheck.atMost(
          claim.available, count, property: "claims-count-bytes", place: "claim")
      }
      guard !claim.isMet, report.dropped == 0 else { continue }
      guard report.hazards.contains(SideFileHazard(.dataTooShort, at: claim.offset)) else {
        throw PropertyViolation(
          property: "short-data-is-a-hazard", place: "claim of \(claim.byteCount) bytes",
          expected: "dataTooShort at \(claim.offset)", found: "none")
      }
    }
  }
}
