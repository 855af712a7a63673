import Foundation
import TestSupport

/// A Swift file as these tests see it: lines without comments.
struct SourceFile {
  /// Relative to the root of the checkout.
  let path: String
  /// Lines of code, comments cut off.
  let code: [String]

  /// Every Swift file below `folder`.
  static func all(in folder: String) -> [SourceFile] {
    Repository.files(in: folder).filter { $0.pathExtension == "swift" }.compactMap { url in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      let lines = Self.outsideStrings(text.split(separator: "\n")).map { line in
        String(line.range(of: "//").map { line[..<$0.lowerBound] } ?? line)
      }
      return SourceFile(
        path: String(url.path.dropFirst(Repository.root.path.count + 1)), code: lines)
    }
  }

  /// `lines` without the contents of multi-line string literals.
  private static func outsideStrings(_ lines: [Substring]) -> [Substring] {
    var isInside = false
    return lines.filter { line in
      let quotes = line.ranges(of: "\"\"\"").count
      defer { if quotes % 2 == 1 { isInside.toggle() } }
      return !isInside
    }
  }

  /// Modules named by import declarations, whatever access they are given.
  var imports: Set<String> {
    Set(
      code.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({ Self.beforeImport.contains($0) })
        else { return nil }
        return words[index + 1]
      })
  }

  /// True when the word `unsafe` stands in the code.
  var saysUnsafe: Bool {
    code.contains { line in
      line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains("unsafe")
    }
  }

  private static let beforeImport: Set = [
    "public", "package", "internal", "private", "@testable", "@_exported",
  ]
}
