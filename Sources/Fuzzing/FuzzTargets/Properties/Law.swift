/// The checks that targets share; each throws the law that it found broken.
enum Law {
  /// `offset` lies in `0...count`: the end of the input is a place too.
  static func offset(_ offset: Int, isInside count: Int, of what: @autoclosure () -> String)
    throws(BrokenLaw)
  {
    guard offset >= 0, offset <= count else {
      throw BrokenLaw(
        law: "offsets-inside", place: what(), expected: "0...\(count)", found: "\(offset)")
    }
  }

  /// Two values that must be equal.
  static func equal<Value: Equatable>(
    _ expected: Value, _ found: Value, law: String, place: @autoclosure () -> String
  ) throws(BrokenLaw) {
    guard expected == found else {
      throw BrokenLaw(law: law, place: place(), expected: "\(expected)", found: "\(found)")
    }
  }

  /// A number that must not exceed a bound.
  static func atMost(_ found: Int, _ bound: Int, law: String, place: String) throws(BrokenLaw) {
    guard found <= bound else {
      throw BrokenLaw(law: law, place: place, expected: "at most \(bound)", found: "\(found)")
    }
  }
}
