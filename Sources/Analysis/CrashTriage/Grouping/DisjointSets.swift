/// Disjoint sets of numbers with union by smallest member, and the rules that united them.
struct DisjointSets {
  private var parents: [Int]
  /// The unions that joined two sets, in order: a spanning forest.
  private(set) var unions: [(left: Int, right: Int, rule: JoiningRule)] = []

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set of `index`. Amortized near constant.
  mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    var walker = index
    while parents[walker] != root { (walker, parents[walker]) = (parents[walker], root) }
    return root
  }

  mutating func merge(_ left: Int, _ right: Int, by rule: JoiningRule) {
    let (a, b) = (root(of: left), root(of: right))
    guard a != b else { return }
    parents[max(a, b)] = min(a, b)
    unions.append((left, right, rule))
  }
}
