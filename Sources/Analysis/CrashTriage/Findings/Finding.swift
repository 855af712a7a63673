/// One bug as the store keeps it: `report.json`.
///
/// Every text in it has been neutralized when it was made, so it may be printed as it stands.
package struct Finding: Codable, Equatable, Sendable {
  /// Whether the bug is still there. A finding that is seen again is opened again.
  package enum Status: String, Codable, Sendable { case open, closed }

  /// One frame after cleaning and neutralizing.
  package struct Frame: Codable, Equatable, Sendable {
    /// Function as in the source, without a mangled name.
    package var function: String
    /// Last component of the source file's path; empty when unknown.
    package var file: String
    /// Line in `file`; 0 when unknown.
    package var line: Int
  }

  /// The property that was broken, from the entry point's line.
  package struct PropertyCheck: Codable, Equatable, Sendable {
    /// Short stable name of the property.
    package var name: String
    /// Where in the input or the result the property broke.
    package var place: String
    /// The value that the property asks for, as the entry point escaped it.
    package var expected: String
    /// The value that was there instead.
    package var found: String
  }

  /// Inputs whose names are kept.
  package static let maximumInputs = 10

  /// The name of the finding: the fingerprint of the crash that was seen first, as a rule.
  package var fingerprint: String
  /// The fingerprints of all crashes that were found to be this bug, sorted.
  package var buckets: [String]
  /// The fuzz target, or empty when a report did not say.
  package var target: String
  /// Raw value of the kind, such as `index-out-of-range`.
  package var kind: String
  /// One sentence of the report.
  package var message: String
  /// Raw value of the level: `low`, `medium` or `high`.
  package var severity: String
  /// Why the severity is what it is, by what the report showed.
  package var severityReason: String
  /// Nil when the finding is no broken property.
  package var property: PropertyCheck?
  /// Cleaned frames, innermost first.
  package var frames: [Frame]
  /// Lines between the first line of the function that is blamed and the line of the crash, where the source was at hand:
  /// edits further up in the file do not change it.
  package var distance: Int?
  /// For a stack overflow, the functions that call each other in turn.
  package var cycle: [String]
  /// `read` or `write` where the report says so.
  package var access: String?
  /// Whether the faulting address lies in the first page, as with a null pointer.
  package var isNearNull: Bool
  /// Open until somebody closes it.
  package var status: Status
  /// The day on which it was first triaged, such as `2026-11-24`.
  package var firstSeen: String
  /// SHA-1 names of the first inputs that showed it, sorted.
  package var inputs: [String]
  /// Bytes of the smallest input, nil when no input is known.
  package var inputSize: Int?
  /// How often a replay of the input showed the finding, and how often it was tried.
  package var reproduced: Int?
  /// How many replays were tried; nil when no input is known.
  package var replays: Int?
  /// Whether it fails each time, and if not, what that depends on, as far as replays show.
  package var stability: String?

  /// Most frames that are kept.
  static let maximumFrames = 32

  /// A finding as it is recorded first: open, with every text neutralized, without inputs. `target` may be empty; the
  /// property's own is taken then.
  package init(_ crash: Crash, fingerprint: Fingerprint, target: String, firstSeen: String) {
    let severity = Severity(crash)
    let property = crash.propertyViolation
    self.fingerprint = fingerprint.description
    buckets = [fingerprint.description]
    let named = target.isEmpty ? property?.target ?? "" : target
    self.target = Neutral.isTargetName(named) ? named : ""
    kind = crash.kind.rawValue
    message = Neutral.line(crash.message)
    self.severity = severity.level.rawValue
    severityReason = severity.reason
    self.property = property.map {
      PropertyCheck(
        name: Neutral.line($0.property), place: Neutral.line($0.place),
        expected: Neutral.line($0.expected), found: Neutral.line($0.found))
    }
    frames = crash.frames.prefix(Self.maximumFrames).map {
      Frame(function: Neutral.line($0.function), file: Neutral.line($0.file), line: $0.line)
    }
    cycle = crash.cycle.prefix(Self.maximumFrames).map { Neutral.line($0) }
    access = crash.access?.rawValue
    isNearNull = crash.isNearNull
    status = .open
    self.firstSeen = Neutral.line(firstSeen, limit: 10)
    inputs = []
  }

  /// The crash as far as it is kept, to hold new ones against.
  var crash: Crash {
    Crash(
      kind: CrashKind(rawValue: kind) ?? .deadlySignal, message: message,
      frames: frames.map { StackFrame(function: $0.function, file: $0.file, line: $0.line) },
      cycle: cycle, access: access.flatMap { CrashReport.Access(rawValue: $0) },
      isNearNull: isNearNull,
      propertyViolation: property.map {
        PropertyViolationLine(
          target: target, property: $0.name, place: $0.place, expected: $0.expected, found: $0.found
        )
      })
  }

  /// The function that is to blame: for a stack overflow the first of those that call each other.
  var blamed: String? { cycle.first ?? crash.core?.function }

  /// What and where, in one line.
  package var title: String {
    let what = CrashKind(rawValue: kind)?.title ?? kind
    if let property {
      return "Property \(property.name) of \(target) violated at \(property.place)"
    }
    if let function = blamed { return "\(what) in \(function)" }
    return target.isEmpty ? what : "\(what) in target \(target)"
  }
}
