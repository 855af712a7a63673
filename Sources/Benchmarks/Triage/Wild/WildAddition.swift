/// What CI systems, containers, journals, web pages and people add to the lines of a log.
enum WildAddition {
  static let all: [@Sendable (String) -> String] = [
    { $0 },
    docker, journal, cri, actions, compose, quoted, windows, html, fenced, records, indented,
    kubernetes,
    logcat, numbered,
  ]

  @Sendable private static func docker(_ text: String) -> String {
    each(text) { number, line in
      "2023-05-03T09:51:17.17202\(1000 + number)Z worker.1.k3jd8sl2xcvb@node3    | \(line)"
    }
  }

  @Sendable private static func journal(_ text: String) -> String {
    each(text) { _, line in "May 03 09:51:17 build-7 scene-server[4242]: \(line)" }
  }

  @Sendable private static func cri(_ text: String) -> String {
    each(text) { number, line in "2023-05-03T09:51:17.\(1000 + number)+00:00 stderr F \(line)" }
  }

  @Sendable private static func actions(_ text: String) -> String {
    "2025-02-26T20:45:55.1047016Z ##[group]Run ./fuzz -runs=0 corpus/\n"
      + each(text) { number, line in
        "2025-02-26T20:45:55.\(1_047_429 + number)Z \u{1B}[36;1m\(line)\u{1B}[0m"
      } + "2025-02-26T20:45:56.0000000Z ##[error]Process completed with exit code 1.\n"
  }

  @Sendable private static func compose(_ text: String) -> String {
    each(text) { _, line in "\u{1B}[36mapi_1       |\u{1B}[0m \(line)" }
  }

  @Sendable private static func quoted(_ text: String) -> String {
    "On Monday somebody wrote:\n> > it crashed:\n" + each(text) { _, line in "> > \(line)" }
  }

  @Sendable private static func windows(_ text: String) -> String {
    "\u{FEFF}" + text.replacing("\n", with: "\r\n")
  }

  @Sendable private static func html(_ text: String) -> String {
    "<pre>"
      + text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;") + "</pre>\n"
  }

  @Sendable private static func fenced(_ text: String) -> String {
    "### What happened\n\nIt crashes.\n\n```text\n\(text)```\n\nThanks!\n"
  }

  /// The records of Docker's own log driver.
  @Sendable private static func records(_ text: String) -> String {
    each(text) { number, line in
      let escaped = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\t", with: "\\t").replacing("\u{1B}", with: "\\u001b")
      return
        "{\"log\":\"\(escaped)\\n\",\"stream\":\"stderr\",\"time\":\"2023-05-03T09:51:17.\(1000 + number)Z\"}"
    }
  }

  @Sendable private static func indented(_ text: String) -> String {
    each(text) { _, line in "\t    \(line)" }
  }

  @Sendable private static func kubernetes(_ text: String) -> String {
    each(text) { _, line in "[pod/api-7d9f8-abcde/api] \(line)" }
  }

  @Sendable private static func logcat(_ text: String) -> String {
    each(text) { _, line in "05-03 09:51:17.172  1234  1250 F DEBUG   : \(line)" }
  }

  @Sendable private static func numbered(_ text: String) -> String {
    each(text) { number, line in
      "[2023-05-03 09:51:17,\(100 + number % 900)] [ERROR] worker: \(line)"
    }
  }

  private static func each(_ text: String, _ line: (Int, Substring) -> String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.enumerated().map { line($0, $1) + "\n" }.joined()
  }
}
