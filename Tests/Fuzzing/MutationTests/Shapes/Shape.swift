/// Predicate on a mutated input that mutations must produce.
struct Shape<Made>: Sendable {
  let name: String
  let isIn: @Sendable (Made) -> Bool

  init(_ name: String, _ isIn: @escaping @Sendable (Made) -> Bool) {
    self.name = name
    self.isIn = isIn
  }
}

/// Search for shapes with a bounded number of mutations.
struct ShapeSearch {
  /// Maximum number of mutations. The search ends when every shape has been found.
  let maximumMutations: UInt64
  /// Results of this size or more are not mutated further.
  let maximumParent: Int
  let seeds: [[UInt8]]
  let mutate: ([UInt8], UInt64) -> [UInt8]

  /// Maximum number of inputs to mutate, including the seeds.
  private static let poolSize = 64

  /// Returns the index of the first mutation that produced each shape.
  ///
  /// A shape of a seed is never found, since it would not test the mutator.
  func found<Made>(_ shapes: [Shape<Made>], _ make: ([UInt8]) -> Made?) -> [String: UInt64] {
    let valid = seeds.compactMap(make)
    var missing = shapes.filter { shape in !valid.contains { shape.isIn($0) } }
    var found: [String: UInt64] = [:]
    var pool = seeds
    for seed in 0..<maximumMutations {
      if missing.isEmpty { break }
      let child = mutate(pool[Int(seed % UInt64(pool.count))], seed)
      if let made = make(child) {
        for shape in missing where shape.isIn(made) { found[shape.name] = seed }
        missing.removeAll { found[$0.name] != nil }
      }
      // Small results are mutated further; the seeds stay in the pool.
      if child.count < maximumParent { pool.append(child) }
      if pool.count >= Self.poolSize { pool = seeds }
    }
    return found
  }
}
