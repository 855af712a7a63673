import Foundation
import TestSupport
import Testing

/// The articles of the documentation.
@Suite struct ArticleTests {
  private static let catalogue = "Sources/Parsing/SceneReading/SceneReading.docc"

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
  }

  private static let articles = Repository.files(in: catalogue)
    .filter { $0.pathExtension == "md" }.map { "\(catalogue)/\($0.lastPathComponent)" }

  @Test("Swift code of an article is part of the example that CI builds", arguments: articles)
  func code(path: String) throws {
    let example = try Repository.files(in: "docs/example/Sources")
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let blocks = try Self.text(path).matches(of: /```swift\n((?s).*?)```/).map { String($0.1) }
    #expect(!blocks.isEmpty || path.hasSuffix("SceneReading.md"))
    for block in blocks where !block.hasPrefix(".package") {
      #expect(example.contains(block), "\(path): \(block)")
    }
  }

  @Test("the page of the library lists every article, and the umbrella exports every reader")
  func landingPage() throws {
    let page = try Self.text("\(Self.catalogue)/SceneReading.md")
    #expect(Self.articles.count == 5)
    for article in Self.articles where !article.hasSuffix("/SceneReading.md") {
      let name = article.split(separator: "/").last?.dropLast(3) ?? ""
      #expect(page.contains("<doc:\(name)>"), "\(name)")
    }
    let umbrella = try Self.text("Sources/Parsing/SceneReading/SceneReading.swift")
    let script = try Self.text("scripts/docs")
    #expect(umbrella.matches(of: /@_exported public import/).count == 9)
    // The pages have the symbols of exactly those modules.
    #expect(script.contains("s/^@_exported public import //p"))
  }
}
