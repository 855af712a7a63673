/// Comparison of events that leaves out repeated declarations of namespaces.
///
/// libxml2 does not report a declaration that an attribute-list declaration supplies, or that of
/// the prefix `xml`, when the element around it has the same one.
enum NamespacesInScope {
  /// Whether `theirs` are the events of `ours` without some declarations of namespaces that were in
  /// scope already. Line ends do not count, since both differences can meet in one document.
  static func agree(_ ours: [String], _ theirs: [String]) -> Bool {
    // Declarations in scope by name, for each open element.
    var scopes: [[Substring: Substring]] = [
      ["xmlns": "", "xmlns:xml": "http://www.w3.org/XML/1998/namespace"]
    ]
    var next = 0
    for line in ours {
      var isInScope = false
      if line.hasPrefix("(") {
        scopes.append(scopes[scopes.count - 1])
      } else if let (name, value) = declaration(line), scopes.count > 1 {
        isInScope = scopes[scopes.count - 2][name] == value
        scopes[scopes.count - 1][name] = value
      }
      if next < theirs.count,
        XMLOutcome.withoutLineEnds(line) == XMLOutcome.withoutLineEnds(theirs[next])
      {
        next += 1
      } else if !isInScope {
        return false
      }
      if line.hasPrefix(")"), scopes.count > 1 { scopes.removeLast() }
    }
    return next == theirs.count
  }

  /// Name and value of an attribute that declares a namespace; nil for any other line.
  private static func declaration(_ line: String) -> (Substring, Substring)? {
    guard line.hasPrefix("Axmlns"), let space = line.firstIndex(of: " ") else { return nil }
    let name = line[..<space].dropFirst()
    guard name == "xmlns" || name.hasPrefix("xmlns:") else { return nil }
    return (name, line[line.index(after: space)...])
  }
}
