package import CrashTriage

/// A finding with everything that a page shows of it.
package struct ReportedFinding: Sendable {
  /// The stored finding, made printable.
  package var finding: Finding
  /// The smallest input; nil when none is known.
  package var input: [UInt8]?
  /// The stack as printed in the crash report, innermost first.
  package var rawFrames: [StackFrame] = []
  /// The emitted test; nil when there is none.
  package var test: String?
  /// Commands, each with its purpose.
  package var commands: [(what: String, words: String)] = []

  /// A finding without input, raw stack or test.
  package init(_ finding: Finding) { self.finding = finding }

  private static let maximumRawFrames = 60

  var card: Page.FindingCard {
    let view = input.map { InputView($0) }
    let property = finding.property
    return Page.FindingCard(
      fingerprint: PageText.line(finding.fingerprint), title: PageText.line(finding.title),
      target: PageText.line(finding.target), severity: PageText.line(finding.severity),
      severityReason: PageText.line(finding.severityReason),
      isHigh: finding.severity == "high", isMedium: finding.severity == "medium",
      isLow: finding.severity == "low", status: finding.status.rawValue,
      message: PageText.line(finding.message), firstSeen: PageText.line(finding.firstSeen),
      reproduced: reproduced, hasProperty: property != nil,
      expected: PageText.line(property?.expected ?? ""),
      found: PageText.line(property?.found ?? ""),
      frames: finding.frames.map { frame in
        Page.Frame(
          function: PageText.line(frame.function),
          place: frame.file.isEmpty ? "" : PageText.line("\(frame.file):\(frame.line)"))
      },
      hasRawFrames: !rawFrames.isEmpty,
      rawFrames: rawFrames.prefix(Self.maximumRawFrames).map { frame in
        PageText.line(
          frame.function + (frame.file.isEmpty ? "" : " \(frame.file):\(frame.line)"))
      },
      hasInput: view != nil, inputForm: view?.form.rawValue ?? "",
      inputSize: PageText.number(input?.count ?? 0),
      inputLines: view?.lines.joined(separator: "\n") ?? "",
      inputLeft: (view?.left ?? 0) > 0 ? "and \(PageText.number(view?.left ?? 0)) more bytes" : "",
      hasTest: test != nil,
      test: test?.split(separator: "\n", omittingEmptySubsequences: false)
        .map { PageText.line(String($0), limit: 400) }.joined(separator: "\n") ?? "",
      commands: commands.map { Page.Command(what: $0.what, words: PageText.line($0.words)) })
  }

  private var reproduced: String {
    guard let times = finding.reproduced, let replays = finding.replays else { return "not tried" }
    return "\(times) of \(replays)"
  }
}
