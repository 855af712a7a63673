/// Disjoint sets of numbers with union by smallest member.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set of `index`. Amortized near constant.
  mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    var walker = index
    while parents[walker] != root { (walker, parents[walker]) = (parents[walker], root) }
    return root
  }

  mutating func merge(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    parents[max(a, b)] = min(a, b)
  }
}
