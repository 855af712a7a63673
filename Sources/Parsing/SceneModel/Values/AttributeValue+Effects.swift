/// Computations of ``AttributeEffect``.
extension AttributeValue {
  func clamped(between lower: Double, and upper: Double) -> AttributeValue {
    func limited(_ number: Double) -> Double {
      number < lower ? lower : number > upper ? upper : number
    }
    return switch self {
    case .real(let number): .real(limited(number))
    case .reals(let numbers): .reals(numbers.map(limited))
    case .integer(let number): .integer(Int32(limited(Double(number))))
    default: self
    }
  }

  func followed(_ move: ([UInt8]) -> [UInt8]) -> AttributeValue {
    switch self {
    case .text(let id): .text(move(id))
    case .texts(let ids): .texts(ids.map(move))
    default: self
    }
  }

  var truncated: AttributeValue {
    guard case .real(let number) = self else { return self }
    return Int32(exactly: number.rounded(.towardZero)).map(AttributeValue.integer) ?? .unspecified
  }

  /// Whether the value cannot be a number other than 0.
  var isZero: Bool {
    guard case .integer(let number) = self else { return true }
    return number == 0
  }

  /// `%.3f` for 3; an empty text counts as 0.
  var decimalsFormat: AttributeValue {
    switch self {
    case .integer(let number): .text(Array("%.\(number)f".utf8))
    case .unspecified: .text(Array("%.0f".utf8))
    default: self
    }
  }

  /// Inverse of a matrix of four rows and columns, by its minors; undefined if it is singular.
  var inverse: AttributeValue {
    guard case .reals(let m) = self, m.count == 16 else { return self }
    func minor(_ row: Int, _ column: Int) -> Double {
      let rows = (0..<4).filter { $0 != row }
      let columns = (0..<4).filter { $0 != column }
      func at(_ i: Int, _ j: Int) -> Double { m[rows[i] * 4 + columns[j]] }
      return at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1))
        - at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0))
        + at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0))
    }
    func cofactor(_ row: Int, _ column: Int) -> Double {
      (row + column) % 2 == 0 ? minor(row, column) : -minor(row, column)
    }
    let determinant = (0..<4).reduce(0) { $0 + m[$1] * cofactor(0, $1) }
    guard determinant != 0, determinant.isFinite else { return .unspecified }
    return .reals((0..<16).map { cofactor($0 % 4, $0 / 4) / determinant })
  }
}
