import Testing

@testable import HarnessBenchmarks

@Suite struct RankTestTests {
  /// Two-sided probabilities from R's `wilcox.test` where there are no ties, otherwise counted by
  /// hand.
  static let samples: [(first: [Double], second: [Double], probability: Double)] = [
    ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 2.0 / 252),
    ([6, 7, 8, 9, 10], [1, 2, 3, 4, 5], 2.0 / 252),
    ([1, 2, 3], [4, 5, 6], 0.1),
    (
      [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
      [1.15, 0.88, 0.90, 0.74, 1.21], 0.254412
    ),
    ([1], [2], 1),
    // Three values, two of them equal: the small one is alone in one of three divisions.
    ([1], [2, 2], 1.0 / 3),
    ([1, 1, 1, 1, 1], [1, 1, 1, 1, 1], 1),
    // A value never observed is later than any other, and equal to another one never observed.
    ([1, 2, 3, 4, 5], Array(repeating: .infinity, count: 5), 2.0 / 252),
    (Array(repeating: .infinity, count: 5), Array(repeating: .infinity, count: 5), 1),
  ]

  @Test("the probability is exact", arguments: samples)
  func probability(first: [Double], second: [Double], probability: Double) throws {
    let test = try #require(RankTest(first, second))
    #expect(abs(test.probability - probability) < 1e-6, "\(test.probability)")
    let turned = try #require(RankTest(second, first))
    #expect(abs(turned.probability - probability) < 1e-6)
    #expect(abs(turned.firstIsSmaller + test.firstIsSmaller - 1) < 1e-12)
  }

  @Test("ties count half in the share of pairs in which the first is smaller")
  func share() throws {
    #expect(try #require(RankTest([1, 2], [3, 4])).firstIsSmaller == 1)
    #expect(try #require(RankTest([3, 4], [1, 2])).firstIsSmaller == 0)
    #expect(try #require(RankTest([1, .infinity], [1, .infinity])).firstIsSmaller == 0.5)
  }

  @Test("ties share the mean of their ranks")
  func ranks() {
    #expect(RankTest.doubledRanks([5, 1, 5, 9]) == [5, 2, 5, 8])
  }

  @Test("an empty sample has no test result and no median")
  func empty() {
    #expect(RankTest([], [1]) == nil)
    #expect(RankTest([1], []) == nil)
    #expect(median([]) == nil)
  }

  @Test("a median next to a value that was never observed is infinite")
  func medians() {
    #expect(median([3, 1, 2]) == 2)
    #expect(median([4, 1, 2, 3]) == 2.5)
    #expect(median([1, .infinity, .infinity]) == .infinity)
    #expect(median([1, 2, 3, .infinity]) == 2.5)
    #expect(median([1, 2, .infinity, .infinity]) == .infinity)
  }
}
