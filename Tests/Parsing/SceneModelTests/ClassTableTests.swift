import ByteReading
import SceneModel
import Testing

/// One row for each registered tag: accepted, refused, noted. `WritingTests` covers the round trip
/// of each.
@Suite struct ClassTableTests {
  static let tags = NodeCatalog.slicer.types.flatMap { type in type.tags.map { ($0, type.name) } }

  @Test("a bare element of every tag is accepted and becomes its class", arguments: tags)
  func accepts(_ tag: String, _ name: String) throws {
    let scene = try load("<\(tag) id=\"a\"/>")
    #expect(scene.outcome == .accepted)
    // A subject hierarchy without a version is of the old version.
    #expect(
      scene.own.map(\.type.name) == [tag == "SubjectHierarchy" ? "SubjectHierarchyLegacy" : name])
    #expect(scene.own.map(\.id) == ["a"])
    #expect(scene.own[0].tag == tag)
  }

  @Test("a malformed element of any tag is refused at its position", arguments: tags)
  func refuses(_ tag: String, _: String) throws {
    let error = try #require(throws: SceneError.self) { try load("<\(tag) id=\"a\" id=\"b\"/>") }
    #expect(error.position.offset == bodyOffset + tag.utf8.count + 9)
  }

  @Test("an attribute that the class does not read is noted and kept", arguments: tags)
  func notes(_ tag: String, _: String) throws {
    let scene = try load("<\(tag) id=\"a\" noSuchAttribute=\"x\"/>")
    let note = try #require(scene.notes.first { $0.code == .unknownAttribute })
    #expect(note.offset == bodyOffset + tag.utf8.count + 9)
    #expect(scene.allNodes[note.node ?? -1].attribute("noSuchAttribute") == "x")
  }

  @Test("every attribute of every class accepts any text", arguments: tags)
  func takesAnyText(_ tag: String, _ name: String) throws {
    let catalog = NodeCatalog.slicer
    let type = try #require(catalog.type(forTag: Array(tag.utf8)[...]))
    for text in ["", "x", "1e999", "1 2", ";:|{}", "%25%3B", "-1"] {
      for attribute in catalog.attributes(of: type) where attribute.name != "references" {
        let scene = try load("<\(tag) \(attribute.name)=\"\(text)\"/>")
        #expect(scene.own.count >= 1)
        _ = scene.own[0].loadedValues
        _ = scene.inspect()
      }
    }
  }
}
