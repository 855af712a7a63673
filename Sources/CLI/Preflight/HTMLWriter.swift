import ByteReading

/// Writes reports as one self-contained HTML page: no script, no network, every text escaped.
/// Memory does not depend on the number of files.
package struct HTMLWriter {
  private let write: (String) throws -> Void
  private var totals: [Verdict: Int] = [:]

  /// Writes the beginning of the page; `write` receives the text in pieces.
  package init(to write: @escaping (String) throws -> Void) throws {
    self.write = write
    try write(Self.head)
  }

  package mutating func add(_ report: FileReport) throws {
    totals[report.verdict, default: 0] += 1
    var text = "<article class=\"\(report.verdict.rawValue.lowercased())\"><h2><b>"
    text += "\(report.verdict.rawValue)</b> \(Self.escape(Text.line(report.file)))</h2>\n"
    text += "<p>\(Self.escape(report.reason))</p>\n"
    let folded = FoldedHazard.fold(report.ranked)
    if !folded.isEmpty {
      text += "<table><tr><th>severity</th><th>where</th><th>what</th><th>times</th>"
      text += "<th>consequence and advice</th></tr>\n"
      for entry in folded { text += Self.row(entry) }
      text += "</table>\n"
    }
    try write(text + "</article>\n")
  }

  /// Writes the totals and the end of the page.
  package func finish() throws {
    let counts = Verdict.allCases.reversed().compactMap { verdict in
      totals[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    try write("<footer>\(counts.joined(separator: ", "))</footer>\n</main></body></html>\n")
  }

  private static func row(_ entry: FoldedHazard) -> String {
    let hazard = entry.first
    let advice =
      hazard.severity > .note
      ? "\(hazard.consequence.couldHappen) \(hazard.consequence.advice)" : ""
    let cells = [
      hazard.severity.rawValue, hazard.place,
      "\(Text.line(hazard.message)) [\(hazard.code)]", "\(entry.count)", advice,
    ]
    return "<tr>" + cells.map { "<td>\(escape($0))</td>" }.joined() + "</tr>\n"
  }

  /// Escapes by scalar, so that a combining mark cannot hide a character with a meaning in HTML.
  static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>scenefuzz check</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 1100px; margin: 0 auto; padding: 24px; }
    article { border-left: 6px solid #888; padding: 4px 16px; margin: 0 0 20px; }
    article.safe { border-color: #2e7d32; } article.caution { border-color: #f9a825; }
    article.dangerous, article.broken, article.unreadable { border-color: #b3261e; }
    h1 { font-size: 24px; } h2 { font-size: 17px; margin: 0; overflow-wrap: anywhere; }
    p { margin: 2px 0 8px; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; }
    td, th { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; overflow-wrap: anywhere; }
    </style></head>
    <body><main><h1>scenefuzz check</h1>

    """
}
