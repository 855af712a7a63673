/// libFuzzer's record of a merge: the inputs and their features.
///
/// `-set_cover_merge=1 -merge_control_file=F` lists the whole feature set of each input; `-merge=1`
/// lists only the features that were new, which is not enough for a minimum.
///
///     2                  number of inputs
///     0                  how many of them belong to the first corpus
///     corpus/a           one name a line
///     corpus/b
///     STARTED 0 11       input, size in bytes
///     FT 0 1 4 6         input, its features
///     COV 0 7            input, its new program locations (checked, not kept)
///     STARTED 1 5        no FT follows: the target died on this input
package struct MergeControlFile: Equatable, Sendable {
  /// One input of the merge and its state.
  package struct Input: Equatable, Sendable {
    /// The path as written; on Linux a path need not be UTF-8.
    package internal(set) var name: [UInt8]
    /// The name as text, with invalid UTF-8 replaced.
    package var path: String { String(decoding: name, as: UTF8.self) }
    /// In bytes; 0 until the input was started.
    package internal(set) var size = 0
    /// State of the run over the input.
    package internal(set) var outcome = Outcome.notRun
    /// Range of the input's features in `MergeControlFile.features`.
    package internal(set) var features: Range<Int>
  }

  /// State of the run over one input, from the markers.
  package enum Outcome: UInt8, Equatable, Sendable {
    case notRun
    /// The last started input has no features: it crashed, or the merge was stopped.
    case unfinished
    /// The next input was started without this one's features: the target crashed on it.
    case died
    case measured
  }

  /// Inputs in the order of the file, which is the order of the runs.
  package internal(set) var inputs: [Input] = []
  /// Number of leading inputs that a merge never removes.
  package internal(set) var firstCorpusCount = 0
  /// Features of all inputs, concatenated, as written.
  package internal(set) var features: [UInt32] = []

  package init() {}

  /// Features of the input with that index, as written. Constant time.
  package func features(of input: Int) -> ArraySlice<UInt32> {
    features[inputs[input].features]
  }

  /// Features that any of the inputs reaches.
  package var distinctFeatures: Set<UInt32> { Set(features) }

  /// The paths of inputs that did not finish.
  package var failed: [String] {
    inputs.filter { $0.outcome == .died || $0.outcome == .unfinished }.map(\.path)
  }
}
