import Foundation
import TestSupport
import Testing

/// Rules of CONTRIBUTING.md about text and folders.
@Suite struct VoiceTests {
  /// Phrases that readers had to decode, in comments and strings.
  static let refused = [
    "of late", "by halves", "nobody", "told by", "tells of", "is told", "not heard",
    "only thought of", "as one who", "whose matter", "behind the end", "behind the last",
    "behind the first", "for who ", "who made it", "is content with", "BROKEN LAW",
  ]

  /// Words of input data that contain such a phrase, by file.
  private static let data: Set = ["VoiceTests.swift"]

  @Test("a phrase that readers had to decode is refused", arguments: ["Sources", "Tests"])
  func phrases(folder: String) throws {
    for (path, lines) in try Self.texts(in: folder) {
      for (number, line) in lines.enumerated() {
        for phrase in Self.refused where line.contains(phrase) {
          Issue.record("\(path):\(number + 1): \(phrase)")
        }
      }
    }
  }

  @Test("a comment line has at most 100 columns", arguments: ["Sources", "Tests"])
  func columns(folder: String) throws {
    for (path, lines) in try Self.texts(in: folder) {
      for (number, line) in lines.enumerated() where line.count > 100 {
        guard line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        Issue.record("\(path):\(number + 1): \(line.count) columns")
      }
    }
  }

  @Test("a source file has at most 400 lines", arguments: ["Sources", "Tests"])
  func length(folder: String) throws {
    for (path, lines) in try Self.texts(in: folder) {
      #expect(lines.count <= 400, "\(path)")
    }
  }

  @Test("a folder holds at most 15 loose source files")
  func folders() throws {
    var counts: [String: Int] = [:]
    for file in Repository.files(in: "Sources") where file.pathExtension == "swift" {
      counts[file.deletingLastPathComponent().path, default: 0] += 1
    }
    for (folder, count) in counts { #expect(count <= 15, "\(folder)") }
  }

  /// The Swift files below `folder` with their lines; recorded reports and generated tests are
  /// data.
  private static func texts(in folder: String) throws -> [(path: String, lines: [Substring])] {
    try Repository.files(in: folder)
      .filter {
        $0.pathExtension == "swift" && !$0.path.contains("/Reports/")
          && !data.contains($0.lastPathComponent) && !$0.lastPathComponent.hasPrefix("Finding_")
      }
      .map { url in
        let text = try String(contentsOf: url, encoding: .utf8)
        return (
          String(url.path.dropFirst(Repository.root.path.count + 1)),
          text.split(separator: "\n", omittingEmptySubsequences: false)
        )
      }
  }
}
