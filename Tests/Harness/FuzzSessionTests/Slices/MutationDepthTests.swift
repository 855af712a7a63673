import Testing

@testable import FuzzSession

@Suite("Mutations in a row on one input") struct MutationDepthTests {
  private let something = NewCoverage(edges: 1, features: 3, findings: 0)

  @Test("libFuzzer's default is used while slices reach something new")
  func growing() {
    var depth = MutationDepth()
    for _ in 0..<10 {
      #expect(depth.next == MutationDepth.depths[0])
      depth.add(something, depth: depth.next, seconds: 10)
    }
    #expect(!depth.isFlat)
  }

  @Test("a flat target gets every number in turn, and one that yields comes more often")
  func flat() {
    var depth = MutationDepth()
    var used: [Int: Int] = [:]
    depth.add(NewCoverage(), depth: depth.next, seconds: 10)
    for _ in 0..<9 {
      #expect(depth.isFlat)
      used[depth.next, default: 0] += 1
      depth.add(NewCoverage(), depth: depth.next, seconds: 10)
    }
    #expect(used == [5: 3, 10: 3, 20: 3])
    used = [:]
    for _ in 0..<30 {
      let next = depth.next
      used[next, default: 0] += 1
      depth.add(next == 20 ? something : NewCoverage(), depth: next, seconds: 10)
      // The slice after a discovery has the default, and is flat again.
      if !depth.isFlat { depth.add(NewCoverage(), depth: depth.next, seconds: 10) }
    }
    #expect((used[20] ?? 0) > (used[10] ?? 0))
    #expect((used[10] ?? 0) > 0 && (used[5] ?? 0) > 0)
  }

  @Test("a number that is none of the choices is ignored")
  func unknown() {
    var depth = MutationDepth()
    depth.add(NewCoverage(), depth: 7, seconds: 10)
    #expect(!depth.isFlat)
  }
}
