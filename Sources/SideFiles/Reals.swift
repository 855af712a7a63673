/// Numbers of a position or a matrix; not-a-number is equal to itself, so that files can be compared.
public struct Reals: Equatable, Sendable {
  public var values: [Double]

  public init(_ values: [Double]) { self.values = values }

  public static func == (one: Reals, other: Reals) -> Bool {
    one.values.count == other.values.count
      && zip(one.values, other.values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
