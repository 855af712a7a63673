import CrashTriage

/// One line of `scenefuzz triage --json`: one report or input.
struct TriageLine: Encodable {
  struct Frame: Encodable {
    var function: String
    var file: String
    var line: Int
  }

  var file: String
  /// Where the report comes from; `unreadable` for a file that is neither a report nor an input of a known target.
  var format: String
  var kind: String
  var message: String
  var severity: String
  var fingerprint: String
  var finding: String
  /// Whether every replay crashed; null for a report, which is not replayed.
  var reproduced: Bool?
  var frames: [Frame]

  init(file: String, format: String, kind: String, message: String) {
    self.file = file
    self.format = format
    self.kind = kind
    self.message = message
    severity = ""
    fingerprint = ""
    finding = ""
    frames = []
  }

  init(file: String, format: CrashReport.Format?, crash: Crash, fingerprint: Fingerprint) {
    self.init(
      file: Neutral.line(file, limit: 4096), format: format?.rawValue ?? "",
      kind: crash.kind.rawValue, message: Neutral.line(crash.message))
    severity = Severity(crash).level.rawValue
    self.fingerprint = fingerprint.description
    finding = fingerprint.description
    frames = crash.frames.map {
      Frame(function: Neutral.line($0.function), file: Neutral.line($0.file), line: $0.line)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, format, kind, message, severity, fingerprint, finding, reproduced, frames
  }

  /// Spelled out so that `reproduced` stands as null instead of being left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(format, forKey: .format)
    try container.encode(kind, forKey: .kind)
    try container.encode(message, forKey: .message)
    try container.encode(severity, forKey: .severity)
    try container.encode(fingerprint, forKey: .fingerprint)
    try container.encode(finding, forKey: .finding)
    try container.encode(reproduced, forKey: .reproduced)
    try container.encode(frames, forKey: .frames)
  }
}
