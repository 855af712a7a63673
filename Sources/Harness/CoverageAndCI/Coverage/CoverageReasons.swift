/// Why some functions are not reached, as `corpus/unreached.txt` says: one line for each, the function's readable name, a
/// tab, the reason. Lines that begin with `#` are for readers.
package struct CoverageReasons: Equatable, Sendable {
  /// Reason by the function's readable name.
  package let reasons: [String: String]

  /// Reads the file's text. Lines without a tab and a reason are passed over.
  package init(text: String) {
    var reasons: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { reasons[String(parts[0])] = String(parts[1]) }
    }
    self.reasons = reasons
  }

  /// The reason for a function; nil when nobody has given one.
  package subscript(function: String) -> String? { reasons[function] }

  /// Functions that have a reason although they are reached, or are there no more.
  package func stale(unreached: [String]) -> [String] {
    let still = Set(unreached)
    return reasons.keys.filter { !still.contains($0) }.sorted()
  }
}
