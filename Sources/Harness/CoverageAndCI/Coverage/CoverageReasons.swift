/// Reasons for unreached functions, from `corpus/unreached.txt`.
///
/// Each line has the function's name as in the source, a tab, and the reason; lines that begin with
/// `#` are comments.
package struct CoverageReasons: Equatable, Sendable {
  /// Reason by the function's name.
  package let reasons: [String: String]
  /// Whether the names are in ascending order of bytes, without duplicates.
  package let isSorted: Bool

  /// Parses the file's text. Ignores lines without a tab and a reason.
  package init(text: String) {
    var reasons: [String: String] = [:]
    var names: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      names.append(String(parts[0]))
      reasons[String(parts[0])] = String(parts[1])
    }
    self.reasons = reasons
    isSorted = zip(names, names.dropFirst()).allSatisfy {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The reason for a function; nil when there is none.
  package subscript(function: String) -> String? { reasons[function] }

  /// Functions with a reason that are reached or no longer exist.
  package func stale(unreached: [String]) -> [String] {
    let still = Set(unreached)
    return reasons.keys.filter { !still.contains($0) }.sorted()
  }
}
