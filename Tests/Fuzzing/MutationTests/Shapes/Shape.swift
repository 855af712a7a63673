/// A situation that mutations must come to make, as a question about what they made.
struct Shape<Made>: Sendable {
  let name: String
  let isIn: @Sendable (Made) -> Bool

  init(_ name: String, _ isIn: @escaping @Sendable (Made) -> Bool) {
    self.name = name
    self.isIn = isIn
  }
}

/// Which shapes a bounded number of mutations makes.
struct ShapeSearch {
  /// Mutations at most; the search ends when every shape was seen.
  let most: UInt64
  /// Longer results are read and not gone on with.
  let longestParent: Int
  let seeds: [[UInt8]]
  let mutate: ([UInt8], UInt64) -> [UInt8]

  /// Results that later ones may be made of, beside the honest ones.
  private static let poolSize = 64

  /// The number of the mutation that made each shape first. A seed that has a shape from the start is a fault of the test,
  /// as nothing would be asked of the mutator: such a shape is never found.
  func found<Made>(_ shapes: [Shape<Made>], _ make: ([UInt8]) -> Made?) -> [String: UInt64] {
    let honest = seeds.compactMap(make)
    var missing = shapes.filter { shape in !honest.contains { shape.isIn($0) } }
    var found: [String: UInt64] = [:]
    var pool = seeds
    for seed in 0..<most {
      if missing.isEmpty { break }
      let child = mutate(pool[Int(seed % UInt64(pool.count))], seed)
      if let made = make(child) {
        for shape in missing where shape.isIn(made) { found[shape.name] = seed }
        missing.removeAll { found[$0.name] != nil }
      }
      // Small ones are gone on with, honest ones never forgotten.
      if child.count < longestParent { pool.append(child) }
      if pool.count >= Self.poolSize { pool = seeds }
    }
    return found
  }
}
