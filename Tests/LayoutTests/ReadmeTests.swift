import Foundation
import TestSupport
import Testing

/// What README.md shows is what the repository has.
@Suite struct ReadmeTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("the snippet of the README is part of the example that CI builds")
  func snippet() throws {
    let readme = try text("README.md")
    let start = try #require(readme.range(of: "```swift\n"))
    let end = try #require(readme.range(of: "```\n", range: start.upperBound..<readme.endIndex))
    let shown = readme[start.upperBound..<end.lowerBound]
    let example = try text("docs/example/Sources/example/main.swift")
    let begin = try #require(example.range(of: "// readme:begin"))
    let body = try #require(example.range(of: "\n", range: begin.upperBound..<example.endIndex))
    let stop = try #require(example.range(of: "// readme:end"))
    #expect(shown == example[body.upperBound..<stop.lowerBound])
    #expect(try text(".ci/run").contains("--package-path docs/example"))
  }

  @Test("the README has at most 130 lines")
  func length() throws {
    #expect(
      try text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count <= 131)
  }

  @Test("every script that the README or a document names is there")
  func scripts() throws {
    var documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
    documents += Repository.files(in: "docs").filter { $0.pathExtension == "md" }
      .map { "docs/" + $0.lastPathComponent }
    for document in documents {
      for match in try text(document).matches(of: /scripts\/[a-z][a-z.\-\/_]*[a-z]/) {
        let path = Repository.root.appendingPathComponent(String(match.output)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(document): \(match.output)")
      }
    }
  }
}
