import ByteReading
import CrashTriage
import FuzzBuilds
import ProcessSupport
import ReplayAndTriage

/// A failing input of `scenefuzz replay`, with what triage says about it.
struct ReplayedFailure: Encodable {
  let file: String
  /// Raw value of the kind.
  let verdict: String
  /// The command that repeats the failure.
  let again: String
  /// Fingerprint of the crash; nil when the input was not triaged or did not fail again.
  var fingerprint: String?
  /// Kind and place in one line.
  var title: String?
  var severity: String?
  /// One sentence of the report.
  var message: String?
  /// Cleaned frames, innermost first: `function file:line`.
  var frames: [String]?

  /// Failures that are triaged, since each takes a second or more; the others get a verdict only.
  static let maximumExplained = 20
  private static let maximumFrames = 12

  /// Triages the first `failures` of `target`. `again` makes the command for a file.
  static func explain(
    _ failures: [(file: String, kind: CrashKind)], of target: String, _ replay: CrashReplay,
    again: (String) -> String
  ) async throws -> [ReplayedFailure] {
    var explained = failures.map {
      ReplayedFailure(file: $0.file, verdict: $0.kind.rawValue, again: again($0.file))
    }
    let first = failures.prefix(maximumExplained).map(\.file)
    guard !first.isEmpty else { return explained }
    let triage = InputTriage(target: target, replay: replay, plain: try .ownProgram())
    for (index, input) in try await triage.triage(first).enumerated() {
      guard let crash = input.crash, let fingerprint = input.fingerprint else { continue }
      explained[index].add(
        Finding(crash, fingerprint: fingerprint, target: target, firstSeen: ""))
    }
    return explained
  }

  private mutating func add(_ finding: Finding) {
    fingerprint = finding.fingerprint
    title = finding.title
    severity = finding.severity
    message = finding.message
    frames = finding.frames.map { frame in
      frame.file.isEmpty
        ? frame.function : "\(frame.function)  \(frame.file):\(frame.line)"
    }
  }

  /// Lines for a terminal; texts of the report are already escaped.
  ///
  /// - Parameter withStack: False for a failure whose stack was printed before.
  func lines(_ style: TextStyle, withStack: Bool) -> [String] {
    let shown = Printable.text(file)
    guard let fingerprint, let title, let severity else {
      return ["\(verdict)\t\(shown)", "  repeat: \(again)"]
    }
    var lines = [
      "\(style.strong(fingerprint))  \(title)  [\(style.severity(severity, severity))]"
    ]
    if withStack {
      if let message, !message.isEmpty { lines.append("  \(message)") }
      let frames = frames ?? []
      lines += frames.prefix(Self.maximumFrames).enumerated().map { "  #\($0) \($1)" }
      if frames.count > Self.maximumFrames {
        lines.append("  and \(frames.count - Self.maximumFrames) more frames (--json has them)")
      }
    } else {
      lines.append("  stack as above")
    }
    return lines + ["  input:  \(shown)", "  repeat: \(again)"]
  }
}
