import Foundation
import Preflight
import ProcessSupport

/// Progress of a long check on a terminal; shows nothing elsewhere.
struct CheckProgress {
  private let display = ProgressDisplay(onError: true)
  private let isShown: Bool
  private var last = ContinuousClock.now
  private var files = 0
  private var totals: [Verdict: Int] = [:]

  /// - Parameter isQuiet: true when reports go to the same terminal.
  init(isQuiet: Bool) { isShown = display.redraws && !isQuiet }

  mutating func checked(_ verdict: Verdict) {
    files += 1
    totals[verdict, default: 0] += 1
    guard isShown, ContinuousClock.now - last > display.interval else { return }
    last = .now
    display.show(["\(files) files: \(summary)"])
  }

  /// Numbers of files by verdict, worst first.
  var summary: String {
    Verdict.allCases.reversed().compactMap { verdict in
      totals[verdict].map { "\($0) \(verdict.rawValue)" }
    }.joined(separator: ", ")
  }

  var count: Int { files }
}
