/// Checks that targets share. Each throws the property that is violated.
package enum PropertyCheck {
  /// Checks that `offset` lies in `0...count`: the end of the input is a valid offset.
  package static func offset(_ offset: Int, isInside count: Int, of what: @autoclosure () -> String)
    throws(PropertyViolation)
  {
    guard offset >= 0, offset <= count else {
      throw PropertyViolation(
        property: "offsets-inside", place: what(), expected: "0...\(count)", found: "\(offset)")
    }
  }

  /// Checks that two values are equal.
  package static func equal<Value: Equatable>(
    _ expected: Value, _ found: Value, property: String, place: @autoclosure () -> String
  ) throws(PropertyViolation) {
    guard expected == found else {
      throw PropertyViolation(
        property: property, place: place(), expected: "\(expected)", found: "\(found)")
    }
  }

  /// Checks that a number is at most `bound`.
  package static func atMost(_ found: Int, _ bound: Int, property: String, place: String)
    throws(PropertyViolation)
  {
    guard found <= bound else {
      throw PropertyViolation(
        property: property, place: place, expected: "at most \(bound)", found: "\(found)")
    }
  }
}
