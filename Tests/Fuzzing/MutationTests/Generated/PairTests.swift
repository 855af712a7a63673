import Testing

@testable import Mutation

@Suite("Covering arrays and their inputs") struct PairTests {
  /// Combinations of two fields, and of three within a group, that no row has: counted apart from
  /// the generator.
  private func missing(_ rows: [[Int]], _ counts: [Int], _ groups: [[Int]]) -> Int {
    var missing = 0
    for a in counts.indices {
      for b in counts.indices where b > a {
        let seen = Set(rows.map { $0[a] * 1_000 + $0[b] })
        missing += counts[a] * counts[b] - seen.count
        for c in counts.indices where c > b {
          guard groups.contains(where: { Set($0).isSuperset(of: [a, b, c]) }) else { continue }
          let seen = Set(rows.map { ($0[a] * 1_000 + $0[b]) * 1_000 + $0[c] })
          missing += counts[a] * counts[b] * counts[c] - seen.count
        }
      }
    }
    return missing
  }

  @Test(
    "every pair of values, and every triple of a group, occurs in a row",
    arguments: [
      ([2, 2], []), ([3, 4, 2, 5], [[0, 1, 2]]),
      ([2, 3, 4, 5, 2, 3], [[5, 0, 3], [1, 2, 3, 4]]),
      ([1, 1, 6], [[0, 1, 2]]), ([7], []),
    ] as [([Int], [[Int]])])
  func covers(_ counts: [Int], _ groups: [[Int]]) {
    let rows = CoveringArray(counts: counts, groups: groups).rows
    #expect(
      rows.allSatisfy { row in
        row.count == counts.count && zip(row, counts).allSatisfy { (0..<$1).contains($0) }
      })
    #expect(missing(rows, counts, groups) == 0)
    #expect(rows == CoveringArray(counts: counts, groups: groups).rows)
  }

  @Test("an array of ten fields of five values is small, and no field makes no row")
  func small() {
    let rows = CoveringArray(counts: Array(repeating: 5, count: 10)).rows
    // 25 is the least, all combinations are ten million.
    #expect((25...70).contains(rows.count), "\(rows.count)")
    #expect(CoveringArray(counts: []).rows == [])
  }

  static let schemas =
    PairSchema.archives + PairSchema.documents + PairSchema.markups + PairSchema.headers
    + PairSchema.references + PairSchema.links

  @Test("every schema covers its pairs and groups with inputs that differ", arguments: 0..<6)
  func schemas(_ index: Int) {
    let schema = Self.schemas[index]
    let counts = schema.fields.map(\.values.count)
    let names = schema.fields.map(\.name)
    #expect(Set(names).count == names.count)
    for group in schema.groups {
      #expect(group.count >= 3 && Set(group).isSubset(of: names), "\(group)")
    }
    let groups = schema.groups.map { $0.compactMap { names.firstIndex(of: $0) } }
    let rows = schema.array.rows
    #expect(missing(rows, counts, groups) == 0)
    let inputs = rows.map(schema.input)
    #expect(Set(inputs).count * 10 >= rows.count * 9, "\(schema.name)")
    #expect(inputs.allSatisfy { !$0.isEmpty && $0.count < 4_096 })
    // Each value changes the input in some row.
    for (field, values) in schema.fields.enumerated() {
      for value in values.values.indices {
        let row = rows.first { $0[field] != value } ?? []
        var other = row
        other[field] = value
        let differs = rows.contains { row in
          var other = row
          other[field] = value
          return row[field] != value && schema.input(of: row) != schema.input(of: other)
        }
        #expect(differs || row.isEmpty, "\(schema.name) \(values.name) \(values.values[value])")
      }
    }
  }

  @Test("each class with two attributes of known values has a schema whose pairs are covered")
  func classes() {
    #expect(PairSchema.classes.count > 60)
    for schema in PairSchema.classes.prefix(8) {
      let rows = schema.array.rows
      #expect(missing(rows, schema.fields.map(\.values.count), []) == 0)
      #expect(rows.map(schema.input).allSatisfy { $0.starts(with: "<MRML ".utf8) })
    }
  }

  @Test("inputs come row by row over all schemas, and begin where the start says")
  func order() throws {
    let schemas = Array(PairSchema.classes.prefix(2))
    let rows = schemas.flatMap { schema in schema.array.rows.map(schema.input) }
    var all = try #require(PairedInputs(schemas, start: 0))
    #expect((0..<rows.count).map { _ in all.next() } == rows)
    #expect(all.next() == rows[0])
    var second = try #require(PairedInputs(schemas, start: 2))
    #expect(second.next() == rows[1])
    #expect(PairedInputs([], start: 0) == nil)
  }
}
