import SetCover
import StableNumbers
import Testing

@Suite struct SetCoverTests {
  /// Expects a cover without redundant columns and with the stated weight.
  static func check(
    _ solution: SetCoverSolution, of instance: SetCoverInstance, protected: [Int] = [],
    _ comment: Comment
  ) {
    #expect(instance.isCover(solution.columns), comment)
    #expect(instance.weight(of: solution.columns) == solution.weight, comment)
    #expect(Set(protected).isSubset(of: solution.columns), comment)
    #expect(solution.columns == Set(solution.columns).sorted(), comment)
    for column in solution.columns where !protected.contains(column) {
      #expect(!instance.isCover(solution.columns.filter { $0 != column }), comment)
    }
  }

  @Test("the weight is that of an exhaustive search", arguments: 0..<8)
  func equalsBruteForce(block: UInt64) throws {
    for seed in block * 500..<(block + 1) * 500 {
      let plain = PlainInstance.random(seed: seed)
      let instance = try plain.instance()
      let solution = SetCover.solve(instance)
      Self.check(solution, of: instance, "seed \(seed): \(plain)")
      #expect(solution.weight == plain.minimumWeight(), "seed \(seed): \(plain)")
      #expect(solution.isOptimal, "seed \(seed): \(plain)")
    }
  }

