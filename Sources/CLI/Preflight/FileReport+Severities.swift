import ByteReading

extension FileReport {
  /// Notes of readers after which the file shows other data than its writer meant, so that a person
  /// has to act: warnings. What changes nothing for a person stays a note, such as a missing
  /// version or an element of an unknown class.
  private static let promoted: [ReportedHazard.Source: Set<String>] = [
    .scene: [
      "classByName", "duplicateID", "emptyAttributeKey", "externalEntitySkipped",
      "externalParameterEntitySkipped", "headerCutShort", "invalidItemID", "itemNamedTwice",
      "misplacedItem", "referencesCutShort", "repeatedAttributeKey", "repeatedHeader",
      "runOnRole", "undeclaredEntitySkipped", "undeclaredParameterEntitySkipped",
      "unresolvedHierarchy",
    ],
    .sideFile: [
      "componentOutOfRange", "generatedID", "invalidUTF8", "oddQuotes", "repeatedID",
      "surplusColumn",
    ],
    .archive: ["nestedArchive", "zip64FieldUnneeded"],
  ]

  /// Dangers of a bundle that are warnings for a scene on disk: scenes of shared studies often name
  /// files beside their folder. Opening such a scene reads them; only saving it writes them.
  private static let demoted: Set<String> = ["absolutePath", "parentPath", "homePath"]

  /// Adapts the severities of readers to the file as a whole.
  package mutating func adaptSeverities() {
    for index in hazards.indices
    where hazards[index].source == .scene && hazards[index].member == nil
      && Self.demoted.contains(hazards[index].code)
    {
      hazards[index].severity = .warning
    }
    for index in hazards.indices
    where Self.promoted[hazards[index].source]?.contains(hazards[index].code) == true {
      hazards[index].severity = max(hazards[index].severity, .warning)
    }
    for note in notes where Self.promoted[note.source]?.contains(note.code) == true {
      var hazard = note
      hazard.severity = .warning
      hazards.append(hazard)
    }
    notes.removeAll { Self.promoted[$0.source]?.contains($0.code) == true }
  }
}
