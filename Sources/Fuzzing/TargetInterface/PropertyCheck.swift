/// Checks that targets share. Each throws the property that is violated.
///
/// The comparisons of numbers are compiled into the targets, which make millions of them.
package enum PropertyCheck {
  /// Checks that `offset` lies in `0...count`: the end of the input is a valid offset.
  @inlinable package static func offset(
    _ offset: Int, isInside count: Int, of what: @autoclosure () -> String
  ) throws(PropertyViolation) {
    guard offset >= 0, offset <= count else {
      throw outside(offset, count, what())
    }
  }

  @inline(never) @usableFromInline
  static func outside(_ offset: Int, _ count: Int, _ what: String) -> PropertyViolation {
    PropertyViolation(
      property: "offsets-inside", place: what, expected: "0...\(count)", found: "\(offset)")
  }

  /// Checks that two values are equal.
  @inlinable package static func equal<Value: Equatable>(
    _ expected: Value, _ found: Value, property: String, place: @autoclosure () -> String
  ) throws(PropertyViolation) {
    guard expected == found else {
      throw PropertyViolation(
        property: property, place: place(), expected: "\(expected)", found: "\(found)")
    }
  }

  /// The same for bytes, which the general comparison would compare one call a byte.
  package static func equal(
    _ expected: [UInt8], _ found: [UInt8], property: String, place: @autoclosure () -> String
  ) throws(PropertyViolation) {
    guard expected == found else {
      throw PropertyViolation(
        property: property, place: place(), expected: "\(expected)", found: "\(found)")
    }
  }

  /// Checks that a number is at most `bound`.
  @inlinable package static func atMost(_ found: Int, _ bound: Int, property: String, place: String)
    throws(PropertyViolation)
  {
    guard found <= bound else {
      throw PropertyViolation(
        property: property, place: place, expected: "at most \(bound)", found: "\(found)")
    }
  }
}
