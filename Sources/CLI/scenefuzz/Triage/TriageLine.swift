import CrashTriage

/// One line of `scenefuzz triage --json`: one crash of a report, one input, or one file that was
/// not read.
struct TriageLine: Encodable {
  struct Frame: Encodable {
    var function: String
    var file: String
    var line: Int
  }

  var file: String
  /// First and last line of the crash in the file, counted from 1; null for an input.
  var lines: [Int]?
  /// The grammar of the report; `input` for an input that does not crash, `unreadable` for a file
  /// that was not read.
  var format: String
  var kind: String
  var message: String
  var severity: String
  var fingerprint: String
  var finding: String
  /// `FILE:LINE` or `MODULE+0xOFFSET` where no function is known; null otherwise.
  var place: String?
  /// The project that owns a frame; null when none is known to.
  var project: String?
  /// Whether every replay crashed; null for a report, which is not replayed.
  var reproduced: Bool?
  var frames: [Frame]
  /// What was removed from the lines before they were read, such as `timestamp` or `color`.
  var stripped: [String]
  /// Hints that are not part of the verdict.
  var notes: [String]

  init(file: String, format: String, kind: String, message: String) {
    self.file = Neutral.line(file, limit: 4096)
    self.format = format
    self.kind = kind
    self.message = message
    severity = ""
    fingerprint = ""
    finding = ""
    frames = []
    stripped = []
    notes = []
  }

  init(file: String, format: CrashReport.Format?, crash: Crash, fingerprint: Fingerprint) {
    self.init(
      file: file, format: format?.rawValue ?? "", kind: crash.kind.rawValue,
      message: Neutral.line(crash.message))
    severity = Severity(crash).level.rawValue
    self.fingerprint = fingerprint.description
    finding = fingerprint.description
    place = crash.place.map { Neutral.line($0) }
    frames = crash.frames.map {
      Frame(function: Neutral.line($0.function), file: Neutral.line($0.file), line: $0.line)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, lines, format, kind, message, severity, fingerprint, finding, place, project
    case reproduced, frames, stripped, notes
  }

  /// Encodes every key, so that what is not known is null instead of absent.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(lines, forKey: .lines)
    try container.encode(format, forKey: .format)
    try container.encode(kind, forKey: .kind)
    try container.encode(message, forKey: .message)
    try container.encode(severity, forKey: .severity)
    try container.encode(fingerprint, forKey: .fingerprint)
    try container.encode(finding, forKey: .finding)
    try container.encode(place, forKey: .place)
    try container.encode(project, forKey: .project)
    try container.encode(reproduced, forKey: .reproduced)
    try container.encode(frames, forKey: .frames)
    try container.encode(stripped, forKey: .stripped)
    try container.encode(notes, forKey: .notes)
  }
}
