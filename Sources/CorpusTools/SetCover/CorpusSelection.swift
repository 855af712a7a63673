/// The provably smallest part of a corpus that has all its features.
public struct CorpusSelection: Equatable, Sendable {
  /// What the selection is smallest in.
  public let objective: CorpusObjective
  /// Inputs whose features are known; the others are in `unmeasured`.
  public let filesBefore: Int
  /// Inputs that are kept.
  public let filesAfter: Int
  /// Bytes of the inputs of `filesBefore`.
  public let bytesBefore: Int
  /// Bytes of the inputs of `filesAfter`.
  public let bytesAfter: Int
  /// Distinct features of the inputs of `filesBefore`.
  public let featuresBefore: Int
  /// Counted anew over what is kept; equal to `featuresBefore`.
  public let featuresAfter: Int
  /// What the kept inputs weigh in the objective.
  public let weight: Int
  /// Proven: no selection with all features and all protected inputs weighs less in the objective.
  public let lowerBound: Int
  /// The names of the kept inputs, in the order of the control file.
  public let kept: [String]
  /// Where they stand in the control file.
  public let keptInputs: [Int]
  /// Inputs without known features: they are neither kept nor given up.
  public let unmeasured: [Unmeasured]
  /// How much was decided without searching.
  public let reductions: SetCoverReductions

  /// An input that is left where it is, since nobody knows what it reaches.
  public struct Unmeasured: Equatable, Sendable {
    /// Its name as the control file has it, repaired where it is not UTF-8.
    public let name: String
    /// Why its features are not known.
    public let outcome: MergeControlFile.Outcome
  }

  /// Whether the selection is proven to be the smallest; otherwise `gapPercent` bounds what is lost.
  public var isOptimal: Bool { weight == lowerBound }

  /// How far above the lower bound the weight may be, in percent; 0 when optimal.
  public var gapPercent: Double {
    isOptimal ? 0 : 100 * Double(weight - lowerBound) / Double(max(1, lowerBound))
  }
}

/// Why no selection was made.
public enum CorpusSelectionError: Error, Equatable, Sendable {
  case controlFile(MergeControlFileError)
  /// Sizes or times whose sums would overflow.
  case weightsTooLarge
  /// The objective needs one run time an input, in microseconds.
  case timesMissing
}
