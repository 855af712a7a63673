import CrashTriage
import Foundation
import FuzzBuilds

/// Hints about a report that a person can act on.
enum TriageNotes {
  /// The command that names frames of which the report gives only an offset.
  static func notes(on crash: Crash, _ report: CrashReport, file: String) -> [String] {
    guard let place = crash.place, let plus = place.range(of: "+0x"),
      let module = report.frames.first(where: { $0.function.isEmpty && $0.offset > 0 })?.image
    else { return [] }
    let name = place[..<plus.lowerBound]
    let binary = module.hasSuffix(name) ? module : String(name)
    let command = CommandWords.command(
      "triage", "--symbols", Neutral.line(binary), Neutral.line(file, limit: 4096))
    return ["symbols missing, frames are only offsets: \(command)"]
  }
}
