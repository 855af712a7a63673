/// What libFuzzer writes down while it merges: which inputs there are and which features each has.
///
/// With `-set_cover_merge=1 -merge_control_file=F` every input's whole feature set is listed; with `-merge=1` only
/// the features that were new when the input ran, which is no base for a minimum.
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
  /// One input of the merge, and how far it came.
  package struct Input: Equatable, Sendable {
    /// The path as written; on Linux a path need not be UTF-8.
    package internal(set) var name: [UInt8]
    /// The name as text, with replacement characters where it is not UTF-8.
    package var path: String { String(decoding: name, as: UTF8.self) }
    /// In bytes; 0 until the input was started.
    package internal(set) var size = 0
    /// How the run over the input ended.
    package internal(set) var outcome = Outcome.notRun
    /// Where the input's features lie in `MergeControlFile.features`.
    package internal(set) var features: Range<Int>
  }

  /// How the run over one input ended, as the markers tell.
  package enum Outcome: UInt8, Equatable, Sendable {
    case notRun
    /// The last input started, and the file ends without its features: it died, or the merge was stopped.
    case unfinished
    /// Another input was started without this one's features: the target died on it.
    case died
    case measured
  }

  /// In the order of the file, which is the order in which they were run.
  package internal(set) var inputs: [Input] = []
  /// The leading inputs that a merge never removes.
  package internal(set) var firstCorpusCount = 0
  /// Of all inputs, one after the other, as written.
  package internal(set) var features: [UInt32] = []

  /// A file of no inputs.
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
