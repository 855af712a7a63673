import Mustache

/// Values for the template: printable texts and numbers, which the template escapes once more.
struct Page: Sendable {
  struct Tile: Sendable {
    var name: String
    var value: String
  }

  /// A fact about the page, such as the commit.
  struct Fact: Sendable {
    var name: String
    var value: String
  }

  /// A line of the overview.
  struct OverviewRow: Sendable {
    /// Number of the target, which its section has as anchor.
    var number: Int
    var name: String
    var executions: String
    var edges: String
    var features: String
    var corpus: String
    var findings: String
    var hasFindings: Bool
  }

  struct TargetRow: Sendable {
    var number: Int
    var name: String
    var property: String
    var findings: String
    var hasFindings: Bool
    var charts: [Chart]
  }

  struct Command: Sendable {
    var what: String
    var words: String
  }

  struct Frame: Sendable {
    var function: String
    var place: String
  }

  struct FindingCard: Sendable {
    var fingerprint: String
    var title: String
    var target: String
    var severity: String
    var severityReason: String
    var isHigh: Bool
    var isMedium: Bool
    var isLow: Bool
    var status: String
    var message: String
    var firstSeen: String
    var reproduced: String
    var hasProperty: Bool
    var expected: String
    var found: String
    var frames: [Frame]
    var hasRawFrames: Bool
    var rawFrames: [String]
    var hasInput: Bool
    var inputForm: String
    var inputSize: String
    var inputLines: String
    var inputLeft: String
    var hasTest: Bool
    var test: String
    var commands: [Command]
  }

  struct SessionRow: Sendable {
    var name: String
    var build: String
    var duration: String
    var executions: String
    var findings: String
  }

  struct CorpusRow: Sendable {
    var target: String
    var before: String
    var after: String
    /// Share of the files that are kept, in percent: the width of a bar.
    var share: String
  }

  struct CoverageRow: Sendable {
    var file: String
    /// Path relative to the report; empty without pages.
    var link: String
    var hasLink: Bool
    var regions: String
    var functions: String
    var lines: String
    /// Region coverage in percent, without the sign: the width of a bar.
    var share: String
  }

  var title: String
  var subtitle: String
  var facts: [Fact] = []
  var hasFacts = false
  var tiles: [Tile] = []
  var overview: [OverviewRow] = []
  /// The last line of the overview.
  var total = OverviewRow(
    number: 0, name: "total", executions: "", edges: "", features: "", corpus: "", findings: "",
    hasFindings: false)
  var sessions: [SessionRow] = []
  var targets: [TargetRow] = []
  var findingsOverTime: [Chart] = []
  var findings: [FindingCard] = []
  var corpora: [CorpusRow] = []
  var coverage: [CoverageRow] = []
  var hasOverview = false
  var hasSessions = false
  var hasCorpora = false
  var hasCoverage = false
  /// Time span of the width of a chart.
  var span = ""
  var remarks: [String] = []

  /// A self-contained document.
  func html() throws(ReportError) -> String {
    do {
      return try MustacheTemplate(string: Template.text).render(self)
    } catch {
      throw ReportError("the report template cannot be read (\(error))")
    }
  }
}

/// Reason why a report cannot be made.
package struct ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence that names what cannot be read.
  package let description: String

  init(_ description: String) { self.description = description }
}
