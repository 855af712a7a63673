protocol Shape {
  func points(_ count: Int) -> [Int]
  func label(_ width: Int) -> String
}

extension Shape {
  @inline(never) func label(_ width: Int) -> String {
    let words = points(0).map { String($0) }
    return words[width]
  }
}

struct Curve: Shape {
  var knots: [Int]
  @inline(never) func points(_ count: Int) -> [Int] { (0..<count).map { knots[$0] } }
}

struct Plane: Shape {
  var normal: [Int]
  @inline(never) func points(_ count: Int) -> [Int] {
    (0..<count).map { normal[0] / (normal[1] - $0) }
  }
}

@inline(never) @Sendable func drawn(_ mode: Int, _ way: Int) -> Int {
  let shapes: [any Shape] = opaque([Curve(knots: [1]), Plane(normal: [1, 1])])
  return shapes[mode].points(3 + way).count
}

@inline(never) @Sendable func described(_ mode: Int, _ way: Int) -> Int {
  let shapes: [any Shape] = opaque([Curve(knots: []), Plane(normal: [])])
  return shapes[way & 1].label(2).count
}

@inline(never) @Sendable func erased(_ mode: Int, _ way: Int) -> Int {
  let list: any Collection<Int> = opaque([4, 5])
  return list[anyIndex: 2 + way]
}

extension Collection<Int> {
  subscript(anyIndex offset: Int) -> Int { self[index(startIndex, offsetBy: offset)] }
}
