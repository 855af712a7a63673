/// Distances between names and between stacks.
enum EditDistance {
  static func longestCommonSubsequence(_ left: [String], _ right: [String]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for item in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = item == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// Similarity from 0 to 1: Levenshtein's distance over the lengths.
  static func similarity(_ left: String, _ right: String) -> Double {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    guard a.count + b.count > 0 else { return 1 }
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (byte == other ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    let total = a.count + b.count
    return Double(total - row[b.count]) / Double(total)
  }
}
