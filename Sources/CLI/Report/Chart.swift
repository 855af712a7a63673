/// A line chart over time, as coordinates of an inline SVG.
struct Chart: Equatable, Sendable {
  struct Point: Equatable, Sendable {
    var time: Double
    var value: Double
  }

  static let width = 220.0
  static let height = 48.0

  let name: String
  /// Points of a polyline: `x,y x,y …`.
  let line: String
  /// The same points, closed along the base line for filling.
  let area: String
  /// The maximum and the last value, as text.
  let most: String
  let last: String
  /// The time at the right end of the axis, with its unit.
  let end: String
  /// The chart in words, for people who do not see it.
  let alternative: String

  /// A value holds until the next point, so the line is a step function. Points that do not change
  /// a pixel are dropped.
  init(_ name: String, _ points: [Point], until end: Double) {
    self.name = name
    let most = points.map(\.value).max() ?? 0
    self.most = PageText.number(Int(most))
    last = PageText.number(Int(points.last?.value ?? 0))
    let span = max(end, points.last?.time ?? 0, 0.001)
    self.end = PageText.clock(span) + (span >= 3600 ? " h:min:s" : " min:s")
    alternative =
      points.isEmpty
      ? "\(name): nothing recorded"
      : "\(name): \(PageText.number(Int(points[0].value))) first, \(last) after \(self.end), \(self.most) at most"
    var drawn: [(x: Double, y: Double)] = []
    func place(_ point: Point) -> (x: Double, y: Double) {
      let x = point.time / span * Self.width
      let y = Self.height - (most > 0 ? point.value / most * (Self.height - 2) : 0)
      return ((x * 10).rounded() / 10, (y * 10).rounded() / 10)
    }
    for point in points {
      let (x, y) = place(point)
      guard let before = drawn.last else {
        drawn.append((x, y))
        continue
      }
      if before.y == y { continue }
      drawn.append((x, before.y))
      drawn.append((x, y))
    }
    if let before = drawn.last { drawn.append((Self.width, before.y)) }
    line = drawn.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    area =
      drawn.isEmpty
      ? "" : "\(drawn[0].x),\(Self.height) \(line) \(Self.width),\(Self.height)"
  }
}
