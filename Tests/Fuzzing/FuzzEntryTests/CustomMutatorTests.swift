import FuzzTargets
import Testing

@testable import FuzzEntry

@Suite struct CustomMutatorTests {
  private let scene = Array("<MRML><Model id=\"m\" name=\"n\"/><View id=\"v\"/></MRML>".utf8)

  @Test("a target of scenes gets changed scenes within the limit")
  func changes() throws {
    let target = try #require(Catalog["mrml"])
    var mutator = CustomMutator(for: target)
    var results: Set<[UInt8]> = []
    for seed in 0..<200 as Range<UInt32> {
      let result = mutator.mutate(scene, limit: 120, seed: seed)
      #expect(result.count <= 120)
      results.insert(result)
    }
    #expect(results.count > 50)
    let crossed = (0..<20 as Range<UInt32>).map {
      mutator.crossOver(scene, Array("<a><b c=\"d\"/></a>".utf8), limit: 120, seed: $0)
    }
    #expect(crossed.allSatisfy { $0.count <= 120 })
    #expect(crossed.contains { $0 != scene })
  }

  @Test("plain bytes stay unchanged in a build without libFuzzer")
  func plainBytes() throws {
    let target = try #require(Catalog["demo"])
    var mutator = CustomMutator(for: target)
    for seed in 0..<50 as Range<UInt32> {
      #expect(mutator.mutate(scene, limit: 4_096, seed: seed) == scene)
      #expect(mutator.crossOver(scene, [1, 2, 3], limit: 4_096, seed: seed) == scene)
    }
    #expect(mutator.mutate([], limit: 0, seed: 1) == [])
  }

  @Test("a cross-over of plain bytes returns 0, so that libFuzzer applies another mutation")
  func plainCrossOver() throws {
    let before = unsafe CustomMutator.current
    defer { unsafe CustomMutator.current = before }
    var out = [UInt8](repeating: 0, count: 64)
    func crossed(_ name: String) throws -> Int {
      unsafe CustomMutator.current = CustomMutator(for: try #require(Catalog[name]))
      return unsafe scene.withUnsafeBufferPointer { scene in
        unsafe out.withUnsafeMutableBufferPointer {
          unsafe customCrossOver(
            scene.baseAddress, scene.count, scene.baseAddress, scene.count, $0.baseAddress,
            $0.count, 1)
        }
      }
    }
    #expect(try crossed("demo") == 0)
    #expect(try crossed("mrml") > 0)
  }
}
