import ByteReading
import Foundation

/// Result of `scenefuzz check` for one input: one line of JSON, or a few lines of prose.
struct CheckLine: Encodable {
  enum Verdict: String, Encodable { case accepted, acceptedWithErrors, refused, unreadable }

  struct Failure: Encodable {
    var code: String
    var message: String
    var offset: Int?
    var line: Int?
    var column: Int?
  }

  struct Note: Encodable {
    var code: String
    var message: String
    var offset: Int?
  }

  struct Hazard: Encodable {
    var code: String
    /// Archive member or node concerned.
    var member: String?
    var message: String
    var offset: Int?
    /// Severity and node identifier; only for hazards in scenes.
    var severity: String?
    var node: String?
  }

  var file: String
  var reader: String
  var verdict: Verdict
  var error: Failure?
  var notes: [Note] = []
  var hazards: [Hazard] = []
  var counts: [String: Int] = [:]
  /// Name of the archive member that holds the scene.
  var sceneMember: String?

  private enum Key: String, CodingKey {
    case file, reader, verdict, error, notes, hazards, counts, sceneMember
  }

  /// Written by hand so that a missing `error` is encoded as `null`.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(reader, forKey: .reader)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(error, forKey: .error)
    try container.encode(notes, forKey: .notes)
    try container.encode(hazards, forKey: .hazards)
    try container.encode(counts, forKey: .counts)
    try container.encodeIfPresent(sceneMember, forKey: .sceneMember)
  }

  /// Exit code for this input alone: 0 clean, 1 refused or hazardous, 3 unreadable.
  var exitCode: Int32 {
    switch verdict {
    case .unreadable: 3
    case .refused: 1
    case .accepted, .acceptedWithErrors: hazards.isEmpty ? 0 : 1
    }
  }

  /// Lines for people; text taken from the input is made printable.
  var prose: String {
    let name = Printable.text(file)
    var lines: [String]
    if let error {
      let place =
        if let line = error.line, let column = error.column, let offset = error.offset {
          ":\(line):\(column) (offset \(offset))"
        } else if let offset = error.offset {
          " (offset \(offset))"
        } else {
          ""
        }
      lines = [
        "\(name)\(place): \(verdict.rawValue): \(error.code): \(Printable.text(error.message))"
      ]
    } else {
      let numbers = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines = [
        "\(name): \(verdict.rawValue)"
          + (numbers.isEmpty ? "" : " (\(numbers.joined(separator: ", ")))")
      ]
    }
    for hazard in hazards.prefix(20) {
      let place = hazard.offset.map { " (offset \($0))" } ?? ""
      let member = hazard.member.map { " \(Printable.text($0)):" } ?? ""
      lines.append("  hazard \(hazard.code)\(place):\(member) \(Printable.text(hazard.message))")
    }
    if hazards.count > 20 {
      lines.append("  and \(hazards.count - 20) more hazards (--json lists all)")
    }
    if !notes.isEmpty { lines.append("  \(notes.count) notes (--json lists them)") }
    return lines.joined(separator: "\n")
  }
}
