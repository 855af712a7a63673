import CrashTriage
import Foundation
import FuzzBuilds

/// Hints about a report that a person can act on.
enum TriageNotes {
  /// The command that names frames of which the report gives only an offset.
  static func notes(on crash: Crash, _ report: CrashReport, file: String) -> [String] {
    guard let place = crash.place, let plus = place.range(of: "+0x"),
      report.frames.contains(where: { $0.function.isEmpty && $0.offset > 0 })
    else { return [] }
    // The name alone: the path in a report is that of another machine and its owner.
    let command = CommandWords.command(
      "triage", "--symbols", Neutral.line(String(place[..<plus.lowerBound])),
      Neutral.line(file, limit: 4096))
    return ["symbols missing, frames are only offsets: \(command)"]
  }
}
