import Corpus

/// The part of the injected bugs that a run counts.
package enum BugGroup: String, CaseIterable, Sendable {
  /// `benchmarks/bugs`.
  case first
  /// The half of `benchmarks/bugs/second` that tuning may read.
  case second
  /// The other half of `benchmarks/bugs/second`, which only a final run reads.
  case validation
  /// Both sets.
  case all

  /// Whether the copy of the sources gets the patches of the second set.
  var appliesSecondSet: Bool { self != .first }

  /// Names of `names` that belong to the validation half: those with the lowest SHA-1, so that
  /// they are not picked.
  package static func validationHalf(of names: [String]) -> [String] {
    let byHash = names.sorted { SHA1.name(of: Array($0.utf8)) < SHA1.name(of: Array($1.utf8)) }
    return byHash.prefix((names.count + 1) / 2).sorted()
  }
}
