import Foundation
import StableNumbers
import TestSupport
import Testing

@testable import Mutation

/// Mutations of any text: deterministic, bounded, and each of them applies somewhere.
@Suite struct LayerMutationTests {
  static let texts: [[UInt8]] = [
    Array(
      "<MRML><Model id=\"a b\" name=\"1\" references=\"r:x y;s:z;\"/>\n<Model id=\"c\"/></MRML>"
        .utf8),
    Array("{\"type\":\"Fiducial\",\"n\":12,\"v\":[1.5,2,-3]}".utf8),
    Array("slicer://viewer/?studyUID=1.2&access_token=a%20b".utf8),
    Array("NRRD0004\ntype: short\nsizes: 4 5\nkey:=caf\u{E9}\n\n".utf8), [], [0x41],
    [UInt8](repeating: 0x20, count: 50), [UInt8](0...255),
  ]

  @Test("each mutation is deterministic, within the limit, and changes something somewhere")
  func each() {
    for mutation in LayerMutation.all {
      var changes = 0
      for text in Self.texts {
        for seed in 0..<200 as Range<UInt64> {
          let result = mutation.apply(to: text, seed: seed, limit: 2_000)
          #expect(result == mutation.apply(to: text, seed: seed, limit: 2_000))
          #expect((result?.count ?? 0) <= 2_000)
          if result != nil { changes += 1 }
        }
      }
      #expect(changes > 20, "\(mutation.name)")
    }
  }

  @Test(
    "each of these results occurs",
    arguments: [
      ("name-and-value", "key=value", ["key=key", "value=value", "value=key"]),
      ("value-of-one-kind", "a 12 b 7", ["a 12 b 12", "a 7 b 7", "b 12 b 7", "a 12 a 7"]),
      (
        "piece-beside-similar", "k1 a\nx\nk2 b\n",
        ["k1 a\nx\nk1 a\nk2 b\n", "k2 b\nk1 a\nx\nk2 b\n"]
      ),
      ("reverse-pieces", "a;b;c;", ["b;a;c;", "c;b;a;", "a;c;b;"]),
      ("other-sign", "1.5 -2e3 x", ["-1.5 -2e3 x", "1.5 2e3 x"]),
      ("many-items", "v=\"a=1,b\"", ["v=\"a=1,a0=1,a1=1,b\"", "v=\"a=1,b,b0,b1,b2\""]),
      (
        "item-at-the-end", "m=\"4 5 6\"",
        ["m=\"4 5 -6\"", "m=\"-4 5 6\"", "m=\"4 5 0\"", "m=\"4 5 \""]
      ),
      (
        "item-added-or-removed", "m='4 5 6'", ["m='5 6'", "m='4 5 '", "m='4 5 5 6'", "m='4 4 5 6'"]
      ),
      ("twin-item", "'n=1,m=2'", ["'n=1,N=1,m=2'", "'n=1,m=2,%6D=2'"]),
      ("items-in-other-order", "'a,b,c'", ["'c,b,a'", "'c,a,b'", "'b,a,c'"]),
      ("alias-of-repeated", "ab cd ab", ["AB cd ab", "ab cd AB", "ab cd %61b"]),
      ("alias-for-another", "ab cd ab", ["ab AB ab", "ab %2561b ab"]),
      ("copy-value", "x='u:a' y='v'", ["x='u:a' y='u:a'", "x='u:a' y='U:A'", "x='v' y='v'"]),
      (
        "copy-attribute", "<a p:x='1'><b y='2'/>",
        ["<a p:x='1'><b y='2' p:x='1'/>", "<a p:x='1'><b y='2' p:x='2'/>"]
      ),
    ])
  func results(_ name: String, _ text: String, _ expected: [String]) throws {
    let mutation = try #require(LayerMutation.all.first { $0.name == name })
    let results = Set(
      (0..<4_000 as Range<UInt64>).compactMap { seed in
        mutation.apply(to: Array(text.utf8), seed: seed, limit: 100)
          .map { String(decoding: $0, as: UTF8.self) }
      })
    #expect(results.isSuperset(of: expected), "\(results)")
  }

