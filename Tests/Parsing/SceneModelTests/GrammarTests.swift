import Testing

@testable import SceneModel

private func text(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}

@Suite struct GrammarTests {
  @Test(
    "references are read as implemented",
    arguments: [
      ("a:x y;b:z;", "a=x,y b=z"), ("a:x", "a=x"), ("", ""), ("a:;b:x", "a= b=x"),
      // An empty segment or role ends the attribute.
      (";a:x", ""), ("a:x;;b:y", "a=x"), (":x;b:y", ""), ("a:x;:y;b:z", "a=x"),
      // A segment without a colon runs on into the next.
      ("a;b:c", "a;b=c b=c"), ("a;b:c;d:e", "a;b=c;d:e b=c d=e"), ("a;b", ""),
      // A duplicate role is skipped; an identifier may be repeated.
      ("a:x;a:y", "a=x"), ("a:x x", "a=x,x"), ("a: x\t y ", "a=x,y"), ("a:b:c", "a=b:c"),
      ("a:x {k=v,l=w} y", "a=x{k=v,l=w},y"), ("a:{k=v} x", "a=x"), ("a:x {k}", "a=x"),
      ("a:x {k=%3A%3B%7B%7D%2C%3D%20%25}", "a=x{k=:;{},= %25}"), ("a:x }k=v{l=w", "a=x{l=w}"),
      ("a:x {k=v=w}", "a=x{k=v=w}"), ("a:x {k", "a=x,{k"),
    ])
  func references(_ source: String, _ expected: String) {
    let attribute = ReferencesAttribute(reading: Array(source.utf8)[...])
    let roles = attribute.roles.map { role in
      let targets = role.targets.map { target in
        let block = target.properties.map { "\(text($0.name))=\(text($0.value))" }
        return text(target.id) + (block.isEmpty ? "" : "{\(block.joined(separator: ","))}")
      }
      return "\(text(role.name))=\(targets.joined(separator: ","))"
    }
    #expect(roles.joined(separator: " ") == expected)
  }

  @Test("the work of run-on roles is bounded") func referencesAreBounded() {
    let source = String(repeating: "a;", count: 100_000) + "x:y"
    #expect(ReferencesAttribute(reading: Array(source.utf8)[...]).isTruncated)
    #expect(throws: SceneError.self) { try load("<Model references=\"\(source)\"/>") }
  }

  @Test(
    "custom attributes are a map: a later key replaces an earlier one",
    arguments: [
      ("a:1;b:2;", "a=1 b=2", 0, 0), ("b:2;a:1", "a=1 b=2", 0, 0), ("a", "a=a", 0, 0),
      ("", "", 0, 0),
      ("a:1;a:2", "a=2", 0, 1), (":1", "", 1, 0), (";;", "", 2, 0), ("a:b:c", "a=b:c", 0, 0),
      ("a:%3B%25%253B", "a=;%%3B", 0, 0), ("%3B:1", "%3B=1", 0, 0), ("a:%3b", "a=%3b", 0, 0),
    ])
  func customAttributes(_ source: String, _ expected: String, _ empty: Int, _ repeated: Int) {
    let map = CustomAttributes(reading: Array(source.utf8)[...])
    let entries = map.entries.map { "\(text($0.name))=\(text($0.value))" }
    #expect(entries.joined(separator: " ") == expected)
    #expect(map.emptyKeys == empty)
    #expect(map.duplicates == repeated)
  }

  @Test(
    "each escape scheme decodes only its own list",
    arguments: [
      (Escape.url, "%22%3C%3E%27%20%25%3B%2f", "\"<>' %%3B%2f"),
      (Escape.url, "%2520", "%20"), (Escape.url, "%2", "%2"), (Escape.url, "%", "%"),
      (Escape.customAttribute, "%3B%20%25", ";%20%"), (Escape.referenceProperty, "%25%20", "%25 "),
    ] as [(Escape, String, String)])
  func decodes(_ escape: Escape, _ source: String, _ expected: String) {
    #expect(text(escape.decode(Array(source.utf8)[...])) == expected)
  }

  @Test("decoding reverses encoding", arguments: [Escape.url, .customAttribute, .parameterName])
  func undoesEncoding(_ escape: Escape) {
    let source = "a%20b;c%25 <\"'>:%3B\u{E9}"
    #expect(text(escape.decode(escape.encode(source.utf8)[...])) == source)
  }

  @Test(
    "a version in one of the two known forms is read, any other is nil",
    arguments: [
      ("Slicer4.4.0", "Slicer 4.4.0 "), ("Slicer 5.0.3 30893", "Slicer 5.0.3 30893"),
      ("App 1.2.x r", "App 1.2.0 r"), ("Slicer4", nil), ("12116", nil), ("", nil),
      ("Slicer 5.0 1", nil),
      ("Slicer 5.0.3", nil),
    ] as [(String, String?)])
  func versions(_ source: String, _ expected: String?) {
    let version = SceneVersion(reading: Array(source.utf8)[...])
    let spelled = version.map {
      "\(text($0.application)) \($0.major).\($0.minor).\($0.patch) \(text($0.revision))"
    }
    #expect(spelled == expected)
  }
}
