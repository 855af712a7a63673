/// What kept a corpus from being read or written, as one sentence with what to do.
package struct CorpusError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong. `poorer`: a replacement that would leave a corpus without inputs.
  package enum Code: String, Sendable {
    case notAFolder, cannotRead, cannotWrite, poorer
  }

  /// What went wrong, for programs.
  package let code: Code
  /// The sentence for people, with what to do.
  package let description: String

  /// An error in words that the caller has chosen.
  package init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