  @Test("as many items are added as no longer fit a width, with names of their own")
  func manyItems() throws {
    let mutation = try #require(LayerMutation.all.first { $0.name == "many-items" })
    var counts: Set<Int> = []
    for seed in 0..<400 as Range<UInt64> {
      guard let result = mutation.apply(to: Array("r='a=1,b=2'".utf8), seed: seed, limit: 1 << 14)
      else { continue }
      let names = Set(result.split(separator: 0x2C).map { $0.prefix { $0 != 0x3D } })
      counts.insert(names.count)
    }
    #expect(counts.isSuperset(of: [11, 19, 35, 67, 131, 259]), "\(counts)")
  }

  @Test("names are unique")
  func names() {
    #expect(Set(LayerMutation.all.map(\.name)).count == LayerMutation.all.count)
  }

  @Test("a long input is changed in a window, in the time of a short one")
  func long() {
    let text = Array(repeatElement(Array("a=1;\n".utf8), count: 100_000).joined())
    for mutation in LayerMutation.all {
      for seed in 0..<8 as Range<UInt64> {
        let result = mutation.apply(to: text, seed: seed, limit: 1 << 20)
        #expect((result?.count ?? 0) <= 1 << 20)
      }
    }
  }

  @Test(
    "layers",
    arguments: [
      (EncodingLayer.percentByte, "a", "%61"), (.percentAgain, "a%20", "a%2520"),
      (.percentUndone, "a%20b%", "a b%"), (.referenceAgain, "&lt;", "&amp;lt;"),
      (.otherCase, "aB-1", "Ab-1"), (.blankAndUnderscore, "a_b c", "a b_c"),
      (.otherNormalForm, "caf\u{E9}", "cafe\u{301}"), (.overlongUTF8, "-", ""),
      (.jsonEscape, "t", "\\u0074"),
    ])
  func layers(_ layer: EncodingLayer, _ text: String, _ expected: String) {
    for seed in 0..<16 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let result = layer.apply(to: Array(text.utf8)[...], &random)
      if layer == .overlongUTF8 {
        #expect(result == [0xC0, 0xAD])
      } else {
        #expect(String(decoding: result, as: UTF8.self) == expected)
      }
    }
  }

  @Test("every layer keeps an empty text, and any byte is taken")
  func anyByte() {
    for layer in EncodingLayer.allCases {
      var random = SplitMix64(seed: 1)
      #expect(layer.apply(to: [], &random) == [])
      for byte in UInt8.min...UInt8.max {
        #expect(layer.apply(to: [byte], &random).count <= 6)
        _ = layer.apply(to: [0xC3, byte, 0x25, byte], &random)
      }
    }
  }

  @Test("an edge of a width is that of the same number for a reader of the width")
  func edges() throws {
    var random = SplitMix64(seed: 7)
    var texts: Set<String> = []
    for _ in 0..<2_000 {
      texts.insert(String(decoding: LayerMutation.edge(near: 4, &random), as: UTF8.self))
    }
    for text in [
      "255", "256", "260", "65540", "16777220", "2147483647", "2147483648", "0x80000000",
    ] {
      #expect(texts.contains(text), "\(text)")
    }
  }

  @Test("the names of shaped mutations exist, and leaving them out leaves the rest")
  func shaped() {
    let scene = Set(SceneMutation.all.map(\.name))
    let archive = Set(ArchiveMutation.all.map(\.name))
    for name in ShapedMutations.bugs.keys {
      #expect(scene.contains(name) || archive.contains(name), "\(name)")
    }
    let left = ShapedMutations.leavingOut(SceneMutation.ofScenes)
    #expect(left.count < SceneMutation.ofScenes.count)
    #expect(left.count > SceneMutation.ofScenes.count / 2)
    #expect(ShapedMutations.leavingOut(ArchiveMutation.all).first?.name == "mutate-scene")
  }

  @Test("the table of docs/FUZZING.md lists the shaped mutations with their bugs")
  func documented() throws {
    let url = Repository.root.appendingPathComponent("docs/FUZZING.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    for (name, bugs) in ShapedMutations.bugs {
      let row = "| `\(name)` | " + bugs.map { "`\($0)`" }.joined(separator: ", ") + " |"
      #expect(text.contains(row), "\(row)")
    }
    for mutation in LayerMutation.all { #expect(text.contains("`\(mutation.name)`")) }
    for mutation in ArchiveMutation.layers { #expect(text.contains("`\(mutation.name)`")) }
  }
}
