import ByteReading

/// Hazards of one severity, source and code, as one entry.
package struct FoldedHazard: Sendable {
  /// The first of them.
  package let first: ReportedHazard
  package var count = 1

  /// Folds hazards that are already sorted by severity; keeps their order.
  package static func fold(_ hazards: [ReportedHazard]) -> [FoldedHazard] {
    var folded: [FoldedHazard] = []
    var indexes: [String: Int] = [:]
    for hazard in hazards {
      let key = "\(hazard.severity) \(hazard.source) \(hazard.code)"
      if let index = indexes[key] {
        folded[index].count += 1
      } else {
        indexes[key] = folded.count
        folded.append(FoldedHazard(first: hazard))
      }
    }
    return folded
  }
}
