package import FuzzTargets

/// A finding that is none: a property of inputs that a reducer must keep, planted so that reducers
/// can be compared.
///
/// Each needs two or three things at once, so that deleting one by one does not lead straight to
/// the smallest input.
package struct ReductionSample: Sendable {
  /// What the smallest input is made of, in words such as `xml-reference`.
  package let name: String
  /// What an input needs.
  package let meaning: String
  /// Whether `input` shows it. Hostile bytes are fine; linear in the input.
  package let shows: @Sendable (_ input: [UInt8]) -> Bool

  /// Every reduction sample, by the format of its inputs.
  package static let all: [ReductionSample] =
    xml + scenes + archives + links + objects

  /// The finding of that exact name; nil when there is none.
  package static subscript(name: String) -> ReductionSample? { all.first { $0.name == name } }

  /// The same as a target, whose property an input breaks when it shows the finding.
  package var target: FuzzTarget {
    let shows = shows
    return FuzzTarget(
      name: "sample-" + name, property: "No input shows it: " + meaning, maximumLength: 1 << 20,
      fileExtension: "bin"
    ) { input throws(PropertyViolation) in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(input.count)
      for index in input.indices { bytes.append(input[index]) }
      guard shows(bytes) else { return }
      throw PropertyViolation(
        property: "shows-nothing", place: "input", expected: "no sign of it", found: meaning)
    }
  }
}
