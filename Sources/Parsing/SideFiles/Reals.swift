/// Numbers of a position or a matrix; not-a-number is equal to itself, so that files can be compared.
public struct Reals: Equatable, Sendable {
  /// The numbers in order; how many is the matter of whoever holds them.
  public var values: [Double]

  /// Takes numbers of any count, also not finite ones.
  public init(_ values: [Double]) { self.values = values }

  /// True for equal counts and equal numbers; not-a-number is equal to itself, the two zeros to each other.
  public static func == (one: Reals, other: Reals) -> Bool {
    one.values.count == other.values.count
      && zip(one.values, other.values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
