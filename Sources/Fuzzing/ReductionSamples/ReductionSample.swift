package import FuzzTargets

/// Reduction sample: a predicate of inputs that a reducer must keep, for comparing reducers.
///
/// Each predicate needs two or three parts at once, so that deleting single parts does not reach
/// the smallest input.
package struct ReductionSample: Sendable {
  /// Short name, such as `xml-reference`.
  package let name: String
  /// The predicate in words.
  package let meaning: String
  /// Whether the predicate holds. Accepts hostile bytes; linear in the input.
  package let shows: @Sendable (_ input: [UInt8]) -> Bool

  /// Every reduction sample, grouped by input format.
  package static let all: [ReductionSample] =
    xml + scenes + archives + links + objects

  /// Returns the sample of that exact name, or nil.
  package static subscript(name: String) -> ReductionSample? { all.first { $0.name == name } }

  /// The sample as a target: an input violates its property when the predicate holds.
  package var target: FuzzTarget {
    let shows = shows
    return FuzzTarget(
      name: "sample-" + name, property: "No input is " + meaning, maximumLength: 1 << 20,
      fileExtension: "bin"
    ) { input throws(PropertyViolation) in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(input.count)
      for index in input.indices { bytes.append(input[index]) }
      guard shows(bytes) else { return }
      throw PropertyViolation(
        property: "sample-predicate", place: "input", expected: "false", found: meaning)
    }
  }
}
