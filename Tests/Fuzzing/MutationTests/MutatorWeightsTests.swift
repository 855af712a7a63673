import StableNumbers
import Testing

@testable import Mutation

@Suite struct MutatorWeightsTests {
  @Test("a way whose inputs come back gets more weight, and every way keeps the minimum")
  func learns() {
    var weights = MutatorWeights()
    var random = SplitMix64(seed: 1)
    for round in 0..<3_000 {
      let way = weights.way(&random)
      let output = Array("\(round)".utf8)
      weights.record(output, by: way)
      weights.record([UInt8](repeating: 0, count: round + 8), by: .bytes)
      if way == .structure { weights.receive(output) }
    }
    let found = weights.weights
    #expect(found[MutatorWeights.Way.structure.rawValue] > 0.5)
    #expect(found.allSatisfy { $0 >= MutatorWeights.minimumShare - 1e-9 })
    #expect(abs(found.reduce(0, +) - 1) < 1e-9)
  }

  @Test("an input that comes back at once credits no way")
  func chain() {
    var weights = MutatorWeights()
    let before = weights.weights
    for round in 0..<50 {
      let output = Array("\(round)".utf8)
      weights.record(output, by: .structure)
      weights.receive(output)
    }
    #expect(weights.weights[1] < before[1])
  }
}
