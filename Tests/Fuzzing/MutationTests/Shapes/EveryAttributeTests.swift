import SceneModel
import Testing
import XMLReading

@testable import Mutation

/// Changes that a bounded number of mutations must apply to every attribute of every class.
@Suite struct EveryAttributeTests {
  /// A class, with the attributes that are tested on it.
  struct Bench {
    let item: Words.Class
    let names: Set<String>
    let bytes: [UInt8]

    var tag: String { String(decoding: item.tag, as: UTF8.self) }

    init(_ item: Words.Class, names: Set<String>) {
      self.item = item
      self.names = names
      var text = Array("<MRML><".utf8) + item.tag
      for name in names.sorted() { text += Array(" \(name)=\"1\"".utf8) }
      bytes = text + Array("/></MRML>".utf8)
    }

    /// Names and values of the element's attributes; nil when the document is malformed or has no
    /// such element.
    func attributes(of bytes: [UInt8]) -> [(name: String, value: String)]? {
      guard let document = try? XMLDocument(reading: bytes.span), document.elementCount > 1 else {
        return nil
      }
      return document.attributes(of: 1).map {
        (document.attributeName($0), document.attributeValue($0))
      }
    }
  }

  /// Attributes that `changed` did not return within 32 attempts for each attribute.
  private func missed(
    _ bench: Bench, by mutation: String,
    _ changed: (Bench, [(name: String, value: String)]) -> [String]
  ) throws -> Set<String> {
    let mutation = try #require(SceneMutation.all.first { $0.name == mutation })
    let mutator = SceneMutator(limit: 1 << 16)
    var missing = bench.names
    for seed in 0..<UInt64(32 * (bench.names.count + 4)) {
      if missing.isEmpty { break }
      guard let result = mutator.apply(mutation, to: bench.bytes, seed: seed),
        let attributes = bench.attributes(of: result)
      else { continue }
      missing.subtract(changed(bench, attributes))
    }
    return missing
  }

  /// Every class with its own attributes, and with those of abstract base classes that no earlier
  /// class has.
  static let benches: [Bench] = {
    let types = NodeCatalog.slicer.types
    var inherited: Set<String> = []
    return Words.classes.compactMap { item in
      let type = types.first { $0.className.utf8.elementsEqual(item.className) }
      let own = Set((type?.attributes ?? []).map(\.name))
      let names = own.union(item.attributes.map(\.name).filter { inherited.insert($0).inserted })
      return names.isEmpty ? nil : Bench(item, names: names)
    }
  }()

  @Test("every attribute is removed")
  func missing() throws {
    for bench in Self.benches {
      let left = try missed(bench, by: "delete-attribute") { bench, attributes in
        Array(bench.names.subtracting(attributes.map(\.name)))
      }
      #expect(left.isEmpty, "\(bench.tag)")
    }
  }

  @Test("every attribute becomes empty")
  func empty() throws {
    for bench in Self.benches {
      let left = try missed(bench, by: "empty-value") { _, attributes in
        attributes.filter(\.value.isEmpty).map(\.name)
      }
      #expect(left.isEmpty, "\(bench.tag)")
    }
  }

  @Test("every attribute is duplicated in another case")
  func repeated() throws {
    for bench in Self.benches {
      let left = try missed(bench, by: "duplicate-attribute") { bench, attributes in
        let names = Set(attributes.map(\.name))
        // Some classes read a name in both cases; the copy is then a duplicate.
        return bench.names.filter { name in
          guard let first = name.utf8.first else { return false }
          let other = String(decoding: [first ^ 0x20] + name.utf8.dropFirst(), as: UTF8.self)
          return names.contains(other)
        }
      }
      #expect(left.isEmpty, "\(bench.tag)")
    }
  }

  @Test("every attribute gets a character that a writer must escape")
  func escaped() throws {
    let special: Set<Character> = ["<", ">", "&", "\"", "'", "\n", "\r", "\r\n", "\t"]
    for bench in Self.benches {
      let left = try missed(bench, by: "escape-in-value") { _, attributes in
        attributes.filter { $0.value.contains { special.contains($0) } }.map(\.name)
      }
      #expect(left.isEmpty, "\(bench.tag)")
    }
  }

  @Test(
    "every character that a writer must escape is inserted",
    arguments: ["<", ">", "&", "\"", "'", "\n", "\r", "\t"])
  func escapes(character: Unicode.Scalar) throws {
    let bench = try #require(Self.benches.first)
    var isMade = false
    _ = try missed(bench, by: "escape-in-value") { _, attributes in
      isMade = isMade || attributes.contains { $0.value.unicodeScalars.contains(character) }
      return []
    }
    #expect(isMade)
  }

  @Test("every attribute is added, with a value of its kind, to a node without attributes")
  func given() throws {
    let mutation = try #require(SceneMutation.all.first { $0.name == "value-of-kind" })
    let mutator = SceneMutator(limit: 1 << 16)
    for bench in Self.benches {
      let bare = Array("<MRML><".utf8) + bench.item.tag + Array("/></MRML>".utf8)
      var missing = bench.names
      // One of all attributes of the class is drawn, including inherited ones.
      for seed in 0..<UInt64(24 * (bench.item.attributes.count + 4)) {
        if missing.isEmpty { break }
        guard let result = mutator.apply(mutation, to: bare, seed: seed) else { continue }
        missing.subtract((bench.attributes(of: result) ?? []).map(\.name))
      }
      #expect(missing.isEmpty, "\(bench.tag)")
    }
  }
}
