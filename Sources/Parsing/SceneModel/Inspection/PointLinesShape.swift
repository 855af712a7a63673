/// Consistency check of an annotation's lines with its points: a pair of indexes for each line.
struct PointLinesShape {
  private var points: Int?
  private var indexes: [Double] = []
  private var offset = 0

  mutating func note(_ name: String, _ value: AttributeValue, at offset: Int) {
    switch (name, value) {
    case ("ctrlPtsCoord", .reals(let numbers)): points = numbers.count / 3
    case ("linePtsID", .reals(let numbers)): (indexes, self.offset) = (numbers, offset)
    default: break
    }
  }

  var hazards: [(SceneHazard.Code, Int)] {
    guard !indexes.isEmpty else { return [] }
    var codes: [SceneHazard.Code] = []
    if indexes.contains(where: { $0 < 0 }) { codes.append(.negativePointIndex) }
    if indexes.contains(where: { $0 >= Double(points ?? 0) }) { codes.append(.pointIndexPastEnd) }
    if indexes.count % 2 != 0 { codes.append(.oddPointIndices) }
    return codes.map { ($0, offset) }
  }
}
