/// One bug in the store: `report.json`.
///
/// Every text in it is escaped at creation and may be printed.
package struct Finding: Codable, Equatable, Sendable {
  /// State of the bug. A finding that fails again is opened.
  package enum Status: String, Codable, Sendable { case open, closed }

  /// One frame, cleaned and escaped.
  package struct Frame: Codable, Equatable, Sendable {
    /// Function as in the source.
    package var function: String
    /// Last component of the source file's path; empty when unknown.
    package var file: String
    /// Line in `file`; 0 when unknown.
    package var line: Int
    /// The module that `function` begins with; nil when the report left modules out.
    package var module: String?
  }

  /// The violated property, from the entry point's line.
  package struct PropertyCheck: Codable, Equatable, Sendable {
    /// Short stable name of the property.
    package var name: String
    /// Place of the violation in the input or the result.
    package var place: String
    /// The expected value, escaped by the entry point.
    package var expected: String
    /// The found value.
    package var found: String
  }

  /// Maximum number of input names.
  package static let maximumInputs = 10

  /// Name of the finding: usually the fingerprint of its first crash.
  package var fingerprint: String
  /// Fingerprints of all crashes of this bug, sorted.
  package var buckets: [String]
  /// The fuzz target; empty when unknown.
  package var target: String
  /// Raw value of the kind, such as `index-out-of-range`.
  package var kind: String
  /// One sentence of the report.
  package var message: String
  /// Raw value of the level: `low`, `medium` or `high`.
  package var severity: String
  /// Evidence for the severity.
  package var severityReason: String
  /// The violated property; nil for other kinds.
  package var property: PropertyCheck?
  /// Cleaned frames, innermost first.
  package var frames: [Frame]
  /// Lines between the declaration of the blamed function and the crash; nil without the source.
  /// Edits above do not change it.
  package var distance: Int?
  /// `FILE:LINE` of the message, or `MODULE+0xOFFSET`, where no function is known; nil otherwise.
  package var place: String?
  /// Digest of the file and lines of a report that names no place; nil for every other finding.
  package var origin: String?
  /// The project that owns a frame, the target or the property; nil when the report shows none.
  package var project: String?
  /// For a stack overflow, the functions that call each other in turn.
  package var cycle: [String]
  /// `read` or `write`; nil when unknown.
  package var access: String?
  /// Whether the faulting address lies in the first page, as with a null pointer.
  package var isNearNull: Bool
  /// Open until it is closed.
  package var status: Status
  /// Day of the first triage, such as `2026-11-24`.
  package var firstSeen: String
  /// SHA-1 of the first inputs, sorted.
  package var inputs: [String]
  /// Bytes of the smallest input; nil without an input.
  package var inputSize: Int?
  /// Number of replays that showed the finding; nil without an input.
  package var reproduced: Int?
  /// Number of replays; nil without an input.
  package var replays: Int?
  /// Reason why it does not always fail; nil when it does or is not known.
  package var stability: String?

  /// Maximum number of frames.
  static let maximumFrames = 32

  /// A new finding: open, escaped, without inputs. An empty `target` is replaced by that of the
  /// property.
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
      Frame(
        function: Neutral.line($0.function), file: Neutral.line($0.file), line: $0.line,
        module: $0.module.isEmpty ? nil : Neutral.line($0.module))
    }
    place = crash.place.map { Neutral.line($0) }
    origin = crash.origin.isEmpty ? nil : Neutral.line(crash.origin, limit: 64)
    cycle = crash.cycle.prefix(Self.maximumFrames).map { Neutral.line($0) }
    access = crash.access?.rawValue
    isNearNull = crash.isNearNull
    status = .open
    self.firstSeen = Neutral.line(firstSeen, limit: 10)
    inputs = []
  }

  /// The recorded part of the crash, for comparison with new ones.
  var crash: Crash {
    var crash = Crash(
      kind: CrashKind(rawValue: kind) ?? .deadlySignal, message: message,
      frames: frames.map {
        var frame = StackFrame(function: $0.function, file: $0.file, line: $0.line)
        frame.module = $0.module ?? ""
        return frame
      },
      cycle: cycle, access: access.flatMap { CrashReport.Access(rawValue: $0) },
      isNearNull: isNearNull, place: place,
      propertyViolation: property.map {
        PropertyViolationLine(
          target: target, property: $0.name, place: $0.place, expected: $0.expected, found: $0.found
        )
      })
    crash.origin = origin ?? ""
    return crash
  }

  /// The blamed function; for a stack overflow the first of the cycle.
  var blamed: String? { cycle.first ?? crash.core?.function }

  /// Kind and place in one line.
  package var title: String {
    let what = CrashKind(rawValue: kind)?.title ?? kind
    if let property {
      return "Property \(property.name) of \(target) violated at \(property.place)"
    }
    if let function = blamed { return "\(what) in \(function)" }
    if let place { return "\(what) at \(place)" }
    return target.isEmpty ? what : "\(what) in target \(target)"
  }
}
