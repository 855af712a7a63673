import SceneModel
import Testing

@testable import Mutation

@Suite struct SceneMutatorTests {
  @Test(
    "every mutation changes one of two valid scenes within the limit",
    arguments: SceneMutation.all.map(\.name))
  func mutations(name: String) throws {
    let mutation = try #require(SceneMutation.all.first { $0.name == name })
    let mutator = SceneMutator(limit: 1 << 16)
    var changed = 0
    for seed in 0..<40 as Range<UInt64> {
      for scene in BaseScenes.scenes {
        guard let result = mutator.apply(mutation, to: scene, seed: seed) else { continue }
        changed += 1
        #expect(result != scene)
        #expect(result.count <= 1 << 16)
      }
    }
    #expect(changed > 0)
  }

  @Test("names of mutations are unique")
  func names() { #expect(Set(SceneMutation.all.map(\.name)).count == SceneMutation.all.count) }

  @Test("the same seed makes the same scene, and different seeds mostly different ones")
  func deterministic() {
    let mutator = SceneMutator(limit: 1 << 16)
    var results: Set<[UInt8]> = []
    for seed in 0..<100 as Range<UInt64> {
      let result = mutator.mutate(BaseScenes.scenes[0], seed: seed)
      #expect(result == mutator.mutate(BaseScenes.scenes[0], seed: seed))
      results.insert(result)
    }
    #expect(results.count > 80)
  }

  @Test(
    "no result is longer than the limit, however often a scene is mutated",
    arguments: [1, 64, 2_000])
  func limit(limit: Int) {
    let mutator = SceneMutator(limit: limit)
    for seed in 0..<300 as Range<UInt64> {
      let input = Array(BaseScenes.scenes[Int(seed % 2)].prefix(limit))
      #expect(mutator.mutate(input, seed: seed).count <= limit)
      #expect(
        mutator.crossOver(input, BaseScenes.scenes[0], seed: seed).count <= max(limit, input.count))
    }
  }

  @Test("empty input, truncated markup and bytes without markup are accepted")
  func anyBytes() {
    let mutator = SceneMutator(limit: 4_096)
    let scene = BaseScenes.scenes[1]
    let inputs: [[UInt8]] =
      [[], [0x3C], Array("<a b=\"".utf8), Array("<!DOCTYPE a [".utf8), [0, 0xFF, 0x3C, 0x2F]]
      + stride(from: 0, to: scene.count, by: 37).map { Array(scene[..<$0]) }
    for input in inputs {
      for seed in 0..<60 as Range<UInt64> {
        #expect(mutator.mutate(input, seed: seed).count <= 4_096)
        #expect(mutator.crossOver(input, scene, seed: seed).count <= 4_096)
      }
    }
  }

  @Test("more than half of the mutated scenes are still scenes")
  func mostlyWellFormed() {
    let mutator = SceneMutator(limit: 1 << 16)
    let read = (0..<1_000 as Range<UInt64>).filter { seed in
      let bytes = mutator.mutate(BaseScenes.scenes[Int(seed % 2)], seed: seed)
      return (try? Scene(reading: bytes.span)) != nil
    }
    #expect(read.count > 500, "\(read.count) of 1000 are scenes")
  }

  @Test("a cross-over inserts elements of one scene into the other")
  func crossOver() {
    let mutator = SceneMutator(limit: 1 << 16)
    let found = (0..<50 as Range<UInt64>).contains { seed in
      let bytes = mutator.crossOver(BaseScenes.scenes[0], BaseScenes.scenes[1], seed: seed)
      return String(decoding: bytes, as: UTF8.self).contains("<ColorTable ")
    }
    #expect(found)
  }

  @Test("the outline finds tags, attributes, ends and parents")
  func outline() {
    let bytes = Array(
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e '>'>]><a b='1'>x<c d = \"2\" /></a>".utf8)
    let outline = MarkupOutline(bytes)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(outline.elements.map { text($0.name) } == ["a", "c"])
    #expect(
      outline.elements.map { text($0.whole) } == [
        "<a b='1'>x<c d = \"2\" /></a>", "<c d = \"2\" />",
      ])
    #expect(outline.elements.map(\.parent) == [-1, 0])
    #expect(outline.attributes.map { text($0.value) } == ["1", "2"])
    #expect(outline.doctype.map(text) == "<!DOCTYPE a [<!ENTITY e '>'>]>")
    #expect(text(0..<outline.prologStart) == "<?xml version='1.0'?>")
  }
}
