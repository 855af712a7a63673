import Testing

@testable import Mutation

@Suite struct MutationSharesTests {
  @Test("a way whose inputs come back gets a larger share, and no way is forgotten")
  func learns() {
    var shares = MutationShares()
    var random = MutationRandom(seed: 1)
    for round in 0..<3_000 {
      let way = shares.way(&random)
      let output = Array("\(round)".utf8)
      shares.record(output, by: way)
      shares.record([UInt8](repeating: 0, count: round + 8), by: .bytes)
      if way == .structure { shares.receive(output) }
    }
    let found = shares.shares
    #expect(found[MutationShares.Way.structure.rawValue] > 0.5)
    #expect(found.allSatisfy { $0 >= MutationShares.leastShare - 1e-9 })
    #expect(abs(found.reduce(0, +) - 1) < 1e-9)
  }

  @Test("an input that comes back at once was only mutated again: nobody is credited")
  func chain() {
    var shares = MutationShares()
    let before = shares.shares
    for round in 0..<50 {
      let output = Array("\(round)".utf8)
      shares.record(output, by: .structure)
      shares.receive(output)
    }
    #expect(shares.shares[1] < before[1])
  }
}