  @Test("protected columns are kept and the rest is minimal")
  func protectedColumns() throws {
    for seed in UInt64(10_000)..<10_500 {
      let plain = PlainInstance.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let protected = plain.columns.indices.filter { _ in Int.random(in: 0..<4, using: &random) == 0
      }
      let instance = try plain.instance()
      let solution = SetCover.solve(instance, protected: protected)
      Self.check(solution, of: instance, protected: protected, "seed \(seed): \(plain)")
      #expect(
        solution.weight == plain.minimumWeight(protected: protected), "seed \(seed): \(plain)")
      #expect(solution.reductions.protectedColumns == protected.count)
    }
  }

  @Test("a search stopped anywhere gives a cover, and the minimum lies within its bounds")
  func stopped() throws {
    var unproven = 0
    for seed in UInt64(20_000)..<20_300 {
      let plain = PlainInstance.random(seed: seed)
      let instance = try plain.instance()
      let least = plain.minimumWeight()
      for allowed in [0, 1, 2, 4, 8] {
        var asked = 0
        let solution = SetCover.solve(instance) {
          asked += 1
          return asked > allowed
        }
        Self.check(solution, of: instance, "seed \(seed), \(allowed) steps: \(plain)")
        #expect(solution.weight >= least && solution.lowerBound <= least, "seed \(seed): \(plain)")
        if !solution.isOptimal { unproven += 1 }
      }
    }
    #expect(unproven > 0)
  }

  @Test("a cover is never heavier than those of libFuzzer and afl-cmin, also when stopped at once")
  func neverWorseThanTheRules() throws {
    for seed in UInt64(30_000)..<30_400 {
      let plain = PlainInstance.random(seed: seed, columns: 60)
      let instance = try plain.instance()
      let rules = [instance.mostNewRowsFirst(), instance.rarestRowFirst()]
      for rule in rules { #expect(instance.isCover(rule)) }
      let least = rules.map(instance.weight).min()!
      #expect(SetCover.solve(instance).weight <= least, "seed \(seed): \(plain)")
      #expect(SetCover.solve(instance, stop: { true }).weight <= least, "seed \(seed): \(plain)")
    }
  }

  @Test(
    "the order of rows and columns changes no weight, and equal input gives equal columns"
  )
  func permuted() throws {
    for seed in UInt64(40_000)..<40_200 {
      let plain = PlainInstance.random(seed: seed, columns: 40)
      let solution = SetCover.solve(try plain.instance())
      #expect(SetCover.solve(try plain.instance()) == solution)
      var random = SplitMix64(seed: seed)
      let columnOrder = plain.columns.indices.shuffled(using: &random)
      let rowOrder = (0..<plain.rowCount).shuffled(using: &random)
      let permuted = PlainInstance(
        rowCount: plain.rowCount,
        columns: columnOrder.map { plain.columns[$0].map { rowOrder[$0] } },
        weights: columnOrder.map { plain.weights[$0] })
      let again = SetCover.solve(try permuted.instance())
      #expect(again.isOptimal && solution.isOptimal)
      #expect(again.weight == solution.weight, "seed \(seed): \(plain)")
    }
  }

  @Test("a second minimization keeps every column of the first")
  func idempotent() throws {
    for seed in UInt64(50_000)..<50_200 {
      let plain = PlainInstance.random(seed: seed, columns: 40)
      let kept = SetCover.solve(try plain.instance()).columns
      let rest = PlainInstance(
        rowCount: plain.rowCount, columns: kept.map { plain.columns[$0] },
        weights: kept.map { plain.weights[$0] })
      #expect(SetCover.solve(try rest.instance()).columns == Array(kept.indices))
    }
  }

  @Test(
    "Steiner triple systems have the known minimum covers",
    arguments: [(9, 12, 5), (15, 35, 9), (27, 117, 18)])
  func steiner(points: Int, triples: Int, least: Int) throws {
    let plain = points == 15 ? PlainInstance.steiner15() : PlainInstance.steiner(order: points)
    #expect(plain.columns.count == points)
    #expect(plain.rowCount == triples)
    let instance = try plain.instance()
    let solution = SetCover.solve(instance)
    Self.check(solution, of: instance, "\(points) points")
    #expect(solution.isOptimal)
    #expect(solution.weight == least)
    if points <= 15 { #expect(plain.minimumWeight() == least) }
  }

  @Test("independent components are solved separately")
  func components() throws {
    let part = PlainInstance.steiner(order: 9)
    var plain = PlainInstance(rowCount: 0, columns: [], weights: [])
    for copy in 0..<6 {
      plain.columns += part.columns.map { $0.map { $0 + copy * part.rowCount } }
      plain.weights += part.weights
      plain.rowCount += part.rowCount
    }
    let solution = SetCover.solve(try plain.instance())
    #expect(solution.weight == 30)
    #expect(solution.isOptimal)
    #expect(solution.reductions.components == 6)
  }

  @Test("a search beyond its memory limit stops with the proven bound")
  func memoryLimit() throws {
    var limits = SetCoverLimits()
    limits.heldEntries = 400
    let solution = SetCover.solve(try PlainInstance.steiner(order: 27).instance(), limits: limits)
    #expect(!solution.isOptimal)
    #expect(solution.weight >= 18 && solution.lowerBound <= 18 && solution.lowerBound >= 9)
  }

  @Test("reductions are counted")
  func reductions() throws {
    // Rows 0 and 1 are equal; column 0 alone has row 2; column 2 is within column 3, and row 5 is
    // implied by row 4.
    let instance = try SetCoverInstance(
      rowCount: 6, columns: [[2], [0, 1, 5], [3], [3, 4, 5], [0, 1, 4, 5], [3, 0, 1]],
      weights: [1, 1, 1, 1, 1, 1])
    let solution = SetCover.solve(instance)
    #expect(solution.weight == 3)
    #expect(solution.reductions.essentialColumns >= 1)
    #expect(solution.reductions.equalRows == 1)
    #expect(solution.reductions.dominatedColumns >= 1)
    #expect(solution.reductions.dominatedRows >= 1)
  }

  @Test("weights of any size that fit are summed exactly")
  func largeWeights() throws {
    let large = 1 << 55
    let instance = try SetCoverInstance(
      rowCount: 3, columns: [[0, 1], [1, 2], [0, 2], [0, 1, 2]],
      weights: [large, large, large, 2 * large + 1])
    let solution = SetCover.solve(instance)
    #expect(solution.weight == 2 * large)
    #expect(solution.isOptimal)
  }

  @Test(
    "an invalid instance is refused at its row or column",
    arguments: [
      (2, [[0], [2]], [1, 1], SetCoverError(.rowOutOfRange, at: 1)),
      (2, [[0], [-1]], [1, 1], SetCoverError(.rowOutOfRange, at: 1)),
      (3, [[0], [2]], [1, 1], SetCoverError(.rowWithoutColumn, at: 1)),
      (1, [], [], SetCoverError(.rowWithoutColumn, at: 0)),
      (1, [[0], [0]], [1, -1], SetCoverError(.negativeWeight, at: 1)),
      (1, [[0]], [Int.max], SetCoverError(.weightTooLarge, at: 0)),
      (1, [[0]], [1, 1], SetCoverError(.weightsMismatch, at: 1)),
    ])
  func refused(rowCount: Int, columns: [[Int]], weights: [Int], error: SetCoverError) {
    #expect(throws: error) {
      try SetCoverInstance(rowCount: rowCount, columns: columns, weights: weights)
    }
  }
}
