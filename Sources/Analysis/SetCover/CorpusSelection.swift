/// The provably smallest part of a corpus with all its features.
package struct CorpusSelection: Equatable, Sendable {
  /// The minimized quantity.
  package let objective: CorpusObjective
  /// Number of inputs with known features; the others are in `unmeasured`.
  package let filesBefore: Int
  /// Number of kept inputs.
  package let filesAfter: Int
  /// Bytes of the inputs of `filesBefore`.
  package let bytesBefore: Int
  /// Bytes of the inputs of `filesAfter`.
  package let bytesAfter: Int
  /// Distinct features of the inputs of `filesBefore`.
  package let featuresBefore: Int
  /// Features counted over the kept inputs; equal to `featuresBefore`.
  package let featuresAfter: Int
  /// Weight of the kept inputs in the objective.
  package let weight: Int
  /// Proven lower bound on the weight of selections with all features and all protected inputs.
  package let lowerBound: Int
  /// The names of the kept inputs, in the order of the control file.
  package let kept: [String]
  /// Indices of the kept inputs in the control file.
  package let keptInputs: [Int]
  /// Inputs without known features; they are neither kept nor removed.
  package let unmeasured: [Unmeasured]
  /// Statistics of the reduction before the search.
  package let reductions: SetCoverReductions

  /// An input without known features.
  package struct Unmeasured: Equatable, Sendable {
    /// Name in the control file, with invalid UTF-8 replaced.
    package let name: String
    /// Reason why the features are unknown.
    package let outcome: MergeControlFile.Outcome
  }

  /// Whether the selection is proven minimal; otherwise `gapPercent` bounds the excess.
  package var isOptimal: Bool { weight == lowerBound }

  /// Distance of the weight from the lower bound in percent; 0 when optimal.
  package var gapPercent: Double {
    isOptimal ? 0 : 100 * Double(weight - lowerBound) / Double(max(1, lowerBound))
  }
}

/// Reason for a refusal.
package enum CorpusSelectionError: Error, Equatable, Sendable {
  case controlFile(MergeControlFileError)
  /// Sizes or times whose sums would overflow.
  case weightsTooLarge
  /// The objective needs one run time an input, in microseconds.
  case timesMissing
}
