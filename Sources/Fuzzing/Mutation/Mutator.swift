/// Structure-aware mutator of one input format: deterministic in the seed, bounded in time and
/// size.
package protocol Mutator: Sendable {
  /// Maximum size of a result in bytes.
  var limit: Int { get }

  /// Returns a changed copy of `input`, or `input` itself when no mutation applied or the result
  /// was too long.
  func mutate(_ input: [UInt8], seed: UInt64) -> [UInt8]

  /// Returns `first` with parts of `second` in it, or `first` itself when they do not fit together.
  func crossOver(_ first: [UInt8], _ second: [UInt8], seed: UInt64) -> [UInt8]
}
