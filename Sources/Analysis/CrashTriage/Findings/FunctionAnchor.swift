/// Declaration of a function in its source. Lines of a crash are counted from it, so that edits
/// above do not change its identity.
package enum FunctionAnchor {
  /// Maximum lines of one function.
  private static let reach = 2000

  /// Lines from the declaration of `function` to `line`, both counted from 1; nil without a
  /// declaration above.
  ///
  /// - Parameters:
  ///   - function: A cleaned name, such as `Module.Type.name(label:)`.
  ///   - lines: The source file.
  package static func distance(function: String, line: Int, in lines: [Substring]) -> Int? {
    guard line >= 1, line <= lines.count else { return nil }
    let base = CoreFrame.baseName(function)
    guard !base.isEmpty else { return nil }
    // A local variable may have the name of the function.
    let words: [Substring] = function.contains("(") ? ["func"] : ["var", "let"]
    for start in stride(from: line, through: max(1, line - reach), by: -1)
    where declares(base, words, lines[start - 1]) {
      return line - start
    }
    return nil
  }

  private static func declares(
    _ base: String, _ keywords: [Substring], _ line: Substring
  ) -> Bool {
    let words = line.split { $0 == " " || $0 == "\t" }
    for (index, word) in words.enumerated() {
      switch base {
      case "init", "deinit", "subscript":
        if word == base || begins(word, base) { return true }
      default:
        guard keywords.contains(word), index + 1 < words.count else { continue }
        let name = words[index + 1]
        if name == base || begins(name, base) { return true }
      }
    }
    return false
  }

  /// Whether `word` is `base` followed by a character that may follow a name in a declaration.
  private static func begins(_ word: Substring, _ base: String) -> Bool {
    guard word.hasPrefix(base), let next = word.dropFirst(base.count).first else { return false }
    return "(<?!:{".contains(next)
  }
}
