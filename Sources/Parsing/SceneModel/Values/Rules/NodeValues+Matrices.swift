/// Matrices of markups without points.
extension NodeValues {
  private static let handle = "interactionHandleToWorldMatrix"

  mutating func finishMarkups() {
    guard isGiven(Self.handle), !node.inherits("MarkupsAngle") else { return }
    guard var matrix = numbers(Self.handle, 16) else { return set(Self.handle, .unspecified) }
    for place in [3, 7, 11] { matrix[place] = 0 }
    set(Self.handle, .reals(matrix))
  }

  /// Sets a plane's handle to its rotation and position.
  mutating func finishPlane() {
    guard isGiven("objectToBaseMatrix") || isGiven("planeTobaseMatrix") else {
      return set(Self.handle, to: "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1")
    }
    guard let matrix = numbers("objectToBaseMatrix", 16) ?? numbers("planeTobaseMatrix", 16) else {
      return set(Self.handle, .unspecified)
    }
    let columns = (0..<3).map { unit([matrix[$0], matrix[4 + $0], matrix[8 + $0]]) }
    set(Self.handle, matrix: columns, at: [matrix[3], matrix[7], matrix[11]])
  }

  /// Sets an ROI's handle to three orthogonal axes, computed from its first two.
  mutating func finishROI() {
    guard isGiven(Self.handle) else { return }
    let text = node.attribute(Self.handle) ?? ""
    guard
      case .reals(let m) = AttributeValue(reading: Array(text.utf8)[...], as: .vector(.double, 16))
    else { return set(Self.handle, .unspecified) }
    let x = unit([m[0], m[4], m[8]])
    let z = unit(cross([m[0], m[4], m[8]], [m[1], m[5], m[9]]))
    set(Self.handle, matrix: [x, unit(cross(z, x)), z], at: [m[3], m[7], m[11]])
  }

  private mutating func set(_ name: String, matrix columns: [[Double]], at place: [Double]) {
    let rows = (0..<3).flatMap { row in columns.map { $0[row] } + [place[row]] }
    set(name, .reals(rows + [0, 0, 0, 1]))
  }
}

private func unit(_ v: [Double]) -> [Double] {
  let length = (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).squareRoot()
  return length == 0 ? [0, 0, 0] : v.map { $0 / length }
}

private func cross(_ a: [Double], _ b: [Double]) -> [Double] {
  [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}
