import ByteReading
import Foundation

/// What `scenefuzz check` says of one input: one line of JSON, or a few of prose.
struct CheckLine: Encodable {
  enum Verdict: String, Encodable { case accepted, acceptedWithErrors, refused, unreadable }

  struct Failure: Encodable {
    var code: String
    var message: String
    var offset: Int?
    var line: Int?
    var column: Int?
  }

  struct Remark: Encodable {
    var code: String
    var message: String
    var offset: Int?
  }

  struct Finding: Encodable {
    var code: String
    /// Archive member or node that the finding is about.
    var member: String?
    var message: String
    var offset: Int?
    /// Of findings about a scene: how bad, and the node's identifier.
    var severity: String?
    var node: String?
  }

  var file: String
  var reader: String
  var verdict: Verdict
  var error: Failure?
  var remarks: [Remark] = []
  var findings: [Finding] = []
  var counts: [String: Int] = [:]
  /// Member of a bundle that is its scene.
  var sceneMember: String?

  private enum Key: String, CodingKey {
    case file, reader, verdict, error, remarks, findings, counts, sceneMember
  }

  /// Spelled out so that `error` is there as `null`.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(reader, forKey: .reader)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(error, forKey: .error)
    try container.encode(remarks, forKey: .remarks)
    try container.encode(findings, forKey: .findings)
    try container.encode(counts, forKey: .counts)
    try container.encodeIfPresent(sceneMember, forKey: .sceneMember)
  }

  /// The exit code that this input alone asks for: 0 clean, 1 refused or a finding, 3 unreadable.
  var exitCode: Int32 {
    switch verdict {
    case .unreadable: 3
    case .refused: 1
    case .accepted, .acceptedWithErrors: findings.isEmpty ? 0 : 1
    }
  }

  /// Lines for people; every text that came from the input is printable afterwards.
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
    for finding in findings.prefix(20) {
      let place = finding.offset.map { " (offset \($0))" } ?? ""
      let member = finding.member.map { " \(Printable.text($0)):" } ?? ""
      lines.append("  finding \(finding.code)\(place):\(member) \(Printable.text(finding.message))")
    }
    if findings.count > 20 {
      lines.append("  and \(findings.count - 20) findings more (--json has them all)")
    }
    if !remarks.isEmpty { lines.append("  \(remarks.count) remarks (--json has them)") }
    return lines.joined(separator: "\n")
  }
}
