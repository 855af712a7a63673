/// A list of numbers in which NaN equals NaN, so that files can be compared.
public struct Reals: Equatable, Sendable {
  /// The numbers in order.
  public var values: [Double]

  /// Creates a list of any numbers, also not finite ones.
  public init(_ values: [Double]) { self.values = values }

  /// True for equal counts and equal numbers; NaN equals NaN, and -0 equals 0.
  public static func == (one: Reals, other: Reals) -> Bool {
    one.values.count == other.values.count
      && zip(one.values, other.values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
