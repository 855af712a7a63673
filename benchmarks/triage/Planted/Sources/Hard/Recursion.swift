@inline(never) @Sendable func nested(_ mode: Int, _ way: Int) -> Int { inward(1 + way) }

@inline(never) func inward(_ depth: Int) -> Int { depth == 0 ? 1 : inward(depth + 1) + depth }

@inline(never) @Sendable func alternating(_ mode: Int, _ way: Int) -> Int {
  way == 1 ? left(1) : right(1)
}

@inline(never) func left(_ depth: Int) -> Int { depth == 0 ? 1 : right(depth + 1) ^ depth }

@inline(never) func right(_ depth: Int) -> Int { depth == 0 ? 2 : left(depth + 2) + depth }

@inline(never) @Sendable func threefold(_ mode: Int, _ way: Int) -> Int {
  switch way {
  case 0: first(1)
  case 1: second(1)
  default: third(1)
  }
}

@inline(never) func first(_ depth: Int) -> Int { depth == 0 ? 0 : second(depth + 1) + depth }

@inline(never) func second(_ depth: Int) -> Int {
  let parts = [depth, depth + 1].map { $0 &* 3 }
  return depth == 0 ? 0 : third(depth + parts.count) ^ depth
}

@inline(never) func third(_ depth: Int) -> Int { depth == 0 ? 3 : first(depth + 3) + depth * 7 }

@inline(never) @Sendable func closureCalls(_ mode: Int, _ way: Int) -> Int {
  func again(_ depth: Int) -> Int {
    let next = { (step: Int) in again(depth + step) + 1 }
    return depth == 0 ? 0 : opaque(next)(1) + depth
  }
  return again(1 + way)
}

protocol Visiting { func visit(_ depth: Int) -> Int }

final class Branch: Visiting {
  var children: [any Visiting] = []
  @inline(never) func visit(_ depth: Int) -> Int {
    children.reduce(depth) { $0 &+ $1.visit(depth + 1) }
  }
}

@inline(never) @Sendable func visited(_ mode: Int, _ way: Int) -> Int {
  let branch = Branch()
  branch.children = [branch]
  return branch.visit(way)
}
