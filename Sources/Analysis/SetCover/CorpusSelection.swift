/// The provably smallest part of a corpus that has all its features.
package struct CorpusSelection: Equatable, Sendable {
  /// What the selection is smallest in.
  package let objective: CorpusObjective
  /// Inputs whose features are known; the others are in `unmeasured`.
  package let filesBefore: Int
  /// Inputs that are kept.
  package let filesAfter: Int
  /// Bytes of the inputs of `filesBefore`.
  package let bytesBefore: Int
  /// Bytes of the inputs of `filesAfter`.
  package let bytesAfter: Int
  /// Distinct features of the inputs of `filesBefore`.
  package let featuresBefore: Int
  /// Counted anew over what is kept; equal to `featuresBefore`.
  package let featuresAfter: Int
  /// What the kept inputs weigh in the objective.
  package let weight: Int
  /// Proven: no selection with all features and all protected inputs weighs less in the objective.
  package let lowerBound: Int
  /// The names of the kept inputs, in the order of the control file.
  package let kept: [String]
  /// Where they stand in the control file.
  package let keptInputs: [Int]
  /// Inputs without known features: they are neither kept nor given up.
  package let unmeasured: [Unmeasured]
  /// How much was decided without searching.
  package let reductions: SetCoverReductions

  /// An input that is left where it is, since nobody knows what it reaches.
  package struct Unmeasured: Equatable, Sendable {
    /// Its name as the control file has it, repaired where it is not UTF-8.
    package let name: String
    /// Why its features are not known.
    package let outcome: MergeControlFile.Outcome
  }

  /// Whether the selection is proven to be the smallest; otherwise `gapPercent` bounds what is lost.
  package var isOptimal: Bool { weight == lowerBound }

  /// How far above the lower bound the weight may be, in percent; 0 when optimal.
  package var gapPercent: Double {
    isOptimal ? 0 : 100 * Double(weight - lowerBound) / Double(max(1, lowerBound))
  }
}

/// Why no selection was made.
package enum CorpusSelectionError: Error, Equatable, Sendable {
  case controlFile(MergeControlFileError)
  /// Sizes or times whose sums would overflow.
  case weightsTooLarge
  /// The objective needs one run time an input, in microseconds.
  case timesMissing
}
