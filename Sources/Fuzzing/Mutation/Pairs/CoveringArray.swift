/// Rows of choices in which every pair of values of two fields occurs, and every triple within a
/// group of fields (a mixed covering array).
///
/// Greedy and deterministic: each row begins with the first missing combination and takes, field
/// by field, the value that adds most of the others. Far fewer rows than the product of the values.
package struct CoveringArray: Sendable {
  /// For each row, the index of a value for each field.
  package let rows: [[Int]]

  /// A pair or triple of fields, in ascending order, with a value for each.
  struct Combination: Hashable, Sendable {
    let fields: [Int]
    let values: [Int]
  }

  /// - Parameters:
  ///   - counts: number of values of each field, at least 1.
  ///   - groups: fields of which every triple is covered; indices of `counts`.
  package init(counts: [Int], groups: [[Int]] = []) {
    let wanted = Self.combinations(counts: counts, groups: groups)
    var missing = Set(wanted)
    var byFields: [[[Int]]] = counts.map { _ in [] }
    for fields in Set(wanted.map(\.fields)) {
      for field in fields { byFields[field].append(fields) }
    }
    var uses = counts.map { [Int](repeating: 0, count: $0) }
    var rows: [[Int]] = []
    for first in wanted where missing.contains(first) {
      var row = [Int](repeating: -1, count: counts.count)
      for (field, value) in zip(first.fields, first.values) { row[field] = value }
      for field in counts.indices where row[field] < 0 {
        var best = (gain: -1, uses: 0, value: 0)
        for value in 0..<counts[field] {
          row[field] = value
          let gain = byFields[field].count { fields in
            fields.allSatisfy { row[$0] >= 0 }
              && missing.contains(Combination(fields: fields, values: fields.map { row[$0] }))
          }
          // Among equal gains the value that was used least.
          if gain > best.gain || gain == best.gain && uses[field][value] < best.uses {
            best = (gain, uses[field][value], value)
          }
        }
        row[field] = best.value
      }
      for (field, value) in row.enumerated() { uses[field][value] += 1 }
      for fields in Set(byFields.joined()) {
        missing.remove(Combination(fields: fields, values: fields.map { row[$0] }))
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// Every combination that a row must have, triples first.
  static func combinations(counts: [Int], groups: [[Int]]) -> [Combination] {
    var fields: [[Int]] = []
    for group in groups.map({ $0.sorted() }) {
      for (a, one) in group.enumerated() {
        for (b, two) in group.enumerated().dropFirst(a + 1) {
          for three in group.dropFirst(b + 1) { fields.append([one, two, three]) }
        }
      }
    }
    for one in counts.indices {
      for two in counts.indices.dropFirst(one + 1) { fields.append([one, two]) }
    }
    if counts.count == 1 { fields.append([0]) }
    return fields.flatMap { fields in
      let product = fields.reduce([[Int]]([[]])) { heads, field in
        heads.flatMap { head in (0..<counts[field]).map { head + [$0] } }
      }
      return product.map { Combination(fields: fields, values: $0) }
    }
  }
}
