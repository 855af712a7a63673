/// Harvests words from the sources of a reader: what its string literals compare with, and numbers.
///
/// `scenefuzz dictionary` writes the result to `ReaderWords`. Pure text to text, so that a test can
/// hold the committed file against the sources.
package enum ReaderWordHarvest {
  /// Folders below `Sources/Parsing`, by the name of their property in `ReaderWords`.
  package static let folders: [(name: String, paths: [String])] = [
    ("xml", ["XML"]), ("json", ["JSON", "SideFiles/Markups"]), ("link", ["SlicerURL"]),
    ("values", ["SceneModel/Values", "SceneModel/Loading", "SceneModel/Inspection"]),
    ("bundle", ["SceneBundle", "SceneFiles"]), ("header", ["SideFiles/NRRD", "SideFiles/Claims"]),
    ("images", ["SideFiles/Images"]), ("meshes", ["SideFiles/Meshes"]),
    ("vtk", ["SideFiles/VTK", "SideFiles/Meshes"]),
    ("texts", ["SideFiles/Fiducials", "SideFiles/Colors", "SideFiles/Annotations"]),
  ]

  /// Whether the literals of a file are sentences for people, or its numbers a table of Unicode.
  package static func isSkipped(fileName: String) -> Bool {
    ["Error", "Hazard", "Note", "Message", "Severity", "CharacterClasses", "FourthEdition"].contains
    { fileName.contains($0) }
  }

  /// The words of each name, from the sources of a folder below `Sources/Parsing`: file names with
  /// their texts.
  package static func words<Failure: Error>(
    readingSources: (_ path: String) throws(Failure) -> [(name: String, text: String)]
  ) throws(Failure) -> [(name: String, words: [String])] {
    var all: [(name: String, words: [String])] = []
    for (name, paths) in folders {
      var found: [String] = []
      for path in paths {
        for source in try readingSources(path) where !isSkipped(fileName: source.name) {
          found += words(in: source.text)
        }
      }
      all.append((name, found))
    }
    return all
  }

  /// Words of one source, in order, with repetitions. Linear.
  package static func words(in source: String) -> [String] {
    var words: [String] = []
    for line in source.split(separator: "\n") {
      let code = line.drop { $0 == " " }
      if code.hasPrefix("//") || code.hasPrefix("import") { continue }
      let pieces = code.split(separator: "\"", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        let parts = piece.split(separator: " ")
        if index % 2 == 1, parts.count <= 4 {
          words += parts.filter(isWord).map(String.init)
        } else if index % 2 == 0 {
          words += piece.split { !($0.isLetter || $0.isNumber || $0 == "_") }.compactMap(number)
        }
      }
    }
    return words
  }

  private static func isWord(_ part: Substring) -> Bool {
    (2...40).contains(part.utf8.count)
      && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
  }

  /// A decimal number of a literal; nil for small ones, which any mutation makes.
  private static func number(_ token: Substring) -> String? {
    let digits = token.filter { $0 != "_" }
    let value =
      digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
    return value.flatMap { $0 < 16 ? nil : "\($0)" }
  }

  /// The source of `ReaderWords`, from the words of each name.
  package static func source(_ words: [(name: String, words: [String])]) -> String {
    var text = """
      /// Words of the readers, harvested from their sources by `scenefuzz dictionary`.
      package enum ReaderWords {

      """
    for (name, words) in words {
      text += "  package static let \(name) = list(\n    \"\"\"\n"
      var line = "   "
      for word in Set(words).sorted() {
        if line.utf8.count + word.utf8.count > 110 {
          text += line + "\n"
          line = "   "
        }
        line += " " + word
      }
      text += line + "\n    \"\"\")\n\n"
    }
    return text + """
        private static func list(_ text: String) -> [[UInt8]] {
          text.split { $0 == " " || $0 == "\\n" }.map { Array($0.utf8) }
        }
      }

      """
  }
}
