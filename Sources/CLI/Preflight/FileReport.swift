package import ByteReading

/// Result of checking one input.
package struct FileReport: Sendable {
  /// Outcome of the reader.
  package enum Outcome: String, Encodable, Sendable {
    case accepted, acceptedWithErrors, refused, unreadable
  }

  /// Why the reader refused the input, or why it could not be read.
  package struct Failure: Encodable, Sendable {
    package var code: String
    package var message: String
    package var offset: Int?
    package var line: Int?
    package var column: Int?

    package init(
      code: String, message: String, offset: Int? = nil, line: Int? = nil, column: Int? = nil
    ) {
      self.code = code
      self.message = message
      self.offset = offset
      self.line = line
      self.column = column
    }
  }

  package var file: String
  /// Name of the reader.
  package var reader: String
  package var outcome: Outcome
  package var error: Failure?
  /// Dangers, warnings, and notes of the hazard lists of the readers.
  package var hazards: [ReportedHazard] = []
  /// Deviations without danger.
  package var notes: [ReportedHazard] = []
  package var counts: [String: Int] = [:]
  /// Name of the archive member that holds the scene.
  package var sceneMember: String?

  package init(file: String, reader: String, outcome: Outcome) {
    self.file = file
    self.reader = reader
    self.outcome = outcome
  }

  /// Records a refusal.
  package mutating func refuse(
    _ code: String, _ message: String, offset: Int? = nil, line: Int? = nil, column: Int? = nil
  ) {
    outcome = .refused
    error = Failure(code: code, message: message, offset: offset, line: line, column: column)
  }

  /// Hazards and notes, worst first, otherwise in order of occurrence.
  package var ranked: [ReportedHazard] {
    let all = hazards + notes
    return HazardSeverity.allCases.reversed().flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// The answer for a person.
  package var verdict: Verdict {
    let worst = hazards.map(\.severity).max() ?? .note
    switch outcome {
    case .unreadable: return .unreadable
    case .refused: return worst == .danger ? .dangerous : .broken
    case .accepted, .acceptedWithErrors:
      return worst == .danger ? .dangerous : worst == .warning ? .caution : .safe
    }
  }

  /// The reason for the verdict in one printable sentence.
  package var reason: String {
    let worst = ranked.first { $0.severity > .note }
    switch verdict {
    case .safe: return safeReason
    case .unreadable: return error.map { Text.line($0.message) } ?? "cannot be read"
    case .broken:
      guard let error else { return "cannot be opened" }
      return "cannot be opened: \(error.code)\(place(of: error)): \(Text.line(error.message))"
    case .caution, .dangerous:
      guard let worst else { return "loads with errors" }
      let subject = worst.subject
      return worst.consequence.headline + (subject.isEmpty ? "" : ": \(subject)")
    }
  }

  private var safeReason: String {
    let count = ranked.count
    guard count > 0 else { return "no hazard found" }
    let skipped = notes.count { $0.source == .scene && $0.code == "unknownClass" }
    let rest =
      skipped == 0
      ? "" : "; \(skipped) \(skipped == 1 ? "element" : "elements") of unknown classes not loaded"
    return "no hazard found, \(count) \(count == 1 ? "note" : "notes")\(rest)"
  }

  private func place(of error: Failure) -> String {
    if let line = error.line, let column = error.column { return " at \(line):\(column)" }
    return error.offset.map { " at offset \($0)" } ?? ""
  }

  /// Exit code for this input alone: 0 below the threshold, 1 at or above it, 3 unreadable.
  package func exitCode(failOn threshold: HazardSeverity) -> Int32 {
    switch outcome {
    case .unreadable: return 3
    case .refused: return 1
    case .accepted, .acceptedWithErrors:
      return (hazards + notes).contains { $0.severity >= threshold } ? 1 : 0
    }
  }
}

extension FileReport: Encodable {
  private enum Key: String, CodingKey {
    case file, reader, verdict, readerVerdict, reason, error, notes, hazards, counts, sceneMember
  }

  /// Written by hand so that a missing `error` is encoded as `null`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(reader, forKey: .reader)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(outcome, forKey: .readerVerdict)
    try container.encode(reason, forKey: .reason)
    try container.encode(error, forKey: .error)
    try container.encode(notes, forKey: .notes)
    try container.encode(hazards, forKey: .hazards)
    try container.encode(counts, forKey: .counts)
    try container.encodeIfPresent(sceneMember, forKey: .sceneMember)
  }
}
