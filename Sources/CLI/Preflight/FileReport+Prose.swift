import ByteReading

extension FileReport {
  /// Lines for people: the verdict with its reason, then hazards by severity, equal ones folded.
  ///
  /// - Parameter isVerbose: lists notes too.
  package func prose(isVerbose: Bool) -> String {
    var lines = ["\(verdict.rawValue)  \(Text.line(file)): \(reason)"]
    let folded = FoldedHazard.fold(ranked)
    for entry in folded where isVerbose || entry.first.severity > .note {
      lines += Self.lines(entry)
    }
    let hidden = folded.filter { $0.first.severity == .note }.map(\.count).reduce(0, +)
    if hidden > 0, !isVerbose {
      lines.append("  \(hidden) \(hidden == 1 ? "note" : "notes") (-v lists them)")
    }
    if isVerbose, !counts.isEmpty {
      let numbers = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append("  \(reader): \(numbers.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ entry: FoldedHazard) -> [String] {
    let hazard = entry.first
    let place = hazard.place.isEmpty ? "" : " (\(hazard.place))"
    let count = entry.count > 1 ? ", \(entry.count) times" : ""
    var lines = [
      "  \(hazard.severity.rawValue): \(Text.line(hazard.message))\(place)\(count) [\(hazard.code)]"
    ]
    if hazard.severity > .note {
      lines.append("    \(hazard.consequence.couldHappen) \(hazard.consequence.advice)")
    }
    return lines
  }
}
