import Mutation
import Testing

@testable import SceneModel

/// Words of the dictionary of scenes that come from the catalogue of node types.
@Suite struct SceneWordTests {
  private func words(of catalog: NodeCatalog) throws -> [String] {
    let dictionary = try #require(
      FuzzDictionary.all(for: catalog).first { $0.target == "mrml" })
    return dictionary.words.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("every registered tag is a word")
  func tags() throws {
    let words = Set(try words(of: .slicer))
    for tag in NodeCatalog.slicer.types.flatMap(\.tags) { #expect(words.contains("<\(tag)")) }
  }

  @Test("a new class adds its tag, its grammars, its role and its strings, and nothing else")
  func newClass() throws {
    let fresh = NodeType(
      "Fresh", parent: "Node", tags: ["FreshTag"],
      attributes: [
        NodeAttribute("freshCount", .int), NodeAttribute("freshPath", .path),
        NodeAttribute("freshMember", .path, match: .prefix),
        NodeAttribute("freshMode", .enumeration(Enumeration(["FreshOne", "FreshTwo"]))),
      ],
      roles: [
        ReferenceRole("freshRole", attribute: "freshRef"),
        ReferenceRole("fresh/", attribute: "FreshNodeRef"),
      ])
    let before = try words(of: .slicer)
    let after = try words(of: NodeCatalog(NodeCatalog.slicer.types + [fresh]))
    #expect(
      Set(after).subtracting(before) == [
        "<FreshTag", "<Fresh", " freshPath=\"", " freshMember", " freshMode=\"", " freshRef=\"",
        " FreshNodeRef=\"", "freshRole:", "fresh/", "FreshOne", "FreshTwo",
      ])
    #expect(Set(before).isSubset(of: after))
  }

  @Test("a class without a tag adds no word")
  func abstractClass() throws {
    let hidden = NodeType("Hidden", parent: "Node")
    let catalog = NodeCatalog(NodeCatalog.slicer.types + [hidden])
    #expect(try words(of: catalog) == words(of: .slicer))
  }

  @Test(
    "attributes of plain numbers and texts are not words", arguments: ["opacity", "description"])
  func plain(name: String) throws {
    let known = NodeCatalog.slicer.types.flatMap(\.attributes).map(\.name)
    #expect(known.contains(name))
    #expect(try !words(of: .slicer).contains(" \(name)=\""))
  }

  @Test("the dictionaries do not depend on the order of the catalogue")
  func order() throws {
    let turned = NodeCatalog(NodeCatalog.slicer.types.reversed())
    #expect(FuzzDictionary.all(for: turned) == FuzzDictionary.all(for: .slicer))
  }
}
